import { getLocale, getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Facts, Section } from "@/components/ui/content";
import { DateText } from "@/components/ui/figures";
import type { ShownAppeal, ShownConsequence } from "@/lib/evaluation/consequences/queries";
import { mayBeAppealed } from "@/lib/evaluation/consequences/rules";
import styles from "./evaluation.module.css";

interface ConsequencesSectionProps {
  projectId: string;
  unitId: string;
  consequences: readonly ShownConsequence[];
}

const tones: Readonly<Record<string, BadgeTone>> = {
  in_force: "attention",
  lifted: "done",
};

/** What followed from result, grade and follow-up, with its basis and the way to appeal. */
export async function ConsequencesSection({
  projectId,
  unitId,
  consequences,
}: ConsequencesSectionProps) {
  const t = await getTranslations("consequences");
  return (
    <Section
      title={t("section.title")}
      note={t("section.note")}
      actions={<a href={`/record/${unitId}`}>{t("section.record")}</a>}
      bare
    >
      {consequences.map((row) => (
        <ConsequenceBlock key={row.id} projectId={projectId} row={row} />
      ))}
    </Section>
  );
}

async function ConsequenceBlock({ projectId, row }: { projectId: string; row: ShownConsequence }) {
  const [t, locale] = await Promise.all([getTranslations("consequences"), getLocale()]);
  const language = locale === "en" ? "en" : "zh";
  const adverse = mayBeAppealed(row.kind);
  return (
    <div className={styles.panel} id={`row-${row.id}`}>
      <div className={styles.blockHead}>
        <h3>{row.title?.title[language] ?? row.basis}</h3>
        <Badge tone={adverse ? (tones[row.standing] ?? "neutral") : "neutral"}>
          {t(`standing.${row.standing}`)}
        </Badge>
        <StepLinks
          projectId={projectId}
          actions={row.actions}
          params={{ consequenceId: row.id, consequenceVersion: row.version }}
        />
      </div>
      <Facts
        items={[
          { label: t("fact.kind"), value: t(`kind.${row.kind}`) },
          {
            label: t("fact.cause"),
            value: row.trigger ? t(`trigger.${row.trigger.replace(":", "_")}`) : "—",
          },
          { label: t("fact.from"), value: <DateText value={row.validFrom} /> },
          {
            label: t("fact.to"),
            value: row.validTo ? <DateText value={row.validTo} /> : t("fact.untilDone"),
          },
          ...(row.appealUntil
            ? [{ label: t("fact.appealUntil"), value: <DateText value={row.appealUntil} /> }]
            : []),
          ...(row.endedAt
            ? [
                {
                  label: t("fact.ended"),
                  value: (
                    <>
                      <DateText value={row.endedAt} /> {t(`endReason.${row.endReason}`)}
                    </>
                  ),
                },
              ]
            : []),
          {
            label: t("fact.basis"),
            value: t("fact.basisText", {
              basis: row.title?.basis[language] ?? row.basis,
              version: row.ruleVersion ?? 1,
            }),
            wide: true,
          },
        ]}
      />
      {row.appeals.map((appeal) => (
        <AppealBlock key={appeal.id} projectId={projectId} appeal={appeal} />
      ))}
    </div>
  );
}

async function AppealBlock({ projectId, appeal }: { projectId: string; appeal: ShownAppeal }) {
  const t = await getTranslations("consequences");
  const open = appeal.finding === null;
  return (
    <div className={styles.appeal} id={`row-${appeal.id}`}>
      <div className={styles.blockHead}>
        <strong>{t("appeal.title")}</strong>
        <Badge tone={appeal.status === "upheld" ? "done" : open ? "waiting" : "neutral"}>
          {t(`appeal.status.${appeal.status}`)}
        </Badge>
        <span className={styles.sub}>
          {t("appeal.filed")} <DateText value={appeal.filedAt} />
          {appeal.dueAt ? (
            <>
              {" · "}
              {t("appeal.due")} <DateText value={appeal.dueAt} />
            </>
          ) : null}
          {appeal.filer ? ` · ${appeal.filer}` : ""}
        </span>
        <StepLinks
          projectId={projectId}
          actions={appeal.actions}
          params={{ appealId: appeal.id, appealVersion: appeal.version }}
        />
      </div>
      {appeal.paperNumber ? (
        <p className={styles.sub}>
          {t("appeal.onPaper", {
            number: appeal.paperNumber,
            recorder: appeal.recordedByName ?? "—",
          })}
          {appeal.confirmedByName ? t("appeal.compared", { name: appeal.confirmedByName }) : null}
        </p>
      ) : null}
      <p className={styles.text}>{appeal.content}</p>
      {appeal.finding ? (
        <p className={styles.text}>{t("appeal.finding", { finding: appeal.finding })}</p>
      ) : null}
    </div>
  );
}
