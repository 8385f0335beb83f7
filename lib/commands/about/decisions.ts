import { z } from "zod";
import { ratingBasis } from "@/lib/evaluation/follow-up/rating";
import { exclusionReasons } from "@/lib/evaluation/panel/draw";
import { loadPool } from "@/lib/evaluation/panel/pool";
import type { AboutFunction } from "./types";

/** The latest opinion of a kind, as whoever decides must read it. */
const opinion =
  (kind: string, label: string): AboutFunction =>
  async ({ tx, project }) => {
    const row = await tx.opinion.findFirst({
      where: { projectId: project.id, kind },
      orderBy: { at: "desc" },
      select: { text: true, byName: true, at: true },
    });
    if (row === null) return [];
    return [
      { label, value: row.text },
      { label: "requestedBy", value: row.byName },
      { label: "requestedAt", value: row.at, as: "date" },
    ];
  };

/** The reason that was given with a request, from the event that it left. */
const requested =
  (command: string, label: string): AboutFunction =>
  async ({ tx, project }) => {
    const row = await tx.event.findFirst({
      where: { projectId: project.id, command, outcome: "done" },
      orderBy: { seq: "desc" },
      select: { reason: true, actorName: true, at: true },
    });
    if (row === null) return [];
    return [
      { label, value: row.reason },
      { label: "requestedBy", value: row.actorName },
      { label: "requestedAt", value: row.at, as: "date" },
    ];
  };

const signatures = z.object({
  signed: z.int(),
  voted: z.int(),
  unsignedReason: z.string().nullish(),
});

const acceptance: AboutFunction = async ({ tx, project }) => {
  const row = await tx.acceptance.findUnique({
    where: { projectId: project.id },
    select: { proposedResult: true, opinion: true, voteSummary: true },
  });
  if (row === null) return [];
  const { data: summary } = signatures.safeParse(row.voteSummary);
  return [
    { label: "proposedResult", value: row.proposedResult, as: { list: "acceptance_result" } },
    { label: "acceptanceOpinion", value: row.opinion },
    { label: "opinionSigned", value: summary ? `${summary.signed}/${summary.voted}` : null },
    { label: "unsignedReason", value: summary?.unsignedReason ?? null },
  ];
};

/** Who of the bank could be drawn, and how many are left out for which reason. */
const pool: AboutFunction = async ({ tx, project, now }) => {
  const { bank, entries, excluded } = await loadPool({ tx, now }, project, []);
  return [
    { label: "expertBank", value: String(bank) },
    { label: "drawPool", value: String(entries.length) },
    { label: "drawFinance", value: String(entries.filter(({ finance }) => finance).length) },
    ...exclusionReasons.map((reason) => ({
      label: `excluded_${reason}`,
      value: String(excluded[reason] ?? 0),
    })),
  ];
};

/** The opinion that the panel signs or that a decision rests on. */
const panelOpinion: AboutFunction = async ({ tx, project }) => {
  const row = await tx.panel.findFirst({
    where: { projectId: project.id, purpose: "acceptance" },
    orderBy: { round: "desc" },
    select: { opinion: true, opinionVerdict: true, opinionByName: true, opinionAt: true },
  });
  if (!row?.opinion) return [];
  return [
    {
      label: "panelVerdict",
      value: row.opinionVerdict,
      as: { text: "screens-evaluation.verdict" },
    },
    { label: "panelOpinion", value: row.opinion },
    { label: "draftedBy", value: row.opinionByName },
    { label: "draftedAt", value: row.opinionAt, as: "date" },
  ];
};

/** What the closing rating of the follow-up stands on. */
const followUp: AboutFunction = async ({ tx, project, now }) => {
  const { figures, share, upperProjects } = await ratingBasis(tx, project.id, now);
  return [
    ...figures.map(({ indicatorCode, promised, reached }) => ({
      label: `promise${indicatorCode}`,
      value: `${reached} / ${promised}`,
    })),
    { label: "promiseShare", value: share === null ? null : `${share}%` },
    { label: "upperProjects", value: upperProjects > 0 ? String(upperProjects) : null },
  ];
};

const evaluation: AboutFunction = async ({ tx, project }) => {
  const row = await tx.evaluation.findFirst({
    where: { projectId: project.id },
    orderBy: { round: "desc" },
    select: { selfTotal: true, total: true, grade: true, opinion: true, auditedByName: true },
  });
  if (row === null) return [];
  return [
    { label: "selfTotal", value: row.selfTotal?.toFixed(2) ?? null },
    { label: "total", value: row.total?.toFixed(2) ?? null },
    { label: "grade", value: row.grade, as: { list: "grade" } },
    { label: "auditOpinion", value: row.opinion },
    { label: "auditedBy", value: row.auditedByName },
  ];
};

/** By command: what a decision on the project itself rests on. */
export const aboutDecisions: Readonly<Record<string, AboutFunction>> = {
  "absorption.suspend": opinion("suspension_proposal", "suspensionProposal"),
  "absorption.decline-suspension": opinion("suspension_proposal", "suspensionProposal"),
  "absorption.resume": opinion("suspension_proposal", "suspensionProposal"),
  "application.withdraw": requested("application.request-withdrawal", "withdrawalReason"),
  "application.refuse-withdrawal": requested("application.request-withdrawal", "withdrawalReason"),
  "approval.consent-to-giving-up": requested("approval.request-giving-up", "givingUpReason"),
  "evaluation.draw-acceptance-panel": pool,
  "evaluation.sign-acceptance-opinion": panelOpinion,
  "evaluation.issue-acceptance-result": acceptance,
  "evaluation.finalise-grade": evaluation,
  "evaluation.end-tracking": followUp,
};
