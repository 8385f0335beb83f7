import { expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { useWorld } from "@/test/world";
import { formVersionOf } from "./forms";

useWorld();

const now = new Date("2026-03-02T02:00:00Z");
const form = (schema: z.ZodType) => ({
  code: "mid_term_check",
  title: { zh: "中期检查自查报告", en: "Mid-term self-report" },
  schema,
});
const ask = (schema: z.ZodType) =>
  database().$transaction((tx) => formVersionOf(tx, form(schema), now));
const first = () => z.strictObject({ progress: z.string().max(4000) });

it("keeps one version as long as the questions are the same, and the next when they differ", async () => {
  const one = await ask(first());
  expect(await ask(first())).toBe(one);
  const two = await ask(first().extend({ problems: z.string() }));
  expect(two).not.toBe(one);
  const kept = await database().formVersion.findMany({
    where: { code: "mid_term_check" },
    orderBy: { version: "asc" },
    select: { id: true, version: true, definition: true },
  });
  expect(kept.map(({ id, version }) => [id, version])).toEqual([
    [one, 1],
    [two, 2],
  ]);
  expect(kept[0]?.definition).toMatchObject({
    questions: { properties: { progress: { type: "string", maxLength: 4000 } } },
  });
});

it("gives callers at once the same version", async () => {
  const schema = first().extend({ place: z.string() });
  const ids = await Promise.all(Array.from({ length: 8 }, () => ask(schema)));
  expect(new Set(ids).size).toBe(1);
});
