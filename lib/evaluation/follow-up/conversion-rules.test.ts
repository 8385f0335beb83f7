import { expect, it } from "vitest";
import { conversionOf } from "./conversion-rules";

const grown = (projectId: string, number: string, amount: string, districtId = "320412") => ({
  projectId,
  projectTitle: "市级项目",
  number,
  title: "省重点研发",
  level: "provincial",
  amount,
  districtId,
  year: 2024,
});

it("counts a grown project once however many reports name it, and sums before it divides", () => {
  const cells = [
    { districtId: "320412", year: 2024, projects: 3, grant: "1200000.00" },
    { districtId: "320411", year: 2024, projects: 1, grant: "400000.00" },
    { districtId: "320411", year: 2025, projects: 1, grant: "0.00" },
  ];
  const { rows, total, upperProjects } = conversionOf(cells, [
    grown("a", "1号", "3000000"),
    grown("a", "1号", "3000000"),
    grown("a", "2号", "1000000"),
    grown("b", "3号", "500000", "320411"),
  ]);
  expect(upperProjects).toHaveLength(3);
  expect(rows.map(({ districtId, year }) => [districtId, year])).toEqual([
    ["320411", 2025],
    ["320411", 2024],
    ["320412", 2024],
  ]);
  expect(rows[0]).toMatchObject({ grown: 0, rate: "0.0", perYuan: null });
  expect(rows[1]).toMatchObject({ grown: 1, rate: "100.0", perYuan: "1.25" });
  expect(rows[2]).toMatchObject({ grown: 1, rate: "33.3", perYuan: "3.33", upper: "4000000.00" });
  expect(total).toMatchObject({ projects: 5, grown: 2, rate: "40.0", perYuan: "2.81" });
});

it("has no total without projects", () => {
  expect(conversionOf([], [])).toEqual({ rows: [], total: null, upperProjects: [] });
});
