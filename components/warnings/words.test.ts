import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { loadMessages } from "@/i18n/messages";
import { warningRuleIds } from "@/lib/warnings/rules";
import { todoText, whyText } from "./warning-words";

const params = {
  link: "digest",
  technology: "相控换能器",
  planned: "2026-06-30",
  paid: "2026-01-31",
  ratio: "0.20",
  path: "0.80",
  name: "样机完成",
  report: "annual",
  year: 2026,
  person: "吴敏",
  part: "key",
  amount: "360000.00",
  spentAmount: "100000.00",
};
const now = new Date("2026-11-26T04:00:00Z");
const since = new Date("2026-10-17T00:00:00Z");

type Values = Record<string, string | number>;

/** The sentence at a path of a language's texts; throws where there is none. */
function sentence(locale: (typeof LOCALES)[number], path: string, values: Values = {}): string {
  let node: unknown = loadMessages(locale);
  for (const step of path.split(".")) {
    node = typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined;
  }
  if (typeof node !== "string") throw new Error(`${locale} has no ${path}`);
  return createTranslator({ locale, messages: { told: node } })("told", values);
}

describe.each(LOCALES)("in %s", (locale) => {
  const all = (path: string, values?: Values) => sentence(locale, path, values);
  const told = (key: string, values?: Values) => all(`warnings.${key}`, values);

  it.each(warningRuleIds)("%s says why, what to do, and what lies on the desk", (rule) => {
    for (const holderRole of ["filler", "district_officer"]) {
      const row = { rule, since, params, holderRole };
      expect(whyText(row, told, now)).not.toMatch(/[{}]|warnings\./);
      expect(todoText(row, told)).not.toMatch(/[{}]|warnings\./);
    }
    expect(all(`warnings.duties.${rule}`, { ...params, amountWan: "36" })).not.toMatch(/[{}]/);
    expect(all(`desk.group.warnings.${rule}`)).not.toBe("");
    for (const verb of ["raise", "worsen", "ease", "close"]) {
      const event = all(`warnings.events.${verb}`, { rule, level: "red" });
      expect(event).toContain(all(`warnings.rule.${rule}`));
    }
  });

  it("counts the days and tells money in the reader's unit", () => {
    const row = { rule: "money_stuck", since, params, holderRole: "unit_admin" };
    expect(whyText(row, told, now)).toContain("40");
    expect(whyText(row, told, now)).toContain(locale === "en" ? "360,000" : "36 万元");
  });
});
