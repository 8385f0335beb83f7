import type { z } from "zod";
import type { CommandContext } from "@/lib/kernel/command";
import { invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { compareYuan } from "@/lib/kernel/money";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import type { trackingContent } from "../schema";
import { upperProjectProblems } from "./rules";

type Content = z.output<typeof trackingContent>;
type Context = Pick<CommandContext, "tx" | "now">;

interface ReportRow {
  id: string;
  dueAt: Date;
}

/** One outcome as the table keeps it. Amounts in yuan. */
interface OutcomeDraft {
  kind: string;
  title?: string;
  number?: string | null;
  level?: string | null;
  amount?: string | null;
  count?: number | null;
}

/** Totals of the report, by the kind of outcome that they are. */
const amounts = [
  ["sales", "sales"],
  ["exports", "exports"],
  ["profitAndTax", "profit_tax"],
  ["followUpInvestment", "investment"],
] as const;

const counts = [
  ["jobs", "jobs"],
  ["patentsFiled", "patent_filed"],
  ["patentsGranted", "patent_granted"],
  ["standards", "standard"],
  ["followUpContracts", "contract"],
] as const;

/** What a report tells, as rows: its totals that are not zero, and each outcome by name. */
function draftsOf(content: Content): OutcomeDraft[] {
  const totals = amounts
    .filter(([key]) => compareYuan(content[key] ?? "0", "0") > 0)
    .map(([key, kind]) => ({ kind, amount: content[key] }));
  const numbers = counts
    .filter(([key]) => (content[key] ?? 0) > 0)
    .map(([key, kind]) => ({ kind, count: content[key] }));
  const named = (content.outcomes ?? []).map(({ kind, title, number, level, amount }) => ({
    kind,
    title,
    number: number || null,
    level: kind === "upper_project" ? (level ?? null) : null,
    amount: amount ?? null,
    count: 1,
  }));
  return [...totals, ...numbers, ...named];
}

/**
 * Stores what a submitted report tells in place of what it told before. They count in the figures
 * once the district has confirmed the report. A later project of an upper level must name its level,
 * document and grant (422).
 */
export async function storeOutcomes(
  { tx, now }: Context,
  project: ProjectRecord,
  report: ReportRow,
  content: Content,
  recordedById: string,
): Promise<void> {
  const problems = upperProjectProblems(content.outcomes ?? []);
  if (problems.length > 0) {
    throw invalid(
      Object.fromEntries(
        problems.map(({ at, field }) => [
          `content.outcomes.${at}.${field}`,
          [{ code: "upper_project_incomplete" }],
        ]),
      ),
    );
  }
  await tx.outcome.deleteMany({ where: { projectId: project.id, reportId: report.id } });
  await tx.outcome.createMany({
    data: draftsOf(content).map((draft) => ({
      id: newId(),
      ...guardedBy(project),
      reportId: report.id,
      year: report.dueAt.getUTCFullYear(),
      ...draft,
      recordedById,
      recordedAt: now,
    })),
  });
}

/** The district stands for what the report tells, or takes that back. */
export async function confirmOutcomes(
  { tx }: Pick<CommandContext, "tx">,
  projectId: string,
  reportId: string,
  confirmedAt: Date | null,
): Promise<void> {
  await tx.outcome.updateMany({ where: { projectId, reportId }, data: { confirmedAt } });
}
