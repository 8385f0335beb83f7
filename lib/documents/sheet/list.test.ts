import { readSheet } from "read-excel-file/node";
import { expect, it } from "vitest";
import { listExcel } from "./list";

it("holds no live formula, whatever a unit is called", async () => {
  const bytes = await listExcel(
    "未报送单位",
    ["单位", "电话"],
    [
      ['=HYPERLINK("http://evil.example")', "+86 519 8888"],
      ["@SUM(1)", 7],
    ],
  );
  expect(await readSheet(bytes)).toEqual([
    ["单位", "电话"],
    [`'=HYPERLINK("http://evil.example")`, "'+86 519 8888"],
    ["'@SUM(1)", 7],
  ]);
});
