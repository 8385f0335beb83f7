import { z } from "zod";
import { proposalOf } from "@/lib/application/proposal-queries";
import { contractDefaults, contractsOf } from "@/lib/approval/contract-queries";
import { proxyDecisionsOf } from "@/lib/approval/queries";
import { myReviewSheet, mySeats } from "@/lib/approval/sheet-queries";
import type { FormValues } from "../form-fields";
import { given, type Prefill, type PrefillContext, type PrefillFunction } from "./types";

/** The actor's own seats on this project that still wait for him. */
async function ownSeats({ tx, actor, project }: PrefillContext) {
  const seats = await mySeats(tx, actor);
  return seats.filter(
    ({ projectId, status }) => projectId === project.id && status !== "submitted",
  );
}

const declareInterest: PrefillFunction = async (context) => {
  const seat = (await ownSeats(context)).find(({ status }) => status === "invited");
  return seat
    ? { hidden: { assignmentId: seat.assignmentId, assignmentVersion: seat.version } }
    : {};
};

const review: PrefillFunction = async (context) => {
  const seat = (await ownSeats(context)).find(({ purpose }) => purpose === "review");
  const sheet = seat ? await myReviewSheet(context.tx, context.actor, seat.assignmentId) : null;
  if (sheet === null) return {};
  const scores = new Map(sheet.scores.map(({ code, score }) => [code, score]));
  return {
    hidden: { assignmentId: sheet.assignmentId, assignmentVersion: sheet.version },
    values: {
      comment: sheet.comment,
      scores: sheet.criteria.map(({ code }): FormValues => {
        const score = scores.get(code);
        return score === undefined ? { code } : { code, score };
      }),
    },
    lineNames: {
      "scores.code": sheet.criteria.map(({ code, zh, en, weight, max }) => ({
        value: code,
        label: `${context.locale === "en" ? en : zh}（${weight}%，0–${max}）`,
      })),
    },
  };
};

const requested = z.object({ grantRequested: z.string() });

const proposeApproval: PrefillFunction = async ({ tx, actor, project }) => {
  const proposal = await proposalOf(tx, actor, project.id);
  const asked = requested.safeParse(proposal?.content);
  return asked.success ? { values: { amount: asked.data.grantRequested } } : {};
};

const draftContract: PrefillFunction = async ({ tx, actor, project }) => {
  const [last] = await contractsOf(tx, actor, project.id);
  const content = last?.effectiveAt === null ? last.content : null;
  if (content) {
    const { startsOn, endsOn, researchContent, terms, undertaking } = content;
    return { values: { startsOn, endsOn, researchContent, terms, undertaking } };
  }
  const defaults = await contractDefaults(tx, actor, project.id);
  if (defaults === null) return {};
  const { startsOn, endsOn, researchContent, undertaking } = defaults;
  return {
    values: given({ startsOn, endsOn, researchContent, undertaking: undertaking ?? undefined }),
  };
};

const signContract: PrefillFunction = async ({ tx, actor, project }): Promise<Prefill> => {
  const [contract] = await contractsOf(tx, actor, project.id);
  if (!contract?.contentHash) return {};
  const { contractVersion, contentHash } = contract;
  return { hidden: { contractVersion, contentHash } };
};

const pendingProxy: PrefillFunction = async ({ tx, actor, project }): Promise<Prefill> => {
  const decisions = await proxyDecisionsOf(tx, actor, project.id);
  const pending = decisions.find(({ status }) => status === "pending");
  return pending ? { hidden: { decisionId: pending.id, decisionVersion: pending.version } } : {};
};

/** What the forms of the approval stage start with. */
export const approvalPrefill: Readonly<Record<string, PrefillFunction>> = {
  "approval.declare-interest": declareInterest,
  "approval.save-review": review,
  "approval.submit-review": review,
  "approval.propose-approval": proposeApproval,
  "approval.draft-contract": draftContract,
  "approval.sign-contract": signContract,
  "approval.confirm-proxy-decision": pendingProxy,
  "approval.reject-proxy-decision": pendingProxy,
};
