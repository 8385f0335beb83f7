import { industryChainCodes } from "@/lib/reference/codes/industries";

/** Industries to choose from, in the reader's language. */
export const industryChoices = (locale: string): { value: string; label: string }[] =>
  industryChainCodes.map(({ code, zh, en }) => ({ value: code, label: locale === "en" ? en : zh }));
