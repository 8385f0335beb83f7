import { expect, it } from "vitest";
import { gridOf } from "./grid";

it("gives every cell its place and leaves what is covered empty", () => {
  const grid = gridOf({
    widths: [1, 1, 1],
    rows: [
      [
        { text: "a", rows: 2 },
        { text: "b", cols: 2 },
      ],
      [{ text: "c" }, { text: "d" }],
    ],
  });
  expect(grid.map((row) => row.map((cell) => cell?.text ?? null))).toEqual([
    ["a", "b", null],
    [null, "c", "d"],
  ]);
});
