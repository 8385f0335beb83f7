import type { Actor } from "@/lib/access/actor";
import { mayAs, mayWithFourEyes, type Verdict } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { linkFiles } from "@/lib/documents/link";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Command, defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { failingGuards } from "@/lib/lifecycle/guards";
import { type TransitionRow, transitionRow } from "@/lib/lifecycle/transitions";
import { childEvent, guardedBy, type LoadedProject } from "@/lib/project/command";
import { openDuty, settleDuties } from "@/lib/project/duties";
import { loadFacts } from "@/lib/project/facts";
import { lockProject } from "@/lib/project/load";
import {
  confirmProxyDecisionInput,
  recordProxyDecisionInput,
  rejectProxyDecisionInput,
} from "./schema";
import { actorId } from "./seats";

type Find = (name: string) => Command | null;

interface Collective {
  command: Command;
  row: TransitionRow;
}

interface Decided {
  project: LoadedProject;
  target: Collective | null;
  decision: {
    id: string;
    command: string;
    input: Prisma.JsonValue;
    minutesNumber: string;
    status: string;
    recordedById: string;
    recordedByName: string;
    version: number;
  };
}

/**
 * 代录 (domain.md §1.2): one officer enters a collective decision with its minutes number, another
 * confirms it, and only then the decision's own command runs, in the same transaction.
 */
export function proxyCommands(find: Find): Command[] {
  return [recordCommand(find), confirmCommand(find), rejectCommand(find)];
}

/** The command of a collective decision, or null. */
function collective(find: Find, name: string): Collective | null {
  const command = find(name);
  if (!command?.transition) return null;
  const row = transitionRow(command.transition);
  return row.collective ? { command, row } : null;
}

/** An officer may enter or confirm what he may look at with the same four-eyes as the decider. */
function mayEnter(actor: Actor, project: LoadedProject, row: TransitionRow | undefined): Verdict {
  return row?.fourEyes
    ? mayWithFourEyes(actor, project, bureauRoles)
    : mayAs(actor, project, bureauRoles);
}

async function loadProject(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await lockProject(tx, actor, projectId);
  return project === null ? null : { ...project, facts: await loadFacts(tx, project, now) };
}

function recordCommand(find: Find): Command {
  return defineCommand({
    name: "approval.record-proxy-decision",
    input: recordProxyDecisionInput,
    roles: bureauRoles,
    load: (tx, input, actor, now) => loadProject(tx, actor, input.projectId, now),
    allow: (actor, project, input) =>
      mayEnter(actor, project, collective(find, input.command)?.row),
    rule: (project, input, now) => {
      const target = collective(find, input.command);
      if (target === null) throw invalidField("command", "not_collective");
      requirePossible(target, project, now);
      if (input.input.projectId !== project.id) throw invalidField("input", "other_project");
      target.command.prepare(input.input);
      const { minutesNumber } = input.input;
      if (minutesNumber !== undefined && minutesNumber !== input.minutesNumber) {
        throw invalidField("minutesNumber", "minutes_differ");
      }
    },
    run: async (context, project, input) => {
      const { tx, actor, now } = context;
      const id = newId();
      await requireNonePending(tx, project);
      await tx.proxyDecision.create({
        data: {
          id,
          ...guardedBy(project),
          command: input.command,
          input: JSON.parse(JSON.stringify(input.input)),
          minutesNumber: input.minutesNumber,
          scanFileId: input.scanFileId,
          recordedById: actorId(context),
          recordedByName: actor.name,
          recordedAt: now,
        },
        select: { id: true },
      });
      const subject = { type: "proxy_decision", id };
      const scan = [{ fileId: input.scanFileId, documentKind: "D12" }];
      const fileHashes = await linkFiles(context, project, subject, scan, {
        audience: "officials",
      });
      const byCaseOfficer = project.caseOfficerId === actor.userId;
      await openDuty(tx, project, {
        kind: "approval.confirm-proxy-decision",
        subject,
        holderRole: byCaseOfficer ? "division_head" : "bureau_officer",
        exceptUserId: actorId(context),
        since: now,
        dueAt: project.dueAt,
        params: { command: input.command },
      });
      return {
        data: { decisionId: id, version: 1 },
        event: childEvent(project, subject, {
          params: { command: input.command, minutesNumber: input.minutesNumber },
          fileHashes,
          audience: "officials",
        }),
      };
    },
  });
}

function confirmCommand(find: Find): Command {
  return defineCommand({
    name: "approval.confirm-proxy-decision",
    input: confirmProxyDecisionInput,
    roles: bureauRoles,
    load: (tx, input, actor, now) => loadDecision(tx, find, actor, input, now),
    allow: (actor, { project, decision, target }) =>
      actor.userId === decision.recordedById
        ? refusedTwice(actor, project)
        : mayEnter(actor, project, target?.row),
    rule: ({ decision }, input) => requirePending(decision, input.decisionVersion),
    run: async (context, { project, decision, target }) => {
      const { tx, actor, now } = context;
      if (target === null) throw conflict("not_collective");
      await closeDecision(context, decision, "confirmed");
      const proxy = {
        recordedById: decision.recordedById,
        recordedByName: decision.recordedByName,
        minutesNumber: decision.minutesNumber,
      };
      const prepared = target.command.prepare(decision.input);
      const { outcome } = await prepared.within(tx, { actor, now, proxy, allowedAs: "manager" });
      if (outcome.event === null) throw new Error(`${decision.command} left no event`);
      return {
        data: outcome.data,
        event: {
          ...outcome.event,
          projectId: project.id,
          params: { ...outcome.event.params, decidedCommand: decision.command },
        },
      };
    },
  });
}

function rejectCommand(find: Find): Command {
  return defineCommand({
    name: "approval.reject-proxy-decision",
    input: rejectProxyDecisionInput,
    roles: bureauRoles,
    load: (tx, input, actor, now) => loadDecision(tx, find, actor, input, now),
    allow: (actor, { project }) => mayAs(actor, project, bureauRoles),
    rule: ({ decision }, input) => requirePending(decision, input.decisionVersion),
    run: async (context, { project, decision }, input) => {
      await closeDecision(context, decision, "rejected");
      return {
        data: { decisionId: decision.id, version: decision.version + 1 },
        event: childEvent(
          project,
          { type: "proxy_decision", id: decision.id },
          { params: { command: decision.command }, reason: input.reason, audience: "officials" },
        ),
      };
    },
  });
}

/** The recorder may not confirm; whoever is no officer at all is told that first. */
function refusedTwice(actor: Actor, project: LoadedProject): Verdict {
  const verdict = mayAs(actor, project, bureauRoles);
  return "refused" in verdict ? verdict : { refused: "four_eyes" };
}

async function loadDecision(
  tx: Tx,
  find: Find,
  actor: Actor,
  input: { projectId: string; decisionId: string },
  now: Date,
): Promise<Decided | null> {
  const project = await loadProject(tx, actor, input.projectId, now);
  if (project === null) return null;
  const decision = await tx.proxyDecision.findFirst({
    where: { id: input.decisionId, projectId: project.id },
    select: {
      id: true,
      command: true,
      input: true,
      minutesNumber: true,
      status: true,
      recordedById: true,
      recordedByName: true,
      version: true,
    },
  });
  return decision && { project, decision, target: collective(find, decision.command) };
}

function requirePossible({ command, row }: Collective, project: LoadedProject, now: Date): void {
  if (!row.from.includes(project.state)) {
    throw conflict("wrong_state", { state: project.state, command: command.name });
  }
  const [code] = failingGuards(row.guards, project, project.facts, now);
  if (code) throw conflict(code);
}

function requirePending(decision: Decided["decision"], version: number): void {
  if (decision.status !== "pending") throw conflict("proxy_already_settled");
  if (decision.version !== version) {
    throw conflict("version_conflict", { version: decision.version });
  }
}

/** One decision waits at a time; one entered before the project moved on has lapsed. */
async function requireNonePending(tx: Tx, project: LoadedProject): Promise<void> {
  const pending = await tx.proxyDecision.findMany({
    where: { projectId: project.id, status: "pending" },
    select: { id: true, input: true },
  });
  if (pending.some(({ input }) => versionIn(input) === project.version)) {
    throw conflict("proxy_already_recorded");
  }
  await tx.proxyDecision.updateMany({
    where: { id: { in: pending.map(({ id }) => id) } },
    data: { status: "lapsed" },
  });
}

function versionIn(input: Prisma.JsonValue): unknown {
  return input !== null && typeof input === "object" && "version" in input ? input.version : null;
}

async function closeDecision(
  context: { tx: Tx; actor: Actor; now: Date },
  decision: Decided["decision"],
  status: "confirmed" | "rejected",
): Promise<void> {
  const { tx, actor, now } = context;
  expectOne(
    await tx.proxyDecision.updateMany({
      where: { id: decision.id, status: "pending", version: decision.version },
      data: {
        status,
        confirmedById: actor.userId,
        confirmedByName: actor.name,
        confirmedAt: now,
        version: decision.version + 1,
      },
    }),
  );
  await settleDuties(
    tx,
    { kind: "approval.confirm-proxy-decision", subjectId: decision.id },
    context,
  );
}
