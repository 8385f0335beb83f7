import { mayHold } from "@/lib/access/policy";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { addCodeInput } from "../schema";

/** Lists that are open without entries: their members come in as data (domain.md §5.4 b). */
const openLists: readonly string[] = ["industry_1028"];

/** Adds an entry to a code list from a day on. */
export const addCode = defineCommand({
  name: "reference.add-code",
  input: addCodeInput,
  roles: ["sysadmin"],
  load: async (tx, { list, code }) => ({
    known: openLists.includes(list) || (await tx.codeEntry.count({ where: { list } })) > 0,
    entries: await tx.codeEntry.findMany({
      where: { list, code },
      select: { validFrom: true, validTo: true },
    }),
    last: await tx.codeEntry.aggregate({ where: { list }, _max: { sort: true } }),
  }),
  allow: (actor) => mayHold(actor, ["sysadmin"]),
  rule: ({ known, entries }, { list, validFrom }) => {
    if (!known) throw invalidField("list", "code_not_valid", { value: list });
    const from = new Date(validFrom);
    if (entries.some(({ validTo }) => validTo === null || validTo >= from)) {
      throw conflict("code_already_valid");
    }
  },
  run: async ({ tx }, { last }, { validFrom, parent, ...entry }) => {
    await tx.codeEntry.create({
      data: {
        ...entry,
        parent: parent || null,
        validFrom: new Date(validFrom),
        sort: (last._max.sort ?? 0) + 1,
      },
      select: { code: true },
    });
    return {
      data: { list: entry.list, code: entry.code },
      event: {
        params: { list: entry.list, code: entry.code, validFrom },
      },
    };
  },
});
