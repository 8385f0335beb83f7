import { formatWan } from "@/components/ui/format";
import { indicatorName } from "../line-text";
import { consequenceTitle } from "./following-part";
import { worstLines } from "./losses";
import type { PartContext } from "./part-context";

const worst = 3;

/** What a leader reads in a minute on the cover: sub-totals, where points were lost, money, what follows. */
export function leadOf(context: PartContext): (readonly [string, string])[] {
  const { report, words, t } = context;
  const lost = worstLines(report.lines, worst).map(({ line, loss }) =>
    t("paper.gap", {
      code: line.indicatorCode,
      name: indicatorName(line, words),
      loss: loss.toFixed(2),
    }),
  );
  const sums = report.subtotals.map(
    ({ key, score, weight }) => `${words.names("indicator_level", key)} ${score}/${weight}`,
  );
  const { budget, paid, spent } = report.money;
  return [
    [t("paper.subtotals"), sums.join(t("paper.leadSeparator"))],
    [t("paper.gaps"), lost.join("\n") || "—"],
    [
      t("paper.leadMoney"),
      t("paper.leadMoneyText", {
        budget: formatWan(budget),
        paid: formatWan(paid),
        spent: formatWan(spent),
      }),
    ],
    [t("paper.following"), followsText(context)],
  ];
}

function followsText(context: PartContext): string {
  const { report, t } = context;
  const standing = report.follows?.consequences.filter((row) => row.standing === "in_force") ?? [];
  if (standing.length > 0) {
    return [...new Set(standing.map((row) => consequenceTitle(context, row)))].join("\n");
  }
  return report.status === "final" ? t("paper.nothingFollows") : t("consequence.pending");
}
