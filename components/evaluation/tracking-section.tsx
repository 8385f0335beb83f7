import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { StepLinks } from "@/components/project/step-links";
import { daysUntil } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Facts, Section } from "@/components/ui/content";
import { DateText, DaysLeft, Figure, Money } from "@/components/ui/figures";
import { Notice } from "@/components/ui/states";
import type { ShownRating } from "@/lib/evaluation/follow-up/queries";
import type { OutcomeInput } from "@/lib/evaluation/follow-up/schema";
import type { trackingReports } from "@/lib/evaluation/queries";
import { trackingContent } from "@/lib/evaluation/schema";
import styles from "./evaluation.module.css";
import { FollowUpRatingBlock } from "./follow-up-rating";

type Report = NonNullable<Awaited<ReturnType<typeof trackingReports>>>[number];

interface TrackingSectionProps {
  projectId: string;
  reports: readonly Report[];
  rating: ShownRating | null;
  now: Date;
}

const tones: Readonly<Record<string, BadgeTone>> = {
  submitted: "waiting",
  district_confirmed: "waiting",
  closed: "done",
};

/** The yearly follow-up after the evaluation: what became of the project. */
export async function TrackingSection({ projectId, reports, rating, now }: TrackingSectionProps) {
  const t = await getTranslations("screens-evaluation");
  return (
    <Section title={t("tracking.title")} note={t("tracking.note")} bare>
      {reports.map((report) => (
        <ReportBlock key={report.id} projectId={projectId} report={report} now={now} />
      ))}
      {rating ? <FollowUpRatingBlock shown={rating} /> : null}
    </Section>
  );
}

async function ReportBlock({
  projectId,
  report,
  now,
}: {
  projectId: string;
  report: Report;
  now: Date;
}) {
  const [t, common] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("common"),
  ]);
  const returned = report.status === "open" && report.returnedReason !== null;
  const left = report.status === "open" ? daysUntil(report.dueAt, now) : undefined;
  return (
    <div className={styles.panel} id={`row-${report.id}`}>
      <div className={styles.blockHead}>
        <h3>{t("tracking.of", { period: String(report.period) })}</h3>
        <Badge tone={returned ? "attention" : (tones[report.status] ?? "neutral")}>
          {t(`trackingStatus.${returned ? "returned" : report.status}`)}
        </Badge>
        <span className={styles.sub}>
          {t("tracking.due")} <DateText value={report.dueAt} />{" "}
          {left === undefined ? null : <DaysLeft days={left} t={common} />}
        </span>
        <StepLinks
          projectId={projectId}
          actions={report.actions}
          params={{ reportId: report.id, reportVersion: report.version }}
        />
      </div>
      {returned ? <Notice tone="warning">{report.returnedReason}</Notice> : null}
      <Outcomes content={report.content} />
    </div>
  );
}

/** A report shows what it holds, also where an older version of the form asked it. */
const shownContent = z.object(trackingContent.partial().shape);

const amounts = ["sales", "exports", "profitAndTax", "followUpInvestment"] as const;
const counts = [
  "jobs",
  "patentsFiled",
  "patentsGranted",
  "standards",
  "followUpContracts",
] as const;

async function Outcomes({ content }: { content: unknown }) {
  const [t, common] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("common"),
  ]);
  const parsed = shownContent.safeParse(content);
  if (!parsed.success || Object.keys(parsed.data).length === 0) return null;
  const outcome = parsed.data;
  return (
    <Facts
      items={[
        ...(outcome.summary
          ? [{ label: t("outcome.summary"), value: outcome.summary, wide: true }]
          : []),
        ...amounts.map((key) => ({
          label: t(`outcome.${key}`),
          value: <Money yuan={outcome[key]} unit={common("unit.wan")} />,
        })),
        ...counts.map((key) => ({
          label: t(`outcome.${key}`),
          value: <Figure value={outcome[key]} />,
        })),
        ...(outcome.outcomes?.length
          ? [
              {
                label: t("outcome.named"),
                value: <NamedOutcomes rows={outcome.outcomes} />,
                wide: true,
              },
            ]
          : []),
        ...(outcome.difficulties
          ? [{ label: t("outcome.difficulties"), value: outcome.difficulties, wide: true }]
          : []),
      ]}
    />
  );
}

/** Patents in use, prizes, later projects: one line each. */
async function NamedOutcomes({ rows }: { rows: readonly OutcomeInput[] }) {
  const [t, common] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("common"),
  ]);
  return (
    <ul className={styles.plain}>
      {rows.map((row) => (
        <li key={`${row.kind} ${row.title}`}>
          {t(`outcomeKind.${row.kind}`)}
          {row.level ? ` · ${t(`level.${row.level}`)}` : ""} · {row.title}
          {row.number ? ` · ${row.number}` : ""}
          {row.amount ? (
            <>
              {" · "}
              <Money yuan={row.amount} unit={common("unit.wan")} />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
