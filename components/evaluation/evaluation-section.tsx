import { getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import type { Words } from "@/components/project/words";
import { Badge, type BadgeTone, Tag } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { Money, Stat, Stats } from "@/components/ui/figures";
import { Notice } from "@/components/ui/states";
import type { EvaluationFormLine, evaluationForm } from "@/lib/evaluation/queries";
import styles from "./evaluation.module.css";
import { LineReasons, LineValue } from "./line-cells";
import { LineProofs } from "./line-proofs";
import { ReturnNotes } from "./return-notes";

export type EvaluationView = NonNullable<Awaited<ReturnType<typeof evaluationForm>>>;

interface EvaluationSectionProps {
  projectId: string;
  evaluation: EvaluationView;
  words: Words;
}

const tones: Readonly<Record<string, BadgeTone>> = {
  self: "waiting",
  submitted: "waiting",
  audited: "waiting",
  final: "done",
};

/** The performance evaluation: where it stands, score and grade, and every line with both values. */
export async function EvaluationSection({ projectId, evaluation, words }: EvaluationSectionProps) {
  const t = await getTranslations("screens-evaluation");
  const editing = evaluation.actions.some((action) => sheetSteps.includes(action));
  return (
    <Section
      title={t("evaluation.title")}
      note={t("evaluation.round", {
        round: evaluation.round,
        version: evaluation.baselineVersion,
      })}
      actions={
        <>
          <StepLinks
            projectId={projectId}
            actions={evaluation.actions}
            params={{ evaluationVersion: evaluation.version }}
          />
          {evaluation.filing ? null : (
            <LinkButton size="small" variant="quiet" href={`/projects/${projectId}/report`}>
              {t("evaluation.openReport")}
            </LinkButton>
          )}
        </>
      }
      bare
    >
      <div className={styles.stack}>
        <ReturnNotes notes={evaluation.notes} words={words} />
        <Stats>
          <Stat
            label={t("standing")}
            value={
              <Badge tone={tones[evaluation.status] ?? "neutral"}>
                {t(`evaluationStatus.${evaluation.status}`)}
              </Badge>
            }
          />
          <Stat label={t("evaluation.selfTotal")} value={evaluation.selfTotal ?? "—"} />
          <Stat
            label={t("evaluation.total")}
            value={evaluation.total ?? "—"}
            note={
              evaluation.grade ? words.names("grade", evaluation.grade) : t("evaluation.notFinal")
            }
          />
          <Stat
            label={t("evaluation.money")}
            value={<Money yuan={evaluation.spent} />}
            note={t.rich("evaluation.ofBudget", {
              budget: () => <Money yuan={evaluation.budget} />,
            })}
          />
        </Stats>
        {evaluation.opinion ? (
          <Notice title={t("evaluation.opinion")}>{evaluation.opinion}</Notice>
        ) : null}
        {evaluation.filing ? <p className={styles.sub}>{t("evaluation.filing")}</p> : null}
        {editing ? <p className={styles.sub}>{t("evaluation.editing")}</p> : null}
        <LinesTable
          lines={evaluation.lines}
          words={words}
          projectId={projectId}
          open={evaluation.actions.includes("evaluation.add-proof")}
        />
      </div>
    </Section>
  );
}

const sheetSteps: readonly string[] = [
  "evaluation.save-self-evaluation",
  "evaluation.submit-self-evaluation",
  "evaluation.audit-evaluation",
];

/** Every line with target, both values, score, reasons and proofs. */
export async function LinesTable({
  lines,
  words,
  projectId,
  open,
}: {
  lines: readonly EvaluationFormLine[];
  words: Words;
  projectId: string;
  open: boolean;
}) {
  const t = await getTranslations("screens-evaluation");
  const english = words.locale === "en";
  return (
    <DataTable
      caption={t("line.caption")}
      phone="scroll"
      rows={lines}
      rowKey={(row) => row.indicatorCode}
      columns={[
        { key: "code", header: t("line.code"), nowrap: true, cell: (row) => row.indicatorCode },
        {
          key: "name",
          header: t("line.indicator"),
          head: true,
          cell: (row) => (
            <>
              {english ? row.en : row.zh} {row.core ? <Tag>{t("line.core")}</Tag> : null}
              <span className={styles.below}>{words.names("indicator_group", row.level2)}</span>
            </>
          ),
        },
        {
          key: "target",
          header: t("line.target"),
          align: "end",
          nowrap: true,
          cell: (row) => <LineValue line={row} value={row.target} words={words} />,
        },
        {
          key: "self",
          header: t("line.self"),
          align: "end",
          nowrap: true,
          cell: (row) => <LineValue line={row} value={row.selfValue} words={words} />,
        },
        {
          key: "audited",
          header: t("line.audited"),
          align: "end",
          nowrap: true,
          cell: (row) => <LineValue line={row} value={row.auditedValue} words={words} />,
        },
        { key: "weight", header: t("line.weight"), align: "end", cell: (row) => row.weight },
        {
          key: "score",
          header: t("line.score"),
          align: "end",
          cell: (row) => row.score ?? (row.selfScore ? `(${row.selfScore})` : "—"),
        },
        {
          key: "reason",
          header: t("line.reason"),
          width: "22%",
          cell: (row) => <LineReasons line={row} words={words} />,
        },
        {
          key: "proof",
          header: t("proof.title"),
          width: "16%",
          cell: (row) => <LineProofs line={row} projectId={projectId} open={open} />,
        },
      ]}
    />
  );
}
