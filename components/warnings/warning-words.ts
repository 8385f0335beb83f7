import { daysUntil } from "@/components/project/words";
import { sentenceParams } from "@/components/ui/sentence";

type Text = (key: string, values?: Record<string, string | number>) => string;

interface Told {
  rule: string;
  since: Date;
  params: unknown;
  holderRole: string;
}

/** What is wrong, with the days that it has lasted. `t` is the translator of `warnings`. */
export const whyText = (row: Told, t: Text, now: Date): string =>
  t(`why.${row.rule}`, {
    ...sentenceParams(row.params),
    days: -(daysUntil(row.since, now) ?? 0),
  });

/** What to do about it; the district's part in it differs from the unit's. */
export const todoText = ({ rule, holderRole }: Told, t: Text): string =>
  t(
    holderRole === "district_officer" && ["link_late", "money_stuck"].includes(rule)
      ? `todo.${rule}_district`
      : `todo.${rule}`,
  );
