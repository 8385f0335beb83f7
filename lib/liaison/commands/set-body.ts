import type { z } from "zod";
import { districtIdsOf, holds, personOf } from "@/lib/access/actor";
import { citywideRoles } from "@/lib/access/roles";
import { seal } from "@/lib/accounts/sealed";
import type { Tx } from "@/lib/db/client";
import { type CommandContext, defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { officersOf } from "../people";
import { liaisonEditors, mayKeep } from "../rules";
import { setBodyInput } from "../schema";

type Input = z.output<typeof setBodyInput>;

/**
 * Says who looks after international cooperation in a district. With a later day it succeeds the
 * former entry, which stays on record; with the same day it corrects it.
 */
export const setBody = defineCommand({
  name: "liaison.set-body",
  input: setBodyInput,
  roles: liaisonEditors,
  load: async (tx, { districtId }, actor, now) => {
    const foreign =
      holds(actor, "district_officer") &&
      !holds(actor, ...citywideRoles) &&
      !districtIdsOf(actor).includes(districtId);
    if (foreign || !(await exists(tx, districtId, now))) return null;
    const current = await tx.liaisonBody.findFirst({
      where: { districtId, validTo: null },
      select: { id: true, version: true, validFrom: true },
    });
    return { current, officers: await officersOf(tx, districtId, now) };
  },
  allow: (actor, _record, { districtId }) => mayKeep(actor, districtId),
  rule: ({ current, officers }, input, now) => {
    const version = current?.version ?? 0;
    if (version !== input.version) throw conflict("version_conflict", { version });
    if (input.validFrom > shanghaiDate(now)) throw invalidField("validFrom", "in_the_future");
    if (current && input.validFrom < dayText(current.validFrom)) {
      throw invalidField("validFrom", "date_order");
    }
    for (const part of ["contactUserId", "deputyUserId"] as const) {
      const id = input[part];
      if (id && !officers.some((officer) => officer.id === id)) {
        throw invalidField(part, "not_of_this_district");
      }
    }
  },
  run: async (context, { current }, input) => {
    const corrects = current !== null && dayText(current.validFrom) === input.validFrom;
    if (current && !corrects) await endFormer(context, current, input);
    const version = (current?.version ?? 0) + 1;
    const id = corrects ? current.id : newId();
    const data = { ...columns(input), recordedById: personOf(context.actor), version };
    if (corrects) {
      const where = { id, version: current.version, validTo: null };
      expectOne(await context.tx.liaisonBody.updateMany({ where, data }));
    } else {
      const { districtId } = input;
      await context.tx.liaisonBody.create({
        data: { id, districtId, ...data },
        select: { id: true },
      });
    }
    return {
      data: { bodyId: id, version },
      event: {
        districtId: input.districtId,
        subject: { type: "liaison_body", id },
        params: {
          district: input.districtId,
          body: input.name,
          contact: input.contactName,
          deputy: input.deputyName || null,
          dedicated: input.dedicated,
          validFrom: input.validFrom,
        },
        audience: "officials",
      },
    };
  },
});

/** A district that is in force today; former ones have no desk. */
async function exists(tx: Tx, districtId: string, now: Date): Promise<boolean> {
  const found = await tx.district.findFirst({
    where: { id: districtId, OR: [{ validTo: null }, { validTo: { gte: now } }] },
    select: { id: true },
  });
  return found !== null;
}

async function endFormer(
  { tx }: CommandContext,
  current: { id: string; version: number },
  { validFrom }: Input,
): Promise<void> {
  const result = await tx.liaisonBody.updateMany({
    where: { id: current.id, version: current.version, validTo: null },
    data: { validTo: new Date(validFrom) },
  });
  expectOne(result);
}

const sealed = (phone: string | null | undefined): string | null => (phone ? seal(phone) : null);

function columns(input: Input) {
  return {
    name: input.name,
    kind: input.kind,
    contactUserId: input.contactUserId ?? null,
    contactName: input.contactName,
    contactPhoneEnc: sealed(input.contactPhone),
    deputyUserId: input.deputyUserId ?? null,
    deputyName: input.deputyName || null,
    deputyPhoneEnc: sealed(input.deputyPhone),
    dedicated: input.dedicated === "dedicated",
    duties: input.duties,
    validFrom: new Date(input.validFrom),
  };
}
