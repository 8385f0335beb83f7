import { isAllowed, mayAs } from "@/lib/access/policy";
import { maySignFor } from "@/lib/approval/contract";
import { actorId } from "@/lib/approval/seats";
import type { Tx } from "@/lib/db/client";
import { type CommandContext, defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { childEvent, guardedBy } from "@/lib/project/command";
import { lockProject, type ProjectRecord } from "@/lib/project/load";
import { applyChange } from "../apply-change";
import { attach } from "../attach";
import { agreedChange } from "../close-change";
import { handOver } from "../desk";
import { findChange } from "../load-child";
import { signSupplementInput } from "../schema";
import { asLoaded } from "../step";
import { stepRow } from "../steps";
import { askToSign, partyAfter, supplementOf } from "../supplement";

const step = stepRow("absorption.sign-supplement");

interface Loaded {
  project: ProjectRecord;
  change: NonNullable<Awaited<ReturnType<typeof findChange>>>;
  supplement: Awaited<ReturnType<typeof supplementOf>>;
}

/**
 * The party whose turn it is signs the supplementary agreement that it saw: unit, district, bureau.
 * With the last signature the agreement is in force and the change takes effect.
 */
export const signSupplement = defineCommand({
  name: "absorption.sign-supplement",
  input: signSupplementInput,
  roles: step.roles,
  states: step.states,
  load: async (tx, input, actor): Promise<Loaded | null> => {
    const project = await lockProject(tx, actor, input.projectId);
    const change = project && (await findChange(tx, project, input));
    if (!project || !change) return null;
    return { project, change, supplement: await supplementOf(tx, project, change.id) };
  },
  allow: (actor, { project, supplement }) => {
    const turn = maySignFor(actor, project, supplement?.turn ?? "unit");
    return isAllowed(turn) ? turn : mayAs(actor, project, step.roles);
  },
  rule: ({ project, change, supplement }, input, _now, actor) => {
    if (!step.states.includes(project.state)) {
      throw conflict("wrong_state", { state: project.state });
    }
    if (change.version !== input.version) {
      throw conflict("version_conflict", { version: change.version });
    }
    const party = supplement?.turn ?? null;
    if (change.status !== "signing" || party === null) {
      throw conflict("wrong_status", { status: change.status });
    }
    if (!isAllowed(maySignFor(actor, project, party))) throw conflict("not_your_turn", { party });
    if (supplement?.contentHash !== input.contentHash) throw conflict("contract_changed");
  },
  run: async (context, { project, change, supplement }, input) => {
    const { tx, now } = context;
    if (!supplement?.turn) throw conflict("wrong_status", { status: change.status });
    const party = supplement.turn;
    const subject = { type: "change_request", id: change.id };
    const hashes = await attach(context, project, subject, input.documents);
    await writeSignature(context, project, { contractId: supplement.id, party, input });
    const next = partyAfter(project.districtId, party);
    await tx.contract.update({
      where: { id: supplement.id },
      data: next === null ? { status: "in_force", effectiveAt: now } : { status: "signing" },
      select: { id: true },
    });
    expectOne(
      await tx.changeRequest.updateMany({
        where: asLoaded(project, change),
        data: { version: { increment: 1 }, ...(next === null ? { status: "approved" } : {}) },
      }),
    );
    if (next === null) await takeEffect(context, project, change);
    else await askToSign(context, project, change.id, next);
    return {
      data: { changeId: change.id, version: change.version + 1, party, next },
      event: childEvent(project, subject, {
        params: { party, contractVersion: supplement.version, kind: change.kind },
        fileHashes: [input.contentHash, ...hashes],
      }),
    };
  },
});

interface Signed {
  contractId: string;
  party: string;
  input: { contentHash: string; documents?: readonly { fileId: string }[] | undefined };
}

async function writeSignature(
  context: CommandContext,
  project: ProjectRecord,
  { contractId, party, input }: Signed,
): Promise<void> {
  await context.tx.signature.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      contractId,
      party,
      byId: actorId(context),
      byName: context.actor.name,
      byRole: context.as,
      at: context.now,
      contentHash: input.contentHash,
      fileId: input.documents?.[0]?.fileId ?? null,
    },
    select: { id: true },
  });
}

async function takeEffect(
  context: Pick<CommandContext, "actor" | "now"> & { tx: Tx },
  project: ProjectRecord,
  change: Loaded["change"],
): Promise<void> {
  await applyChange(context, project, agreedChange(change));
  await handOver(context, project, { type: "change_request", id: change.id }, null);
}
