import { mayHold } from "@/lib/access/policy";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { setParameterInput } from "../schema";

/** Puts a new version of a setting in force; earlier versions stay. */
export const setParameter = defineCommand({
  name: "reference.set-parameter",
  input: setParameterInput,
  roles: ["sysadmin"],
  load: (tx, { key }) => newestParameter(tx, key),
  allow: (actor) => mayHold(actor, ["sysadmin"]),
  rule: (newest, { version }) => {
    if (newest.version !== version) throw conflict("version_conflict", { version: newest.version });
  },
  run: async ({ tx, actor, now }, newest, { key, value: text, basis }) => {
    const value = valueLike(newest, text);
    await tx.parameter.create({
      data: {
        id: newId(),
        key,
        version: newest.version + 1,
        value,
        unit: newest.unit,
        basis,
        validFrom: now,
        createdById: actor.userId,
      },
      select: { id: true },
    });
    return {
      data: { key, version: newest.version + 1 },
      event: {
        subject: { type: "parameter", id: newest.id },
        params: { key, from: String(newest.value), to: String(value), basis },
      },
    };
  },
});

async function newestParameter(tx: Tx, key: string) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`parameter:${key}`}, 0))`;
  return tx.parameter.findFirst({
    where: { key },
    orderBy: { version: "desc" },
    select: { id: true, version: true, value: true, unit: true },
  });
}

/** A day of the year as people write it: 12-26, 12月26日, 1226. */
const monthDay = /^(\d{1,2})[-/.月]?(\d{2})日?$/;

/** Reads the text as the kind of value that the setting has; 422 where it is none. */
function valueLike(
  { value: present, unit }: { value: unknown; unit: string | null },
  text: string,
): number | boolean | string {
  if (unit === "month_day") return dayOfYear(text);
  if (typeof present === "number") {
    if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(text)) throw invalidField("value", "invalid_decimal");
    return Number(text);
  }
  if (typeof present === "boolean") {
    if (text !== "true" && text !== "false") throw invalidField("value", "invalid_value");
    return text === "true";
  }
  return text;
}

/** Month and day as one number, 1226 = 26 December; in a leap year the 29th of February exists. */
function dayOfYear(text: string): number {
  const [, month = "", day = ""] = monthDay.exec(text.normalize("NFKC").trim()) ?? [];
  const at = new Date(Date.UTC(2024, Number(month) - 1, Number(day)));
  const real = at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day);
  if (month === "" || !real) throw invalidField("value", "invalid_month_day");
  return Number(month) * 100 + Number(day);
}
