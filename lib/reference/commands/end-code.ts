import { mayHold } from "@/lib/access/policy";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne, invalidField } from "@/lib/kernel/errors";
import { endCodeInput } from "../schema";

/** Ends an entry of a code list on a day; what named it keeps its name. */
export const endCode = defineCommand({
  name: "reference.end-code",
  input: endCodeInput,
  roles: ["sysadmin"],
  load: (tx, { list, code, validFrom }) =>
    tx.codeEntry.findUnique({
      where: { list_code_validFrom: { list, code, validFrom: new Date(validFrom) } },
      select: { validTo: true },
    }),
  allow: (actor) => mayHold(actor, ["sysadmin"]),
  rule: (entry, { validFrom, validTo }) => {
    if (entry.validTo !== null) throw conflict("code_already_ended");
    if (validTo < validFrom) throw invalidField("validTo", "date_order");
  },
  run: async ({ tx }, _entry, { list, code, validFrom, validTo }) => {
    expectOne(
      await tx.codeEntry.updateMany({
        where: { list, code, validFrom: new Date(validFrom), validTo: null },
        data: { validTo: new Date(validTo) },
      }),
    );
    return {
      data: { list, code },
      event: {
        params: { list, code, validTo },
      },
    };
  },
});
