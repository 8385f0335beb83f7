import { deflateRawSync } from "node:zlib";
import { readSheet } from "read-excel-file/node";
import { expect, it } from "vitest";
import { rowsOfSheets } from "./rows";
import { strayTargets, targetsFor, targetsOfSheet } from "./targets";
import { ledgerTemplate, plainText } from "./template";
import { undertakingOf } from "./undertaking";
import { zipProblem } from "./zip-guard";

/** A container of one entry that claims to be small. */
function container(size: number): Buffer {
  const data = deflateRawSync(Buffer.alloc(size));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(10, 24);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + data.length, 16);
  return Buffer.concat([local, data, entry, end]);
}

it("opens no container that swells, whatever sizes it declares", () => {
  expect(zipProblem(container(1000))).toBeNull();
  expect(zipProblem(container(40 * 1024 * 1024))).toBe("sheet_too_large");
  expect(zipProblem(Buffer.alloc(10))).toBe("not_a_sheet");
  expect(zipProblem(Buffer.alloc(100))).toBe("not_a_sheet");
});

it.each(["zh-CN", "en"] as const)("makes a template in %s that it reads itself", async (locale) => {
  const options = { country: [{ value: "DE", label: "=cmd()" }] };
  const bytes = await ledgerTemplate(locale, options);
  expect(zipProblem(bytes)).toBeNull();
  const header = await readSheet(bytes);
  const targets = await readSheet(bytes, 3);
  const { problems } = rowsOfSheets(
    {
      ledger: header.map((row) => row.map(String)),
      targets: targets.map((row) => row.map(String)),
    },
    () => undefined,
    "2026-03-02",
  );
  expect(problems.map(({ code }) => code)).toEqual(["sheet_empty"]);
  const codes = await readSheet(bytes, 2);
  expect(codes.flat()).toContain("'=cmd()");
});

it("keeps text that looks like a formula as text", () => {
  expect(["=1", "+1", "-1", "@a", "甲"].map(plainText)).toEqual(["'=1", "'+1", "'-1", "'@a", "甲"]);
});

it("plans a ledger line's links in equal parts of its term", () => {
  const term = { startsOn: "2025-01-01", endsOn: "2025-12-31" };
  const { technologies } = undertakingOf("甲；乙;甲", term, "2025-01-01");
  expect(technologies.map(({ name, weight }) => [name, weight])).toEqual([
    ["甲", 0.5],
    ["乙", 0.5],
  ]);
  expect(technologies[0]).toMatchObject({ importBy: "2025-04-02", reinnovateBy: "2025-12-31" });
  // What lies behind the day of the import is planned a month ahead: nothing starts late.
  const late = undertakingOf("甲", term, "2025-08-01").technologies[0];
  expect(late).toMatchObject({
    importBy: "2025-08-31",
    digestBy: "2025-08-31",
    absorbBy: "2025-10-01",
    reinnovateBy: "2025-12-31",
  });
});

it("reads the targets beside the ledger, by number or title", () => {
  const read = targetsOfSheet(
    [
      ["项目编号或名称 *", "指标代码 *", "目标值 *", "核心指标（是/否）"],
      ["A-1", "Q2", "3", "是"],
      ["", "", "", ""],
      ["甲项目", "Q3", "2", null],
      ["A-1", "", "2", null],
      ["乙项目", "Q3", "达成", null],
    ],
    (list, text) => (list === "achievement" && text === "达成" ? "achieved" : undefined),
  );
  expect(read.targets.at(-1)?.value).toBe("achieved");
  expect(read.problems).toMatchObject([{ row: 5, code: "target_incomplete" }]);
  const line = { number: "A-1", title: "甲项目" };
  expect(targetsFor(read, line)).toEqual([
    { indicatorCode: "Q2", value: "3", core: true },
    { indicatorCode: "Q3", value: "2", core: false },
  ]);
  expect(strayTargets(read, [line])).toMatchObject([
    { row: 6, code: "target_without_project", params: { value: "乙项目" } },
  ]);
});
