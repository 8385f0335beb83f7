import { Notice } from "@/components/ui/states";
import type { RuleProblem } from "@/lib/evaluation/publishing/numbers";
import { problemLabel, type RuleWords } from "./rule-words";

/** What stands against publishing a draft as it was last saved. */
export function ChecksBox({
  problems,
  context,
}: {
  problems: readonly RuleProblem[];
  context: RuleWords;
}) {
  const { t } = context;
  if (problems.length === 0) return <Notice title={t("screen.checksClear")} />;
  return (
    <Notice tone="warning" title={t("screen.checksOpen", { count: problems.length })}>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code}.${Object.values(problem.params).join()}`}>
            {problemLabel(context, problem)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
