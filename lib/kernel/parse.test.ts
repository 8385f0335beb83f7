import { expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "./parse";

const schema = z.strictObject({ rows: z.array(z.strictObject({ name: z.string() })) });

it.each([
  ["a null character", { rows: [{ name: "a\u0000b" }] }, "rows.0.name"],
  ["half a surrogate pair", { rows: [{ name: "\ud83d" }] }, "rows.0.name"],
  ["a null character in a key", { rows: [{ "na\u0000me": 1 }] }, "rows.0"],
  ["a bare text", "\u0000", "_"],
])("refuses %s on its field", (_what, body, path) => {
  expect(() => parseInput(schema, body)).toThrow(
    expect.objectContaining({
      status: 422,
      details: { fields: { [path]: [{ code: "invalid_text", params: {} }] } },
    }),
  );
});

it("keeps whole characters, and depth that would exhaust the stack", () => {
  const body = { rows: [{ name: "𠮷野家 😀" }] };
  expect(parseInput(schema, body)).toEqual(body);
  const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  expect(() => parseInput(z.string(), deep)).toThrow(expect.objectContaining({ status: 422 }));
});

it("tells what is missing from what has the wrong type", () => {
  expect(() => parseInput(schema, {})).toThrow(
    expect.objectContaining({
      details: { fields: { rows: [{ code: "required", params: { expected: "array" } }] } },
    }),
  );
  expect(() => parseInput(schema, { rows: [{ name: 3 }] })).toThrow(
    expect.objectContaining({
      details: {
        fields: { "rows.0.name": [{ code: "invalid_type", params: { expected: "string" } }] },
      },
    }),
  );
});
