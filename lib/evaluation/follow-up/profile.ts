/** What a follow-up report must state; the light profile is asked a third (domain.md §1.6). */
const required = {
  full: [
    "summary",
    "sales",
    "exports",
    "profitAndTax",
    "jobs",
    "patentsFiled",
    "patentsGranted",
    "standards",
    "followUpContracts",
    "followUpInvestment",
  ],
  light: ["summary", "sales", "jobs"],
} as const;

/** All that a follow-up report of a profile asks, in the order of its form. */
export const followUpQuestions = {
  full: [...required.full, "outcomes", "difficulties"],
  light: [...required.light, "difficulties"],
} as const;

/** The first thing that a follow-up report of this profile must state and doesn't; null when complete. */
export function missingOutcome(
  lightProfile: boolean,
  content: Readonly<Record<string, unknown>>,
): string | null {
  const names: readonly string[] = required[lightProfile ? "light" : "full"];
  return names.find((name) => isBlank(content[name])) ?? null;
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");
