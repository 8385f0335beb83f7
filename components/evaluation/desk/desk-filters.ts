import type { Words } from "@/components/project/words";
import type { Filter } from "@/components/ui/list-tools";
import { type DeskFilter, deskStatuses } from "@/lib/evaluation/desk/filter";
import { acceptanceResultCodes, gradeCodes } from "@/lib/reference/codes/evaluation";
import { districts } from "@/lib/reference/districts";

type Text = (key: string) => string;

/** Where a project with an evaluation can stand. */
const states = ["evaluation", "tracking", "archived", "terminated", "revoked"] as const;

/** The filters of the evaluation desk. */
export function deskFilters(
  filter: DeskFilter,
  t: Text,
  words: Words,
  calls: readonly { id: string; code: string }[],
  thisYear: number,
): Filter[] {
  const named = (list: string, codes: readonly { code: string }[]) =>
    codes.map(({ code }) => ({ value: code, label: words.names(list, code) }));
  const one = (name: keyof DeskFilter, options: Filter["options"]): Filter => ({
    name,
    label: t(`filter.${name}`),
    value: filter[name]?.toString(),
    options,
  });
  return [
    one("year", years(thisYear)),
    one("district", named("district", districts)),
    one("grade", named("grade", gradeCodes)),
    one("result", named("acceptance_result", acceptanceResultCodes)),
    one(
      "status",
      deskStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
    ),
    one(
      "state",
      states.map((value) => ({ value, label: words.state(value) })),
    ),
    one(
      "call",
      calls.map(({ id, code }) => ({ value: id, label: code })),
    ),
    one("overdue", [{ value: "1", label: t("filter.overdueOnly") }]),
  ];
}

const years = (thisYear: number) =>
  Array.from({ length: thisYear - 2009 }, (_unused, back) => {
    const year = String(thisYear - back);
    return { value: year, label: year };
  });
