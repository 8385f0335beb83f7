import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { addMonths, addWorkingDays } from "@/lib/kernel/working-days";
import { guardedBy } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import type { ConsequenceTrigger } from "@/lib/reference/consequences";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { personId } from "../acceptance";
import { numberOf } from "../rules";
import { rulesInForce } from "./rule-for";
import { mayBeAppealed } from "./rules";

type Context = Pick<CommandContext, "tx" | "now" | "actor">;

/**
 * Brings about what the rules in force say of these grades, results and ratings, each with its rule,
 * basis, period and the time within which the unit may appeal (domain.md §3.1). What an earlier
 * round of the same kind brought about is replaced. Answers the rules' codes.
 */
export async function applyConsequences(
  context: Context,
  project: ProjectRecord,
  triggers: readonly ConsequenceTrigger[],
): Promise<string[]> {
  const { tx, now } = context;
  await replaceEarlier(context, project, triggers);
  const days = numberOf(await loadNumbers(tx, now), "limit_appeal");
  const calendar = await loadCalendar(tx);
  const codes: string[] = [];
  for (const rule of await rulesInForce(tx, now)) {
    const trigger = triggers.find((each) => rule.triggers.includes(each));
    if (trigger === undefined) continue;
    const id = newId();
    await tx.consequence.create({
      data: {
        id,
        ...guardedBy(project),
        kind: rule.kind,
        basis: rule.basis,
        validFrom: now,
        validTo: rule.months === null ? null : addMonths(now, rule.months),
        ruleCode: rule.code,
        ruleVersion: rule.version,
        appealUntil: mayBeAppealed(rule.kind)
          ? addWorkingDays(now, rule.appealDays ?? days, calendar)
          : null,
        details: { trigger, ...(await sideEffect(context, project, { ...rule, id })) },
      },
      select: { id: true },
    });
    codes.push(rule.code);
  }
  return codes;
}

/** A corrected grade or a new result stands in the place of the one before. */
async function replaceEarlier(
  { tx, now }: Context,
  project: ProjectRecord,
  triggers: readonly ConsequenceTrigger[],
): Promise<void> {
  const families = new Set(triggers.map((trigger) => trigger.split(":")[0]));
  for (const family of families) {
    await tx.consequence.updateMany({
      where: {
        projectId: project.id,
        status: "in_force",
        details: { path: ["trigger"], string_starts_with: `${family}:` },
      },
      data: {
        status: "replaced",
        endedAt: now,
        endReason: "replaced",
        version: { increment: 1 },
      },
    });
  }
}

/** A refund waits on the officer's desk; misconduct opens a case of research integrity. */
async function sideEffect(
  context: Context,
  project: ProjectRecord,
  rule: { id: string; kind: string },
): Promise<Prisma.InputJsonObject> {
  const { tx, now } = context;
  if (rule.kind === "refund") {
    await openDuty(tx, project, {
      kind: "consequences.compute-refund",
      subject: { type: "consequence", id: rule.id },
      holderRole: "bureau_officer",
      since: now,
      dueAt: null,
    });
  }
  if (rule.kind !== "integrity_case") return {};
  const caseId = newId();
  await tx.integrityCase.create({
    data: {
      id: caseId,
      unitId: project.unitId,
      violationCode: "acceptance_misconduct",
      codeVersion: "order24",
      basis: project.number ?? project.title,
      openedById: personId(context),
      openedAt: now,
    },
    select: { id: true },
  });
  return { caseId };
}
