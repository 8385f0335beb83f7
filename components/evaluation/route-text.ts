import { formatDecimal, formatWan } from "@/components/ui/format";

interface RouteFacts {
  route: string;
  routeBasis: { grant: string; below: string; lightProfile: boolean; byRule: boolean };
}

type Text = (key: string, values?: Record<string, string>) => string;

/**
 * How the project is accepted, and the rule that chose it (domain.md §1.6). `unit` is the word for 万元;
 * English has none: 42 of them are CNY 420,000.
 */
export function routeText(
  { route, routeBasis }: RouteFacts,
  t: Text,
  { unit, locale }: { unit: string; locale: string },
): string {
  const amount = (yuan: string) =>
    locale === "en" ? `CNY ${formatDecimal(yuan)}` : `${formatWan(yuan)} ${unit}`;
  const { lightProfile, byRule, grant, below } = routeBasis;
  const name = t(`route.${route}`);
  if (!byRule) return t("routeWhy.chosen", { route: name });
  if (lightProfile) return t("routeWhy.light", { route: name });
  return t(route === "written" ? "routeWhy.below" : "routeWhy.from", {
    route: name,
    grant: amount(grant),
    below: amount(below),
  });
}
