import type { Filter } from "@/components/ui/list-tools";
import { type State, stageIds, stateIds } from "@/lib/lifecycle/states";
import { type ProjectFilter, statesOf } from "@/lib/project/filter";
import { programmeLevelCodes } from "@/lib/reference/codes/cooperation";
import { countryCodes } from "@/lib/reference/codes/countries";
import { industryChainCodes } from "@/lib/reference/codes/industries";
import { districts } from "@/lib/reference/districts";
import type { Words } from "./words";

type Text = (key: string) => string;

/** The filters of the project list, in the order in which officials narrow down. */
export function projectFilters(filter: ProjectFilter, t: Text, words: Words, now: Date): Filter[] {
  const named = (list: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: words.names(list, value) }));
  const states: readonly State[] = filter.stage ? statesOf(filter.stage) : stateIds;
  return [
    { name: "q", label: t("filter.q"), value: filter.q, placeholder: t("filter.qHint") },
    {
      name: "stage",
      label: t("filter.stage"),
      value: filter.stage,
      options: stageIds.map((value) => ({ value, label: t(`stage.${value}`) })),
    },
    {
      name: "state",
      label: t("filter.state"),
      value: filter.state,
      options: states.map((value) => ({ value, label: words.state(value) })),
    },
    {
      name: "district",
      label: t("filter.district"),
      value: filter.district,
      options: named(
        "district",
        districts.map((district) => district.code),
      ),
    },
    {
      name: "country",
      label: t("filter.country"),
      value: filter.country,
      options: named(
        "country",
        countryCodes.map((entry) => entry.code),
      ),
    },
    {
      name: "industry",
      label: t("filter.industry"),
      value: filter.industry,
      options: named(
        "industry",
        industryChainCodes.map((entry) => entry.code),
      ),
    },
    {
      name: "level",
      label: t("filter.level"),
      value: filter.level,
      options: named(
        "programme_level",
        programmeLevelCodes.map((entry) => entry.code),
      ),
    },
    {
      name: "year",
      label: t("filter.year"),
      value: filter.year?.toString(),
      options: years(now).map((year) => ({ value: year, label: year })),
    },
    ...(filter.funded
      ? [
          {
            name: "funded",
            label: t("filter.funded"),
            value: String(filter.funded),
            options: [
              { value: "all", label: t("filter.fundedAny") },
              ...years(now).map((year) => ({ value: year, label: year })),
            ],
          },
        ]
      : []),
    {
      name: "overdue",
      label: t("filter.overdue"),
      value: filter.overdue,
      options: [{ value: "1", label: t("filter.overdueOnly") }],
    },
  ];
}

/** From the year in which the records begin to the next one, newest first. */
function years(now: Date): string[] {
  const last = now.getUTCFullYear() + 1;
  return Array.from({ length: last - 2010 }, (_unused, index) => String(last - index));
}
