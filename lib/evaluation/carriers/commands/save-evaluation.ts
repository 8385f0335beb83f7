import { personOf } from "@/lib/access/actor";
import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne, type FieldProblems, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { computeCarrier } from "../compute";
import { lockCarrier } from "../record";
import { saveEvaluationInput } from "../schema";

/** Evaluates a carrier's year: the scores come from its confirmed contributions, reasons are typed. */
export const saveEvaluation = defineCommand({
  name: "carriers.save-evaluation",
  input: saveEvaluationInput,
  roles: bureauRoles,
  load: async (tx, { carrierId, year }) => {
    const carrier = await lockCarrier(tx, carrierId);
    const row =
      carrier &&
      (await tx.carrierEvaluation.findUnique({
        where: { carrierId_year: { carrierId, year } },
        select: { id: true, status: true, version: true },
      }));
    return carrier && { carrier, row };
  },
  allow: (actor) => mayHold(actor, bureauRoles),
  rule: ({ row }, { evaluationVersion }) => {
    if (row?.status === "final") throw conflict("carrier_evaluation_final");
    if ((row?.version ?? 0) !== evaluationVersion) throw conflict("version_conflict");
  },
  run: async ({ tx, actor, now }, { carrier, row }, { year, lines, opinion }) => {
    const sheet = await computeCarrier(tx, carrier.id, year, lines, now);
    const fields: FieldProblems = {};
    for (const [at, { code }] of lines.entries()) {
      const known = sheet.lines.some((line) => line.code === code);
      if (!known) fields[`lines.${at}.code`] = [{ code: "indicator_unknown" }];
    }
    if (Object.keys(fields).length > 0) throw invalid(fields);
    const columns = {
      indicatorSetId: sheet.setId,
      evaluationRuleId: sheet.rule.id,
      lines,
      opinion,
      total: sheet.total,
      grade: sheet.grade,
      madeById: personOf(actor),
      madeByName: actor.name,
      madeAt: now,
    };
    const id = row?.id ?? newId();
    if (row === null) {
      await tx.carrierEvaluation.create({
        data: { id, carrierId: carrier.id, year, ...columns },
        select: { id: true },
      });
    } else {
      expectOne(
        await tx.carrierEvaluation.updateMany({
          where: { id, status: "draft", version: row.version },
          data: { ...columns, version: row.version + 1 },
        }),
      );
    }
    return {
      data: { carrierId: carrier.id, evaluationId: id, year, version: (row?.version ?? 0) + 1 },
      event: {
        audience: "officials",
        subject: { type: "carrier_evaluation", id },
        params: { name: carrier.name, year: String(year), total: sheet.total ?? "" },
      },
    };
  },
});
