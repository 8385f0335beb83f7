import type { z } from "zod";
import { personOf } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, invalidField, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { openChangeStatuses } from "@/lib/project/change-status";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { formVersionOf } from "@/lib/reference/forms";
import { loadNumbers } from "@/lib/reference/settings";
import { applyChange } from "../apply-change";
import { attach } from "../attach";
import { extensionRefusal, isForTheRecord, payloadRefusal } from "../change-rules";
import { handOver } from "../desk";
import { type ChangePayload, changePayload, requestChangeInput } from "../schema";
import { stepRow } from "../steps";

type Input = z.output<typeof requestChangeInput>;
const step = stepRow("absorption.request-change");

const changeForm = {
  code: "change_request",
  title: { zh: "变更申请", en: "Change request" },
  schema: requestChangeInput,
};

/** The unit asks for a change: for the record it takes effect at once, otherwise the district is next. */
export const requestChange = defineProjectCommand({
  name: "absorption.request-change",
  input: requestChangeInput,
  roles: step.roles,
  states: step.states,
  rule: (_project, input) => {
    const refusal = payloadRefusal(input.kind, payloadOf(input));
    if (refusal) throw refusal;
    if (input.kind === "foreign_partner" && !input.documents?.length) {
      throw invalidField("documents", "agreement_required");
    }
  },
  run: async (context, project, input) => {
    const payload = payloadOf(input);
    await requireFree(context.tx, project, input);
    await requireKnown(context, project, payload);
    const id = newId();
    const recorded = isForTheRecord(input.kind);
    await write(context, project, { id, input, payload, recorded });
    const subject = { type: "change_request", id };
    const fileHashes = await attach(context, project, subject, input.documents);
    if (recorded) await applyChange(context, project, { id, kind: input.kind, payload });
    else {
      await handOver(context, project, subject, {
        kind: "absorption.change_opinion",
        holderRole: "district_officer",
        within: "limit_change_opinion",
        params: { kind: input.kind },
      });
    }
    return {
      data: { changeId: id, status: recorded ? "recorded" : "district_opinion", version: 1 },
      event: childEvent(project, subject, {
        params: { kind: input.kind, route: recorded ? "record" : "approval" },
        reason: input.reason,
        fileHashes,
      }),
    };
  },
});

/** Only the parts that say what changes. */
function payloadOf(input: Input): ChangePayload {
  const { projectId, kind, reason, documents, ...payload } = input;
  return changePayload.parse(payload);
}

/** One open request of a kind, and an extension only within its limits. */
async function requireFree(tx: Tx, project: ProjectRecord, { kind }: Input): Promise<void> {
  const open = await tx.changeRequest.count({
    where: {
      projectId: project.id,
      kind,
      status: { in: [...openChangeStatuses] },
    },
  });
  if (open > 0) throw conflict("change_already_open", { kind });
}

/** What the payload names must be there; an extension must keep its limits. */
async function requireKnown(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
  payload: ChangePayload,
): Promise<void> {
  if (payload.leadUnitUscc) {
    const unit = await tx.unit.findUnique({
      where: { uscc: payload.leadUnitUscc },
      select: { id: true },
    });
    if (unit === null) throw invalidField("leadUnitUscc", "unit_not_registered");
    if (unit.id === project.unitId) throw invalidField("leadUnitUscc", "same_unit");
  }
  if (payload.formerPartnerId) {
    const partner = await tx.projectPartner.count({
      where: { id: payload.formerPartnerId, projectId: project.id, validTo: null },
    });
    if (partner === 0) throw notFound();
  }
  if (payload.targets) await requireIndicators(tx, project, payload.targets);
  if (payload.endsOn) await requireExtension(tx, project, payload.endsOn, now);
  await requireDates(tx, project, payload);
}

async function requireIndicators(
  tx: Tx,
  project: ProjectRecord,
  targets: NonNullable<ChangePayload["targets"]>,
): Promise<void> {
  if (project.indicatorSetId === null) throw conflict("indicator_set_missing");
  const known = await tx.indicator.findMany({
    where: { indicatorSetId: project.indicatorSetId },
    select: { code: true },
  });
  const codes = new Set(known.map(({ code }) => code));
  const at = targets.findIndex(({ indicatorCode }) => !codes.has(indicatorCode));
  if (at >= 0) throw invalidField(`targets.${at}.indicatorCode`, "not_in_indicator_set");
}

async function requireExtension(
  tx: Tx,
  project: ProjectRecord,
  endsOn: string,
  now: Date,
): Promise<void> {
  const used = await tx.changeRequest.count({
    where: { projectId: project.id, kind: "term", status: "approved" },
  });
  const facts = { endsOn: project.endsOn, used: used > 0 };
  const refusal = extensionRefusal(facts, endsOn, now, await loadNumbers(tx, now));
  if (refusal) throw refusal;
}

async function requireDates(tx: Tx, project: ProjectRecord, payload: ChangePayload) {
  const dates = payload.dates ?? [];
  const ids = (subject: "link" | "milestone") =>
    dates.filter((date) => date.subject === subject).map(({ id }) => id);
  const links = await tx.ledgerLink.count({
    where: { id: { in: ids("link") }, projectId: project.id },
  });
  const milestones = await tx.milestone.count({
    where: { id: { in: ids("milestone") }, projectId: project.id },
  });
  if (links + milestones !== new Set(dates.map(({ id }) => id)).size) throw notFound();
  const at = dates.findIndex(({ plannedOn }) => payload.endsOn && plannedOn > payload.endsOn);
  if (at >= 0) throw invalidField(`dates.${at}.plannedOn`, "after_new_end");
}

async function write(
  { tx, actor, now }: CommandContext,
  project: ProjectRecord,
  request: { id: string; input: Input; payload: ChangePayload; recorded: boolean },
): Promise<void> {
  const { id, input, payload, recorded } = request;
  await tx.changeRequest.create({
    data: {
      id,
      ...guardedBy(project),
      kind: input.kind,
      route: recorded ? "record" : "approval",
      status: recorded ? "recorded" : "district_opinion",
      reason: input.reason,
      payload: JSON.parse(JSON.stringify(payload)),
      requestedById: personOf(actor),
      requestedByName: actor.name,
      requestedAt: now,
      ...(recorded ? { decidedAt: now } : {}),
      formVersionId: await formVersionOf(tx, changeForm, now),
    },
    select: { id: true },
  });
}
