import { getTranslations } from "next-intl/server";
import { stepColumn } from "@/components/project/step-column";
import { StepLinks } from "@/components/project/step-links";
import type { Words } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, Money } from "@/components/ui/figures";
import type { ChangesView } from "@/lib/absorption/change-queries";
import styles from "./absorption.module.css";

type Change = ChangesView["changes"][number];

const tones: Readonly<Record<string, BadgeTone>> = {
  district_opinion: "waiting",
  bureau_review: "waiting",
  signing: "waiting",
  approved: "done",
  recorded: "done",
  rejected: "refused",
  withdrawn: "neutral",
};

interface ChangesSectionProps {
  projectId: string;
  view: ChangesView;
  words: Words;
}

/** Changes that were asked for, extensions among them, and what became of them. */
export async function ChangesSection({ projectId, view, words }: ChangesSectionProps) {
  const t = await getTranslations("screens-absorption");
  if (view.changes.length === 0 && !view.mayRequest) return null;
  return (
    <Section
      title={t("change.title")}
      note={t("change.note")}
      actions={
        <StepLinks
          projectId={projectId}
          actions={view.mayRequest ? ["absorption.request-change"] : []}
        />
      }
      bare
    >
      <DataTable
        caption={t("change.title")}
        rows={view.changes}
        rowKey={(row) => row.id}
        anchored
        empty={<p>{t("change.empty")}</p>}
        columns={[
          {
            key: "kind",
            header: t("change.kind"),
            head: true,
            cell: (row) => (
              <>
                {t(`changeKind.${row.kind}`)}
                <span className={styles.sub}> {t(`changeRoute.${row.route}`)}</span>
                <span className={styles.touches}>
                  {t("change.touches")}{" "}
                  {row.touches.map((touch) => t(`changeTouch.${touch}`)).join(" · ")}
                </span>
              </>
            ),
          },
          {
            key: "standing",
            header: t("report.standing"),
            nowrap: true,
            cell: (row) => (
              <Badge tone={tones[row.status] ?? "neutral"}>{t(`changeStatus.${row.status}`)}</Badge>
            ),
          },
          {
            key: "asked",
            header: t("change.asked"),
            cell: (row) => <Asked change={row} words={words} />,
          },
          {
            key: "requested",
            header: t("change.requested"),
            cell: (row) => (
              <>
                {row.requestedByName} <DateText value={row.requestedAt} />
              </>
            ),
          },
          {
            key: "decided",
            header: t("change.decided"),
            cell: (row) => <Decided change={row} />,
          },
          ...stepColumn(t("steps"), projectId, view.changes, (row) => ({
            changeId: row.id,
            version: row.version,
          })),
        ]}
      />
    </Section>
  );
}

async function Asked({ change, words }: { change: Change; words: Words }) {
  const t = await getTranslations("screens-absorption");
  const { payload } = change;
  return (
    <ul className={styles.asked}>
      <li>{change.reason}</li>
      {payload.endsOn ? (
        <li>
          {t("change.newEnd")} <DateText value={payload.endsOn} />
        </li>
      ) : null}
      {payload.budgetTotal ? (
        <li>
          {t("change.newBudget")} <Money yuan={payload.budgetTotal} unit={t("wan")} />
        </li>
      ) : null}
      {payload.targets?.map((target) => (
        <li key={target.indicatorCode}>
          {target.indicatorCode} → {target.value}
        </li>
      ))}
      {payload.shiftDates ? <li>{t("change.shifted")}</li> : null}
      {payload.dates && payload.dates.length > 0 ? (
        <li>{t("change.dates", { count: payload.dates.length })}</li>
      ) : null}
      {payload.partner ? (
        <li>
          {payload.partner.name} ({words.names("country", payload.partner.countryCode)})
        </li>
      ) : null}
    </ul>
  );
}

async function Decided({ change }: { change: Change }) {
  const t = await getTranslations("screens-absorption");
  return (
    <ul className={styles.asked}>
      {change.districtOpinion ? (
        <li>{t("change.districtOpinion", { text: change.districtOpinion })}</li>
      ) : null}
      {change.decidedByName ? (
        <li>
          {change.decidedByName} <DateText value={change.decidedAt} />
          {change.decisionReason ? ` · ${change.decisionReason}` : null}
        </li>
      ) : null}
    </ul>
  );
}
