import { getTranslations } from "next-intl/server";
import { indicatorName, indicatorValue } from "@/components/project/indicator-words";
import { StepLinks } from "@/components/project/step-links";
import { daysUntil, type Words } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { type Fact, Facts, Section } from "@/components/ui/content";
import { DateText, DaysLeft, Money } from "@/components/ui/figures";
import { Notice } from "@/components/ui/states";
import type { acceptanceOfProject } from "@/lib/evaluation/queries";
import { acceptanceFileContent } from "@/lib/evaluation/schema";
import type { ProjectDetail } from "@/lib/project/detail";
import styles from "./evaluation.module.css";
import { OpinionPart, PanelPart } from "./panel-part";
import { ReturnNotes } from "./return-notes";
import { routeText } from "./route-text";
import { SeatsTable } from "./seats-table";

export type AcceptanceView = NonNullable<Awaited<ReturnType<typeof acceptanceOfProject>>>;

interface AcceptanceSectionProps {
  project: ProjectDetail;
  acceptance: AcceptanceView;
  words: Words;
  now: Date;
}

const seatSteps = ["evaluation.cast-acceptance-vote", "evaluation.decline-acceptance-seat"];

export const resultTones: Readonly<Record<string, BadgeTone>> = {
  passed: "done",
  passed_after_rectification: "done",
  concluded: "attention",
  failed: "refused",
};

/** The acceptance: its file, the named panel with votes, the result, and the rectification. */
export async function AcceptanceSection({
  project,
  acceptance,
  words,
  now,
}: AcceptanceSectionProps) {
  const t = await getTranslations("screens-evaluation");
  const { ownSeat, ownSignature, panel } = acceptance;
  return (
    <Section
      title={t("acceptance.title")}
      note={t("acceptance.round", { round: acceptance.round })}
      actions={
        <>
          <StepLinks
            projectId={project.id}
            actions={acceptance.actions}
            params={{ acceptanceVersion: acceptance.version }}
          />
          <StepLinks
            projectId={project.id}
            actions={ownSeat ? seatSteps : []}
            params={ownSeat ?? {}}
          />
          <StepLinks
            projectId={project.id}
            actions={ownSignature ? ["evaluation.sign-acceptance-opinion"] : []}
            params={ownSignature ?? {}}
          />
        </>
      }
      bare
    >
      <div className={styles.stack}>
        <div className={styles.panel}>
          <ReturnNotes notes={acceptance.notes} words={words} />
          <Facts items={await acceptanceFacts(project.id, acceptance, words)} />
        </div>
        <FileSummary acceptance={acceptance} setId={project.indicatorSetId} words={words} />
        {panel ? (
          <PanelPart
            panel={panel}
            open={project.state === "acceptance_review"}
            proposed={project.subStatus === "with_manager"}
          />
        ) : null}
        <SeatsTable projectId={project.id} seats={acceptance.seats} />
        {panel ? <OpinionPart projectId={project.id} panel={panel} words={words} /> : null}
        <Basis acceptance={acceptance} words={words} />
        <Rectification acceptance={acceptance} open={project.state === "rectification"} now={now} />
      </div>
    </Section>
  );
}

async function acceptanceFacts(
  projectId: string,
  acceptance: AcceptanceView,
  words: Words,
): Promise<Fact[]> {
  const [t, unit] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("common.unit"),
  ]);
  const wan = unit("wan");
  const { result } = acceptance;
  return [
    {
      label: t("acceptance.route"),
      value: routeText(acceptance, t, { unit: wan, locale: words.locale }),
    },
    {
      label: t("acceptance.result"),
      value: result ? (
        <Badge tone={resultTones[result] ?? "neutral"}>
          {words.names("acceptance_result", result)}
        </Badge>
      ) : (
        t("acceptance.undecided")
      ),
    },
    { label: t("acceptance.filed"), value: <DateText value={acceptance.filedAt} minute /> },
    {
      label: t("acceptance.districtConfirmed"),
      value: <DateText value={acceptance.districtConfirmedAt} minute />,
    },
    ...(acceptance.upperLevel
      ? [{ label: t("acceptance.upper"), value: acceptance.upperDocument ?? "—" }]
      : []),
    { label: t("acceptance.concluded"), value: <DateText value={acceptance.concludedAt} /> },
    {
      label: t("acceptance.certificate"),
      value: acceptance.certificateNumber ? (
        <a href={`/api/projects/${projectId}/certificate.pdf`}>{acceptance.certificateNumber}</a>
      ) : (
        "—"
      ),
    },
    ...(acceptance.opinion
      ? [{ label: t("acceptance.opinion"), value: acceptance.opinion, wide: true }]
      : []),
  ];
}

/** While the officials decide: votes, reached targets and what the rule says. */
async function Basis({ acceptance, words }: { acceptance: AcceptanceView; words: Words }) {
  const t = await getTranslations("screens-evaluation");
  const { basis, proposedResult } = acceptance;
  if (basis === null) return null;
  const causes = basis.causes.map((cause) => t(`failCause.${cause}`));
  return (
    <div className={styles.panel}>
      <h3 className={styles.subhead}>{t("basis.title")}</h3>
      <Facts
        items={[
          {
            label: t("basis.completion"),
            value: basis.completion === null ? "—" : `${basis.completion}%`,
          },
          { label: t("basis.rule"), value: basis.rule ? t(`verdict.${basis.rule}`) : "—" },
          {
            label: t("basis.votes"),
            value: t("basis.tally", { ...basis.votes }),
          },
          {
            label: t("basis.coreMissed"),
            value: basis.coreMissed.length > 0 ? basis.coreMissed.join(", ") : t("none"),
          },
          {
            label: t("basis.causes"),
            value: causes.length > 0 ? causes.join(t("listSeparator")) : t("none"),
          },
          {
            label: t("basis.proposed"),
            value: proposedResult ? words.names("acceptance_result", proposedResult) : "—",
          },
        ]}
      />
    </div>
  );
}

interface FileSummaryProps {
  acceptance: Pick<AcceptanceView, "content">;
  setId: string | null;
  words: Words;
  open?: boolean;
  /** The targets stand in a table beside it. */
  brief?: boolean;
}

/** The file as it was handed in: summary, final account, how far each target was reached. */
export async function FileSummary(props: FileSummaryProps) {
  const { acceptance, setId, words, open = false, brief = false } = props;
  const [t, common] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("common"),
  ]);
  const parsed = acceptanceFileContent.safeParse(acceptance.content);
  if (!parsed.success) return null;
  const file = parsed.data;
  const wan = common("unit.wan");
  const { finalAccount } = file;
  return (
    <details className={styles.fold} open={open}>
      <summary>{t("file.title")}</summary>
      <div className={styles.foldBody}>
        <p className={styles.text}>{file.summary}</p>
        <Facts
          items={[
            {
              label: t("file.grantSpent"),
              value: <Money yuan={finalAccount.grantSpent} unit={wan} />,
            },
            { label: t("file.ownSpent"), value: <Money yuan={finalAccount.ownSpent} unit={wan} /> },
            {
              label: t("file.otherSpent"),
              value: <Money yuan={finalAccount.otherSpent} unit={wan} />,
            },
            { label: t("file.irregular"), value: finalAccount.irregularPayments },
            ...(finalAccount.auditReport
              ? [{ label: t("file.auditReport"), value: finalAccount.auditReport, wide: true }]
              : []),
            ...(finalAccount.note
              ? [{ label: t("file.note"), value: finalAccount.note, wide: true }]
              : []),
          ]}
        />
        <ul className={styles.plain}>
          {(brief ? [] : file.completion).map((row) => (
            <li key={row.indicatorCode}>
              <strong>{indicatorName(words, setId, row.indicatorCode)}</strong>{" "}
              {row.value === "not_applicable"
                ? t("line.notApplicable")
                : indicatorValue(words, setId, row.indicatorCode, row.value)}
              {row.proof ? ` · ${row.proof}` : null}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

async function Rectification({
  acceptance,
  open,
  now,
}: {
  acceptance: AcceptanceView;
  open: boolean;
  now: Date;
}) {
  const [t, common] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("common"),
  ]);
  if (acceptance.rectificationOrder === null) return null;
  const left = open ? daysUntil(acceptance.rectificationDueAt, now) : undefined;
  return (
    <Notice tone={open ? "warning" : "info"} title={t("rectification.title")}>
      <p className={styles.text}>{acceptance.rectificationOrder}</p>
      <p>
        {t("rectification.due")} <DateText value={acceptance.rectificationDueAt} />{" "}
        {left === undefined ? null : <DaysLeft days={left} t={common} />}
      </p>
      {acceptance.rectificationReport ? (
        <p className={styles.text}>
          {t("rectification.report")} {acceptance.rectificationReport}
        </p>
      ) : null}
    </Notice>
  );
}
