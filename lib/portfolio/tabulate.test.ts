import { expect, it } from "vitest";
import { Prisma } from "@/lib/generated/prisma/client";
import { tabulate } from "./queries";
import { fundingSummary } from "./summary";

const cell = (code: string, year: number, amount: number) => ({
  code,
  year,
  amount: new Prisma.Decimal(amount),
});

it("has a column for every year, with 0 where nothing was given", () => {
  const table = tabulate([cell("A", 2021, 5), cell("B", 2024, 7), cell("A", 2024, 1)]);
  expect(table.years).toEqual([2021, 2022, 2023, 2024]);
  expect(table.totalByYear).toEqual({ 2021: "5.00", 2022: "0.00", 2023: "0.00", 2024: "8.00" });
  expect(table.rows.map(({ code, byYear }) => [code, byYear[2022], byYear[2024]])).toEqual([
    ["B", "0.00", "7.00"],
    ["A", "0.00", "1.00"],
  ]);
  const { rows, changes } = fundingSummary(table, { first: 6, second: 2 });
  expect(rows[0]?.amounts).toEqual(["0.00", "0.00", "0.00", "7.00"]);
  expect(changes).toHaveLength(3);
});

it("is empty without cells", () => {
  expect(tabulate([])).toEqual({ years: [], rows: [], totalByYear: {}, total: "0.00" });
});
