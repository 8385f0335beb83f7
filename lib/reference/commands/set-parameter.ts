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
    const value = valueLike(newest.value, text);
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

/** Reads the text as the kind of value that the setting has; 422 where it is none. */
function valueLike(present: unknown, text: string): number | boolean | string {
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
