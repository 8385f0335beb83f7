import { describe, expect, it } from "vitest";
import { z } from "zod";
import { field } from "@/lib/kernel/field";
import { type FormTexts, formModel } from "./model";
import { fieldAt } from "./model-path";
import { problemsOf, wordingCode } from "./problems";
import { toFormValues, toPayload } from "./values";

const texts: FormTexts = {
  label: (path) => `label ${path}`,
  help: () => undefined,
  option: (path, _name, value) => `${path}=${value}`,
  text: (key) => `text ${key}`,
};

const schema = z
  .strictObject({
    projectId: z.uuid(),
    version: z.int(),
    opinion: field(z.string().trim().min(1).max(2000), { lines: 6 }),
    verdict: z.enum(["agree", "refuse"]),
    reason: field(z.string().max(500), {
      showWhen: { field: "verdict", in: ["refuse"] },
    }).optional(),
    grant: field(z.string().regex(/^\d+(\.\d{1,2})?$/), { kind: "money" }),
    country: field(z.string(), { kind: "select", options: "countries" }),
    people: z.int().min(0),
    share: field(z.number(), { kind: "percent" }).nullable(),
    start: z.iso.date(),
    hearing: z.iso.datetime().optional(),
    pledge: z.literal(true),
    items: z
      .array(z.strictObject({ name: z.string(), amount: field(z.string(), { kind: "money" }) }))
      .min(1)
      .max(5),
    contact: z.strictObject({ phone: z.string() }),
    secret: field(z.string(), { kind: "hidden" }).optional(),
  })
  .refine((input) => input.pledge);

const model = formModel(schema, {
  texts,
  hidden: ["projectId", "version"],
  lists: { countries: [{ value: "IL", label: "Israel" }] },
});

const typed = {
  opinion: " good ",
  verdict: "agree",
  reason: "left over",
  grant: "１,200.5",
  country: "IL",
  people: "12",
  share: "",
  start: "2026-03-01",
  hearing: "2026-03-02T09:30",
  pledge: true,
  items: [{ name: "A", amount: "0.5" }],
  contact: { phone: "0519" },
};

describe("formModel", () => {
  it("leaves out what the page gives and what is hidden", () => {
    expect(model.fields.map(({ name }) => name)).toEqual([
      "opinion",
      "verdict",
      "reason",
      "grant",
      "country",
      "people",
      "share",
      "start",
      "hearing",
      "pledge",
      "items",
      "contact",
    ]);
  });

  it.each([
    ["opinion", "longText"],
    ["verdict", "radio"],
    ["grant", "money"],
    ["country", "select"],
    ["people", "integer"],
    ["share", "percent"],
    ["start", "date"],
    ["hearing", "instant"],
    ["pledge", "checkbox"],
    ["items", "rows"],
    ["items.3.amount", "money"],
    ["contact", "group"],
  ])("asks for %s as %s", (path, kind) => {
    expect(fieldAt(model.fields, path)?.kind).toBe(kind);
  });

  it("knows what is required, how long it may be, and its choices", () => {
    expect(fieldAt(model.fields, "opinion")).toMatchObject({
      required: true,
      maxLength: 2000,
      lines: 6,
    });
    expect(fieldAt(model.fields, "share")).toMatchObject({ required: false, nullable: true });
    expect(fieldAt(model.fields, "hearing")?.required).toBe(false);
    expect(fieldAt(model.fields, "verdict")?.choices?.[1]).toEqual({
      value: "refuse",
      label: "verdict=refuse",
    });
    expect(fieldAt(model.fields, "items.amount")?.label).toBe("label items.amount");
  });

  it("says which list is missing", () => {
    expect(() => formModel(schema, { texts })).toThrow("countries");
  });

  it("sends no meta to the browser, and the schema there refuses what zod refuses", () => {
    expect(JSON.stringify(model.schema)).not.toContain("countries");
    const again = z.fromJSONSchema(model.schema);
    const page = { projectId: "0190a5b2-7c1e-7000-8000-000000000001", version: 3 };
    expect(again.safeParse({ ...page, ...toPayload(model.fields, typed) }).success).toBe(true);
    const found = again.safeParse({ ...page, ...toPayload(model.fields, { items: [] }) });
    expect(Object.keys(problemsOf(found.error?.issues ?? []))).toEqual(
      expect.arrayContaining(["opinion", "grant", "items", "contact"]),
    );
  });
});

describe("values", () => {
  it("posts yuan, numbers, instants; leaves out what is empty or unused", () => {
    expect(toPayload(model.fields, typed)).toEqual({
      opinion: "good",
      verdict: "agree",
      grant: "12005000",
      country: "IL",
      people: 12,
      share: null,
      start: "2026-03-01",
      hearing: "2026-03-02T01:30:00.000Z",
      pledge: true,
      items: [{ name: "A", amount: "5000" }],
      contact: { phone: "0519" },
    });
  });

  it("shows again what was posted", () => {
    const posted = toPayload(model.fields, typed);
    const shown = toFormValues(model.fields, posted);
    expect(shown).toMatchObject({ grant: "1200.5", people: "12", hearing: "2026-03-02T09:30" });
    expect(toPayload(model.fields, shown)).toEqual(posted);
  });

  it("passes on what it can't read, so that the schema refuses it", () => {
    expect(toPayload(model.fields, { ...typed, people: "many", grant: "1e5" })).toMatchObject({
      people: "many",
      grant: "1e5",
    });
  });

  it("asks a conditional field only when it is needed", () => {
    const refused = toPayload(model.fields, { ...typed, verdict: "refuse", reason: "late" });
    expect(refused.reason).toBe("late");
  });
});

describe("wordingCode", () => {
  it.each([
    ["text", { code: "too_small", params: { minimum: 1 } }, "required"],
    ["longText", { code: "too_big", params: { maximum: 9 } }, "too_long"],
    ["rows", { code: "too_small", params: { minimum: 1 } }, "too_few"],
    ["integer", { code: "too_small", params: { minimum: 1 } }, "too_small"],
    ["money", { code: "invalid_format" }, "invalid_decimal"],
    ["date", { code: "invalid_format" }, "invalid_date"],
    ["checkbox", { code: "invalid_value" }, "must_agree"],
    ["text", { code: "quota_exceeded" }, "quota_exceeded"],
  ] as const)("words %s %j", (kind, problem, expected) => {
    expect(wordingCode(kind, problem)).toBe(expected);
  });
});
