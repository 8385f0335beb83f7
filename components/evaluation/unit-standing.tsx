import { getLocale, getTranslations } from "next-intl/server";
import { DateText } from "@/components/ui/figures";
import { Notice } from "@/components/ui/states";
import { type Actor, holds } from "@/lib/access/actor";
import { standingOfUnit } from "@/lib/evaluation/consequences/queries";
import { query } from "@/lib/kernel/query";
import type { State } from "@/lib/lifecycle/states";
import styles from "./evaluation.module.css";

interface UnitStandingProps {
  actor: Actor;
  project: { unitId: string; state: State };
  now: Date;
}

/** While somebody reviews or decides on an application. */
const judged: readonly State[] = ["district_review", "formal_review", "expert_review", "decision"];

/** What a unit's earlier evaluations mean for this application: for officials who review and decide. */
export async function UnitStanding({ actor, project, now }: UnitStandingProps) {
  const { unitId } = project;
  if (!judged.includes(project.state)) return null;
  if (!holds(actor, "district_officer", "bureau_officer", "division_head", "manager", "auditor")) {
    return null;
  }
  const [t, locale, standing] = await Promise.all([
    getTranslations("consequences"),
    getLocale(),
    query(actor, (tx) => standingOfUnit(tx, actor, unitId, now)),
  ]);
  if (standing.length === 0) return null;
  const adverse = standing.some(({ kind }) => kind === "limit" || kind === "attention");
  return (
    <Notice
      tone={adverse ? "warning" : "info"}
      title={t("unit.title")}
      actions={<a href={`/record/${unitId}`}>{t("section.record")}</a>}
    >
      <ul className={styles.plain}>
        {standing.map((row) => (
          <li key={row.id}>
            {t(`kind.${row.kind}`)} · {row.title?.[locale === "en" ? "en" : "zh"]}
            {row.validTo ? (
              <>
                {" · "}
                {t("fact.to")} <DateText value={row.validTo} />
              </>
            ) : null}
            {" · "}
            {(locale === "en" && row.project.titleEn) || row.project.title}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
