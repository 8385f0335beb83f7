import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { checkTexts } from "@/components/application/check-texts";
import { Checklist } from "@/components/application/checklist";
import { ProposalDocument } from "@/components/application/proposal-document";
import { ReturnNotes } from "@/components/application/return-notes";
import { CandidateTable } from "@/components/approval/candidate-table";
import { ContractDocument } from "@/components/approval/contract-document";
import { MergedReview } from "@/components/approval/merged-review";
import { PendingProxy } from "@/components/approval/proxy-decisions";
import { FilingReview } from "@/components/evaluation/filing-review";
import { SeatsTable } from "@/components/evaluation/seats-table";
import { Notice } from "@/components/ui/states";
import { proposalOf } from "@/lib/application/proposal-queries";
import { acceptanceOfProject } from "@/lib/evaluation/queries";
import { query } from "@/lib/kernel/query";
import styles from "./action.module.css";
import type { ActionProps } from "./action-page";
import { formHref } from "./action-words";

type Beside = (props: ActionProps) => Promise<ReactNode>;

/** What one reads to fill in a form: the proposal, the contract, the experts, the reasons of a return. */
const besides: Readonly<Record<string, readonly Beside[]>> = {
  "application.submit": [Checks, Proposal],
  "application.resubmit": [Notes, Checks, Proposal],
  "application.submit-supplement": [Notes, Checks, Proposal],
  "application.return-for-amendment": [Proposal],
  "application.recommend": [Proposal],
  "application.decline-recommendation": [Proposal],
  "application.request-supplement": [Proposal],
  "application.pass-formal-review": [Proposal],
  "application.reject-formally": [Proposal],
  "approval.form-panel": [CandidateTable],
  "approval.replace-expert": [CandidateTable],
  "evaluation.form-acceptance-panel": [CandidateTable],
  "evaluation.draft-acceptance-opinion": [PanelVotes],
  "evaluation.sign-acceptance-opinion": [PanelVotes],
  "evaluation.propose-result": [PanelVotes],
  "evaluation.order-rectification": [PanelVotes],
  "approval.declare-interest": [],
  "approval.conclude-review": [],
  "approval.propose-approval": [MergedReview, Proposal],
  "approval.decline-approval": [MergedReview, Proposal],
  "approval.order-second-review": [MergedReview, Proposal],
  "approval.sign-contract": [ContractDocument],
  "approval.return-contract": [ContractDocument],
  "approval.bring-contract-into-force": [ContractDocument],
  "absorption.sign-supplement": [ContractDocument],
  "evaluation.confirm-acceptance-file": [FilingReview],
  "evaluation.return-acceptance-file": [FilingReview],
  "evaluation.admit-acceptance": [FilingReview],
  "approval.confirm-proxy-decision": [PendingProxy],
  "approval.reject-proxy-decision": [PendingProxy],
};

export async function ActionBeside(props: ActionProps) {
  const parts = besides[props.command.name] ?? [];
  if (parts.length === 0) return null;
  return (
    <div className={styles.below}>
      {await Promise.all(parts.map((Part, index) => <Part key={String(index)} {...props} />))}
    </div>
  );
}

async function PanelVotes({ actor, data, now }: ActionProps) {
  const acceptance = await query(actor, (tx) =>
    acceptanceOfProject(tx, actor, data.project.id, now),
  );
  return acceptance && <SeatsTable projectId={data.project.id} seats={acceptance.seats} />;
}

async function Notes({ actor, data, words }: ActionProps) {
  const proposal = await query(actor, (tx) => proposalOf(tx, actor, data.project.id));
  return <ReturnNotes notes={proposal?.view.returned ?? []} words={words} />;
}

async function Checks({ actor, data, words }: ActionProps) {
  const proposal = await query(actor, (tx) => proposalOf(tx, actor, data.project.id));
  if (!proposal) return null;
  const t = await getTranslations("screens-application");
  const { checklist, missingDocuments } = proposal.view;
  return (
    <>
      <Checklist
        items={checklist}
        texts={await checkTexts()}
        form={formHref(data.project.id, "application.save-draft")}
      />
      {missingDocuments.length > 0 ? (
        <Notice tone="warning" title={t("proposal.missingDocuments")}>
          {missingDocuments
            .map((kind) => words.names("document", kind))
            .join(words.locale === "en" ? "; " : "、")}
        </Notice>
      ) : null}
    </>
  );
}

async function Proposal({ actor, data, words }: ActionProps) {
  const t = await getTranslations("screens-application");
  const proposal = await query(actor, (tx) => proposalOf(tx, actor, data.project.id));
  if (!proposal?.view.shown) return null;
  return (
    <section aria-label={t("proposal.title")}>
      <ProposalDocument
        content={proposal.content}
        words={words}
        indicatorSetId={data.project.indicatorSetId}
      />
    </section>
  );
}
