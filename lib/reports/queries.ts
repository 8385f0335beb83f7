import { reportCutoff } from "@/lib/absorption/dates";
import { factsAt, readContent } from "@/lib/absorption/report-content";
import { offeredSteps } from "@/lib/absorption/steps";
import { type Actor, unitIdsOf } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { applicantRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { trackingActions } from "@/lib/evaluation/actions";
import { isState } from "@/lib/lifecycle/states";
import { loadNumbers } from "@/lib/reference/settings";
import { missingIn, presentAnswers } from "./asked";
import { type FormReport, findForm, type LoadedForm, readDraft, storedAnswers } from "./load";
import { type Change, changesSince, formStatus, isReportKind, questionsOf } from "./rules";
import type { YearlyDraft } from "./schema";

/** The forms of the actor's own units, newest year first. */
export async function ownForms(tx: Tx, actor: Actor, now: Date) {
  const rows = await tx.yearlyForm.findMany({
    where: {
      unitId: { in: unitIdsOf(actor, ...applicantRoles) },
      reports: { some: { status: { not: "cancelled" } } },
    },
    orderBy: [{ year: "desc" }, { unitId: "asc" }],
    select: {
      id: true,
      unitId: true,
      year: true,
      dueAt: true,
      unit: { select: { name: true } },
      reports: {
        where: { status: { not: "cancelled" } },
        select: {
          kind: true,
          status: true,
          returnedReason: true,
          project: { select: { state: true } },
        },
      },
    },
  });
  return rows.map(({ reports, ...form }) => ({
    ...form,
    ...standingOf(form, reports.flatMap(toStanding), now),
  }));
}

interface StandingRow {
  kind: string;
  status: string;
  returnedReason: string | null;
  project: { state: string };
}

const toStanding = ({ kind, status, returnedReason, project: { state } }: StandingRow) =>
  isReportKind(kind) && isState(state) ? [{ kind, status, returnedReason, state }] : [];

function standingOf({ dueAt }: { dueAt: Date }, reports: ReturnType<typeof toStanding>, now: Date) {
  const status = formStatus(reports);
  const owing = status === "open" || status === "returned";
  return {
    status,
    overdue: owing && dueAt < now,
    handedIn: reports.filter((report) => report.status !== "open").length,
    all: reports.length,
  };
}

/**
 * A unit's form of a year as its page shows it: each project's report with what Kehe knows, what
 * changed since the last one and what stands in it; null outside the actor's scope. A draft is the
 * unit's own.
 */
export async function yearlyFormOf(
  tx: Tx,
  actor: Actor,
  target: { unitId: string; year: number },
  now: Date,
) {
  const form = await findForm(tx, actor, target);
  if (form === null) return null;
  const numbers = await loadNumbers(tx, now);
  const cutoff = reportCutoff(form.year, numbers);
  const mayFill = isAllowed(mayAs(actor, form, applicantRoles));
  const draft = mayFill ? readDraft(form.draft) : {};
  const items = [];
  for (const report of form.reports) {
    items.push(itemOf(actor, report, draft, await changesOf(tx, report, cutoff)));
  }
  const standings = form.reports.map(({ kind, status, returnedReason, project }) => ({
    kind,
    status,
    returnedReason,
    state: project.state,
  }));
  return {
    ...headOf(form, mayFill),
    ...standingOf(form, standings, now),
    cutoff,
    begun: now >= new Date(`${form.year}-01-01T00:00:00+08:00`),
    mayFill,
    maySubmit: isAllowed(mayAs(actor, form, ["unit_admin"])),
    missing: mayFill ? missingIn(form.reports, draft) : [],
    items,
  };
}

export type YearlyFormView = NonNullable<Awaited<ReturnType<typeof yearlyFormOf>>>;
export type YearlyItem = YearlyFormView["items"][number];

/** What everybody who sees the form may know of it, and of its draft only the unit. */
function headOf(form: LoadedForm, mayFill: boolean) {
  const { id, unitId, districtId, year, dueAt, version, unit } = form;
  const { submittedByName, submittedAt, chasedCount, chasedAt } = form;
  return {
    ...{ id, unitId, districtId, year, dueAt, version, unitName: unit.name },
    ...{ submittedByName, submittedAt, chasedCount, chasedAt },
    draftedByName: mayFill ? form.draftedByName : null,
    draftedAt: mayFill ? form.draftedAt : null,
  };
}

function itemOf(actor: Actor, report: FormReport, draft: YearlyDraft, changes: Change[] | null) {
  const { id, kind, period, status, version, owed, project, previous, content } = report;
  const { returnedReason, submittedAt, confirmedByName, confirmedAt } = report;
  const stored = status === "open" ? {} : storedAnswers(kind, content);
  return {
    ...{ reportId: id, kind, period, status, version, owed, changes },
    ...{ returnedReason, submittedAt, confirmedByName, confirmedAt },
    project: {
      id: project.id,
      number: project.number,
      title: project.title,
      titleEn: project.titleEn,
      lightProfile: project.lightProfile,
    },
    questions: questionsOf(kind, project.lightProfile),
    previousPeriod: previous?.period ?? null,
    /** What is being filled in, for the unit; what was handed in, for everybody. */
    answers: owed ? presentAnswers(report, draft) : stored,
    actions:
      kind === "annual"
        ? offeredSteps(actor, project, "report", report)
        : trackingActions(actor, project, report),
  };
}

/** What is on record since the last report; null for a follow-up, which no record knows. */
async function changesOf(tx: Tx, report: FormReport, cutoff: string): Promise<Change[] | null> {
  if (report.kind !== "annual") return null;
  const last = report.previous ? readContent(report.previous.content).facts : undefined;
  const frozen = report.status === "open" ? undefined : readContent(report.content).facts;
  const facts = frozen ?? (await factsAt(tx, report.project, cutoff));
  return changesSince(last ?? null, facts);
}
