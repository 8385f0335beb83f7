import { formatWan } from "@/components/ui/format";

interface RouteFacts {
  route: string;
  routeBasis: { grant: string; below: string; lightProfile: boolean; byRule: boolean };
}

type Text = (key: string, values?: Record<string, string>) => string;

/** How the project is accepted, and the rule that chose it (domain.md §1.6). */
export function routeText({ route, routeBasis }: RouteFacts, t: Text, unit: string): string {
  const { lightProfile, byRule, grant, below } = routeBasis;
  const name = t(`route.${route}`);
  if (!byRule) return t("routeWhy.chosen", { route: name });
  if (lightProfile) return t("routeWhy.light", { route: name });
  return t(route === "written" ? "routeWhy.below" : "routeWhy.from", {
    route: name,
    grant: `${formatWan(grant)} ${unit}`,
    below: `${formatWan(below)} ${unit}`,
  });
}
