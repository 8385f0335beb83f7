import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { hashOf } from "../../hash";
import { carrierGaps, computeCarrier } from "../compute";
import { confirmEvaluationInput, storedNotes } from "../schema";

const roles = [...bureauRoles, "manager"] as const;

/** A second person confirms a carrier's evaluation: figures, set and rules are frozen with a hash. */
export const confirmEvaluation = defineCommand({
  name: "carriers.confirm-evaluation",
  input: confirmEvaluationInput,
  roles,
  load: (tx, { evaluationId }) => lockEvaluation(tx, evaluationId),
  allow: (actor, row) =>
    row.madeById === actor.userId ? { refused: "four_eyes" } : mayHold(actor, roles),
  rule: (row, { version }) => {
    if (row.status === "final") throw conflict("carrier_evaluation_final");
    if (row.version !== version) throw conflict("version_conflict", { version: row.version });
  },
  run: async ({ tx, actor, now }, row) => {
    const notes = storedNotes.parse(row.lines);
    const { rule, setId, ...sheet } = await computeCarrier(tx, row.carrierId, row.year, notes, now);
    const gaps = carrierGaps(sheet);
    if (gaps.length > 0) throw conflict("carrier_evaluation_incomplete", { count: gaps.length });
    const frozen: object = JSON.parse(JSON.stringify({ ...sheet, rule: rule.rule, setId, notes }));
    const frozenHash = hashOf(frozen);
    expectOne(
      await tx.carrierEvaluation.updateMany({
        where: { id: row.id, status: "draft", version: row.version },
        data: {
          status: "final",
          indicatorSetId: setId,
          evaluationRuleId: rule.id,
          total: sheet.total,
          grade: sheet.grade,
          frozen,
          frozenHash,
          finalById: actor.userId,
          finalByName: actor.name,
          finalAt: now,
          version: row.version + 1,
        },
      }),
    );
    return {
      data: { carrierId: row.carrierId, year: row.year, total: sheet.total, grade: sheet.grade },
      event: {
        audience: "officials",
        subject: { type: "carrier_evaluation", id: row.id },
        params: {
          name: row.carrier.name,
          year: String(row.year),
          total: sheet.total ?? "",
          frozenHash,
        },
      },
    };
  },
});

async function lockEvaluation(tx: Tx, id: string) {
  await tx.$queryRaw`select id from carrier_evaluation where id = ${id}::uuid for update`;
  return tx.carrierEvaluation.findUnique({
    where: { id },
    select: {
      id: true,
      carrierId: true,
      year: true,
      status: true,
      lines: true,
      madeById: true,
      version: true,
      carrier: { select: { name: true } },
    },
  });
}
