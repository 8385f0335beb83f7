import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { dayText } from "@/lib/lifecycle/due";
import { type ProjectRecord, readProject } from "@/lib/project/load";
import { today } from "../dates";
import { offeredSteps, type StepName } from "../steps";
import { countTraining } from "./rules";
import type { RecordType } from "./schema";

const reviewed = {
  fileId: true,
  review: true,
  reviewedByName: true,
  reviewedAt: true,
  reviewReason: true,
  version: true,
} as const;

const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;

/**
 * What the ledger keeps beside its links, with what may be done on each: own rights, people trained
 * (with how many stayed a year), contracts registered. Null outside the actor's scope.
 */
export async function recordsOf(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const at = { actor, project, today: today(now) };
  return {
    actions: offeredSteps(actor, project, "project", { status: "" }).filter((name) =>
      name.startsWith("absorption.record-"),
    ),
    rights: await rightsOf(tx, at),
    ...(await trainingOf(tx, at)),
    registrations: await registrationsOf(tx, at),
  };
}

export type RecordsView = NonNullable<Awaited<ReturnType<typeof recordsOf>>>;

interface At {
  actor: Actor;
  project: ProjectRecord;
  today: Date;
}

const correcting = {
  right: "absorption.record-right",
  training: "absorption.record-training",
  registration: "absorption.record-registration",
} as const satisfies Record<string, StepName>;

/** The district's steps on a record, and its correction where it was returned. */
function actionsOn({ actor, project }: At, type: keyof typeof correcting, review: string) {
  const steps = offeredSteps(actor, project, "record", { status: review });
  if (review !== "returned") return steps;
  const own = offeredSteps(actor, project, "project", { status: "" });
  return own.filter((name) => name === correcting[type]);
}

async function rightsOf(tx: Tx, at: At) {
  const rows = await tx.ipRight.findMany({
    where: { projectId: at.project.id },
    orderBy: [...newestFirst],
    select: {
      id: true,
      type: true,
      status: true,
      title: true,
      number: true,
      datedOn: true,
      differenceStatement: true,
      ...reviewed,
    },
  });
  return rows.map((row) => ({
    ...row,
    datedOn: dayText(row.datedOn),
    actions: actionsOn(at, "right", row.review),
  }));
}

async function trainingOf(tx: Tx, at: At) {
  const rows = await tx.trainedPerson.findMany({
    where: { projectId: at.project.id },
    orderBy: [...newestFirst],
    select: {
      id: true,
      name: true,
      place: true,
      topic: true,
      endedOn: true,
      certified: true,
      retentionOn: true,
      stayed: true,
      stayedAsOf: true,
      ...reviewed,
    },
  });
  return {
    trainingCount: countTraining(rows, at.today),
    people: rows.map((row) => ({
      ...row,
      endedOn: dayText(row.endedOn),
      retentionOn: dayText(row.retentionOn),
      stayedAsOf: row.stayedAsOf === null ? null : dayText(row.stayedAsOf),
      actions: actionsOn(at, "training", row.review),
      retentionActions:
        row.retentionOn > at.today || row.stayed !== null
          ? []
          : offeredSteps(at.actor, at.project, "person", { status: row.review }),
    })),
  };
}

async function registrationsOf(tx: Tx, at: At) {
  const rows = await tx.contractRegistration.findMany({
    where: { projectId: at.project.id },
    orderBy: [...newestFirst],
    select: {
      id: true,
      kind: true,
      number: true,
      title: true,
      amount: true,
      registeredOn: true,
      ...reviewed,
    },
  });
  return rows.map((row) => ({
    ...row,
    amount: row.amount.toFixed(2),
    registeredOn: dayText(row.registeredOn),
    actions: actionsOn(at, "registration", row.review),
  }));
}

/** What the form that corrects a record starts with; null when there is no such record. */
export function correctionOf(
  { rights, people, registrations }: RecordsView,
  type: RecordType,
  recordId: string,
) {
  const right = type === "right" ? rights.find(({ id }) => id === recordId) : undefined;
  if (right) {
    const { type: kind, status, title, number, datedOn, differenceStatement } = right;
    return { type: kind, status, title, number, datedOn, differenceStatement };
  }
  const person = type === "training" ? people.find(({ id }) => id === recordId) : undefined;
  if (person) {
    const { name, place, topic, endedOn, certified } = person;
    return { name, place, topic, endedOn, certified };
  }
  const found = type === "registration" ? registrations.find(({ id }) => id === recordId) : null;
  if (!found) return null;
  const { kind, number, title, amount, registeredOn } = found;
  return { kind, number, title, amount, registeredOn };
}
