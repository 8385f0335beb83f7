import type { PartContext } from "./part-context";

type Line = PartContext["report"]["lines"][number];

/** Points lost on a line; null where it doesn't apply or isn't scored yet. */
export function lossOf(line: Line): number | null {
  const score = line.score ?? line.selfScore;
  return line.notApplicable || score === null ? null : Number(line.weight) - Number(score);
}

/** The lines that lost most, the worst first. */
export const worstLines = (lines: readonly Line[], most: number) =>
  lines
    .flatMap((line) => {
      const loss = lossOf(line);
      return loss !== null && loss > 0 ? [{ line, loss }] : [];
    })
    .sort((a, b) => b.loss - a.loss)
    .slice(0, most);
