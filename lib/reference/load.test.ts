import { expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { loadPaper } from "@/lib/library/paper/load";
import { useDatabase } from "@/test/database";
import { loadReference } from "./load";
import { loadOptions } from "./queries";

useDatabase();

const load = () => database().$transaction((tx) => loadReference(tx, { demonstration: false }));

const counts = async () => ({
  districts: await database().district.count(),
  codes: await database().codeEntry.count(),
  parameters: await database().parameter.count(),
  forms: await database().formVersion.count(),
  sheets: await database().scoreSheet.count(),
  indicators: await database().indicator.count(),
  rules: await database().evaluationRule.count(),
  templates: await database().ledgerTemplate.count(),
  incentives: await database().incentiveRule.count(),
});

it("loads once, and leaves newer versions and ended codes as they are", async () => {
  await load();
  const first = await counts();
  expect(first).toMatchObject({ districts: 15, indicators: 52, templates: 6, sheets: 1, rules: 1 });
  expect(Object.values(first).every((count) => count > 0)).toBe(true);

  await database().parameter.updateMany({
    where: { key: "publicity_days" },
    data: { basis: "本局规定" },
  });
  await database().codeEntry.updateMany({
    where: { list: "country", code: "FR" },
    data: { validTo: new Date("2026-01-01") },
  });
  await load();
  expect(await counts()).toEqual(first);
  const kept = await database().parameter.findFirstOrThrow({
    where: { key: "publicity_days" },
    select: { basis: true, value: true },
  });
  expect(kept).toEqual({ basis: "本局规定", value: 5 });
  const options = await loadOptions(
    database(),
    ["country", "districts"],
    "en",
    new Date("2026-03-02T02:00:00Z"),
  );
  expect(options.country?.[0]).toEqual({ value: "RU", label: "Russia" });
  expect(options.country?.some(({ value }) => value === "FR")).toBe(false);
  expect(options.districts?.map(({ value }) => value)).not.toContain("320405");
});

it("loads the paper's figures as reported, twice without doubling them", async () => {
  for (const _ of [1, 2]) await database().$transaction((tx) => loadPaper(tx));
  expect(await database().historicalProject.count()).toBe(30);
  const total = await database().reportedFigure.findFirstOrThrow({
    where: { rowCode: "total", columnCode: "total" },
    select: { amount: true },
  });
  expect(total.amount.toFixed(2)).toBe("131760000.00");
  expect(await database().reportedFigure.count()).toBe(50);
});
