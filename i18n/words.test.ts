import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LOCALES } from "./locale";
import { loadMessages, type Messages } from "./messages";

/** Where a status is shown, and every value that its column can hold. */
const statuses: Record<string, readonly string[]> = {
  "accounts.status": ["active", "disabled", "registered", "confirmed", "confirmed_by_import"],
  "calls.status": ["draft", "published"],
  "rollup.status": ["none", "draft", "final"],
  "carriers.status": ["draft", "final"],
  "application.registrationStatus": ["pending", "confirmed", "rejected"],
  "screens-approval.proxy.statusOf": ["pending", "confirmed", "rejected", "lapsed"],
  "screens-approval.seat": ["invited", "accepted", "submitted", "recused", "replaced"],
  "screens-approval.objection.statusOf": ["filed", "accepted", "refused", "upheld", "dismissed"],
  "screens-absorption.linkStatus": ["open", "submitted", "returned", "closed"],
  "screens-absorption.evidenceStatus": ["submitted", "confirmed", "returned"],
  "screens-absorption.reportStatus": [
    ...["open", "returned", "submitted", "district_confirmed", "closed", "cancelled"],
  ],
  "screens-absorption.changeStatus": [
    ...["district_opinion", "bureau_review", "signing", "approved", "rejected", "withdrawn"],
    "recorded",
  ],
  "screens-absorption.trancheStatus": ["planned", "issued", "received", "cancelled", "held"],
  "screens-absorption.paymentStatus": ["issued", "at_district_finance", "received", "held"],
  "screens-absorption.refundStatus": [
    ...["computed", "notified", "paid", "enforced", "nothing_owed", "replaced"],
  ],
  "screens-absorption.midTermStatus": ["planned", "self_report", "checked", "cancelled"],
  "screens-absorption.incentiveStatus": [
    ...["claimed", "confirmed", "issued", "refused", "withdrawn"],
  ],
  "screens-absorption.suspension": ["proposed", "suspended"],
  "screens-evaluation.seatStatus": ["invited", "accepted", "submitted", "recused", "replaced"],
  "screens-evaluation.evaluationStatus": ["self", "submitted", "audited", "final"],
  "screens-evaluation.trackingStatus": [
    ...["open", "returned", "submitted", "district_confirmed", "closed", "cancelled"],
  ],
};

/** Statuses of rows whose standing is told by something else: duties, contracts, an acceptance's state. */
const untold = [
  ...["done", "drafting", "effective", "superseded", "in_force", "filing", "review"],
  ...["rectification", "concluded", "requested", "given"],
  ...["ok", "unavailable", "desc"],
  ...["opened", "dropped", "lifted", "ended"],
];

const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/\.(test|fixture)\.ts$|^generated/.test(file))
  .map((file) => readFileSync(join("lib", file), "utf8"));

const found = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""))),
];

function text(messages: Messages, key: string): unknown {
  let node: unknown = messages;
  for (const step of key.split(".")) {
    node = typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined;
  }
  return node;
}

describe.each(LOCALES)("in %s", (locale) => {
  const messages = loadMessages(locale);
  const missing = (keys: readonly string[]) =>
    keys.filter((key) => typeof text(messages, key) !== "string");

  it("every status has its words", () => {
    const keys = Object.entries(statuses).flatMap(([place, values]) =>
      values.map((value) => `${place}.${value}`),
    );
    expect(missing(keys)).toEqual([]);
  });

  it("every duty has its words", () => {
    const kinds = [
      ...found(/\bkind: "([a-z]+\.[a-z_-]+)"/g),
      ...found(/openSeatDuty\([^)]*"([a-z]+\.[a-z_-]+)"\)/g),
      ...found(/^ {2}(?:review|acceptance): "([a-z]+\.[a-z_-]+)"/gm),
      ...found(/kind = "([a-z]+\.[a-z_-]+)"/g),
    ].filter((kind) => !kind.startsWith("state."));
    expect(kinds.length).toBeGreaterThan(30);
    const keys = kinds.map((kind) => kind.replace(".", ".duties."));
    expect(missing([...new Set(keys)])).toEqual([]);
  });
});

/** All keys that stand in a group of statuses. */
function statusKeys(node: Messages, inGroup = false): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string"
      ? inGroup
        ? [key]
        : []
      : statusKeys(value, inGroup || /status/i.test(key)),
  );
}

it.each(LOCALES)("every status that the rooms write has words somewhere in %s", (locale) => {
  const known = new Set([
    ...Object.values(statuses).flat(),
    ...statusKeys(loadMessages(locale)),
    ...untold,
  ]);
  expect(found(/\bstatus: "([a-z_]+)"/g).filter((status) => !known.has(status))).toEqual([]);
});
