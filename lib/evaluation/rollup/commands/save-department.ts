import type { FieldProblems } from "@/lib/kernel/errors";
import { weightGaps } from "../completeness";
import { defineSave } from "../save-form";
import { saveDepartmentInput } from "../schema";

/**
 * The department's evaluation (部门评价): weights within their rule, bands and points of what is
 * judged; what the records say is computed.
 */
export const saveDepartment = defineSave({
  verb: "save-department",
  kind: "department",
  input: saveDepartmentInput,
  content: ({ opinion, lines }) => ({ opinion, lines }),
  problems: (rows) => {
    const fields: FieldProblems = {};
    const gaps = weightGaps(rows).map(({ problem }) => ({ code: problem }));
    if (gaps.length > 0) fields.lines = gaps;
    for (const [at, row] of rows.entries()) {
      if (row.problems.includes("score_out_of_band")) {
        fields[`lines.${at}.score`] = [{ code: "score_outside_band" }];
      }
    }
    return fields;
  },
});
