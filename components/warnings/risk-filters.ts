import type { Words } from "@/components/project/words";
import type { Filter } from "@/components/ui/list-tools";
import type { Actor } from "@/lib/access/actor";
import { stageIds } from "@/lib/lifecycle/states";
import { districts } from "@/lib/reference/districts";
import type { RiskFilter } from "@/lib/warnings/filter";
import { warningLevels, warningRuleIds } from "@/lib/warnings/rules";
import { boardScope } from "@/lib/warnings/scope";

type Text = (key: string) => string;

/** The filters of a board; districts only where the reader sees more than one. */
export function riskFilters(
  filter: RiskFilter,
  actor: Actor,
  t: Text,
  projects: Text,
  words: Words,
): Filter[] {
  const scope = boardScope(actor);
  const seen = districts.filter(
    ({ code }) => scope?.districts === "all" || scope?.districts.includes(code),
  );
  const all: Filter[] = [
    {
      name: "rule",
      label: t("filter.rule"),
      value: filter.rule,
      options: warningRuleIds.map((value) => ({ value, label: t(`rule.${value}`) })),
    },
    {
      name: "level",
      label: t("filter.level"),
      value: filter.level,
      options: warningLevels.map((value) => ({ value, label: t(`level.${value}`) })),
    },
    {
      name: "district",
      label: t("filter.district"),
      value: filter.district,
      options: seen.map(({ code }) => ({ value: code, label: words.names("district", code) })),
    },
    {
      name: "stage",
      label: t("filter.stage"),
      value: filter.stage,
      options: stageIds.map((value) => ({ value, label: projects(`stage.${value}`) })),
    },
  ];
  return seen.length > 1 ? all : all.filter(({ name }) => name !== "district");
}
