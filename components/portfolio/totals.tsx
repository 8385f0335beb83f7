import { getTranslations } from "next-intl/server";
import { daysUntil } from "@/components/project/words";
import { Money, Stat, Stats } from "@/components/ui/figures";
import { isState, stateRow } from "@/lib/lifecycle/states";
import type { overdueProjects, StateCount } from "@/lib/portfolio/queries";
import type { FundingSummary } from "@/lib/portfolio/summary";

interface TotalsProps {
  states: readonly StateCount[];
  own: FundingSummary;
  reported: FundingSummary | null;
  overdue: Awaited<ReturnType<typeof overdueProjects>>;
  /** Open early warnings; null for readers without a risk board. */
  warnings: { red: number; amber: number } | null;
  now: Date;
}

/** The figures that a leader asks for first; each leads to its list. */
export async function Totals({ states, own, reported, overdue, warnings, now }: TotalsProps) {
  const t = await getTranslations("overview");
  const count = (wanted: (state: StateCount) => boolean) =>
    states.filter(wanted).reduce((sum, row) => sum + row.count, 0);
  const inStage = (stage: string) =>
    count(({ state }) => isState(state) && stateRow(state).stage === stage && isOpen(state));
  const late = states.reduce((sum, row) => sum + row.overdue, 0);
  const worst = overdue[0] ? -(daysUntil(overdue[0].dueAt, now) ?? 0) : 0;
  return (
    <Stats>
      <Stat label={t("total.projects")} value={count(() => true)} href="/projects" />
      <Stat
        label={t("total.absorption")}
        value={inStage("absorption")}
        href="/projects?stage=absorption"
      />
      <Stat
        label={t("total.evaluation")}
        value={inStage("evaluation")}
        href="/projects?stage=evaluation"
      />
      <Stat
        label={t("total.overdue")}
        value={late}
        alarm={late > 0}
        note={late > 0 ? t("total.longest", { days: worst }) : undefined}
        href="/projects?overdue=1&sort=due"
      />
      {warnings ? (
        <Stat
          label={t("total.warnings")}
          value={warnings.red + warnings.amber}
          alarm={warnings.red > 0}
          note={t("total.warningsRed", { red: warnings.red })}
          href="/risks"
        />
      ) : null}
      <Stat
        label={t("total.own")}
        value={<Money yuan={own.total} />}
        note={t("total.ownNote")}
        href="/projects?funded=all"
      />
      {reported ? (
        <Stat
          label={t("total.reported")}
          value={<Money yuan={reported.total} />}
          note={t("total.reportedNote")}
          href="#source-table2"
        />
      ) : null}
    </Stats>
  );
}

const isOpen = (state: string): boolean => isState(state) && stateRow(state).end === "open";
