import type { Actor } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { type ProjectRecord, readProject } from "@/lib/project/load";
import { mayConsent } from "./consent";
import { type ProposalView, proposalView } from "./queries";

/** A version that was submitted, by its hash in the record of the submission. */
export interface SubmittedVersion {
  version: number;
  submittedAt: Date;
  savedByName: string;
  contentHash: string;
}

/** A proposal as its page shows it. */
export interface ProposalPage {
  view: ProposalView;
  content: Readonly<Record<string, unknown>>;
  /** The newest first. */
  submitted: SubmittedVersion[];
  /** May this actor still write on it? Then the checklist is his. */
  editable: boolean;
  /** Commands on the papers, beside the transitions, that this actor can use now. */
  actions: string[];
}

/** The proposal of a project; null outside the scope and for experts, who have their own sheet. */
export async function proposalOf(
  tx: Tx,
  actor: Actor,
  projectId: string,
): Promise<ProposalPage | null> {
  const project = await readProject(tx, actor, projectId);
  const view = seesOnlyAsExpert(actor) ? null : await proposalView(tx, actor, projectId);
  if (project === null || view === null) return null;
  const rows = await tx.proposal.findMany({
    where: { projectId, submittedAt: { not: null } },
    orderBy: { version: "desc" },
    take: 50,
    select: { version: true, submittedAt: true, savedByName: true, contentHash: true },
  });
  const actions = proposalActions(actor, project);
  return {
    view,
    content: contentOf(view.shown?.content),
    submitted: rows.flatMap(({ submittedAt, ...row }) =>
      submittedAt === null ? [] : [{ ...row, submittedAt }],
    ),
    editable: actions.includes("application.save-draft"),
    actions,
  };
}

/** The commands on the papers that this actor can use now. Pure. */
export function proposalActions(actor: Actor, project: ProjectRecord): string[] {
  const may = (...roles: Parameters<typeof mayAs>[2]) => isAllowed(mayAs(actor, project, roles));
  const writing = project.state === "draft" || project.state === "returned";
  const withAdmin = project.subStatus === "with_unit_admin";
  const asked = project.consentPending === "withdrawal";
  const underReview = ["district_review", "formal_review", "expert_review"].includes(project.state);
  const offers: readonly (readonly [verb: string, allowed: boolean])[] = [
    ["save-draft", writing && (may("unit_admin") || (may("filler") && !withAdmin))],
    ["hand-to-unit-admin", writing && !withAdmin && may("filler") && !may("unit_admin")],
    ["hand-back-to-filler", writing && withAdmin && may("unit_admin")],
    ["request-withdrawal", underReview && !asked && may("unit_admin")],
    ["refuse-withdrawal", underReview && asked && isAllowed(mayConsent(actor, project))],
    [
      "open-review",
      project.state === "district_review" &&
        project.districtOpenedAt === null &&
        may("district_officer"),
    ],
  ];
  return offers.flatMap(([verb, allowed]) => (allowed ? [`application.${verb}`] : []));
}

function contentOf(content: unknown): Readonly<Record<string, unknown>> {
  return typeof content === "object" && content !== null && !Array.isArray(content)
    ? { ...content }
    : {};
}
