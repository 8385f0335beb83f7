import type { Role } from "@/lib/access/roles";
import type { State } from "@/lib/lifecycle/states";
import { allStates, statesOf } from "./expectations";

/** A command on something that hangs on a project (domain.md §1.5), or on the project beside its life. */
export interface ExpectedChild {
  command: string;
  roles: readonly Role[];
  states: readonly State[];
  /** Where who may act depends on the state. */
  rolesIn?: Partial<Record<State, readonly Role[]>>;
  /** States in which the applicants must wait: their papers are being judged (409). */
  closedToApplicants?: readonly State[];
  /** A draft's autosave: it leaves no event. */
  silent?: true;
}

const officers: readonly Role[] = ["bureau_officer", "division_head"];
const applicants: readonly Role[] = ["filler", "unit_admin"];
const admin: readonly Role[] = ["unit_admin"];
const district: readonly Role[] = ["district_officer"];
const districtOrOfficers: readonly Role[] = [...district, ...officers];
const expert: readonly Role[] = ["expert"];
const papers: readonly Role[] = [...applicants, ...districtOrOfficers];

const consent = "district_review formal_review expert_review";
const work = "active acceptance_filing rectification";
const check = `${work} suspended acceptance_review`;
const report = `${check} evaluation tracking`;
const pay = `${work} acceptance_review evaluation tracking`;
const paid = `${pay} suspended terminated revoked`;
const supervised =
  "active suspended acceptance_filing acceptance_review rectification evaluation tracking terminated revoked";
const asked = "acceptance_filing acceptance_review rectification evaluation tracking not_approved";
const refund = "terminated revoked evaluation";
const open =
  "draft district_review returned formal_review expert_review decision publicity contracting active " +
  "suspended acceptance_filing acceptance_review rectification evaluation tracking terminated revoked";

const judged = statesOf(
  "district_review formal_review expert_review decision publicity acceptance_review",
);

type Short = readonly [
  command: string,
  roles: readonly Role[],
  states: string,
  rest?: Pick<ExpectedChild, "rolesIn" | "silent" | "closedToApplicants">,
];

const silent = { silent: true } as const;

const rows: readonly Short[] = [
  ["application.save-draft", applicants, "draft returned", silent],
  ["application.hand-to-unit-admin", ["filler"], "draft returned"],
  ["application.hand-back-to-filler", admin, "draft returned"],
  ["application.open-review", district, "district_review"],
  ["application.request-withdrawal", admin, consent],
  ["application.refuse-withdrawal", officers, consent, { rolesIn: { district_review: district } }],

  ["liaison.record-visit", districtOrOfficers, supervised],
  ["liaison.watch-project", districtOrOfficers, supervised],
  ["liaison.end-watch", districtOrOfficers, `${supervised} archived`],

  ["approval.form-panel", officers, "formal_review decision"],
  ["approval.replace-expert", officers, "expert_review acceptance_review"],
  ["approval.declare-interest", expert, "expert_review"],
  ["approval.save-review", expert, "expert_review", silent],
  ["approval.submit-review", expert, "expert_review"],
  ["approval.record-duplicate-check", officers, "decision"],
  ["approval.handle-objection", officers, "publicity decision"],
  ["approval.draft-contract", [...applicants, ...officers], "contracting"],
  ["approval.sign-contract", [...admin, ...districtOrOfficers], "contracting"],
  ["approval.return-contract", districtOrOfficers, "contracting"],
  ["approval.remind-signing", officers, "contracting"],
  ["approval.request-giving-up", admin, "decision publicity contracting"],
  ["approval.record-proxy-decision", officers, "decision"],
  ["approval.confirm-proxy-decision", officers, "decision"],
  ["approval.reject-proxy-decision", officers, allStates.join(" ")],

  ["absorption.plan-technology", [...applicants, ...officers], "active"],
  ["absorption.set-mastery", applicants, work],
  ["absorption.record-link-figures", applicants, work],
  ["absorption.add-evidence", applicants, work],
  ["absorption.submit-link", applicants, work],
  ["absorption.confirm-link", district, check],
  ["absorption.return-link", district, check],
  ["absorption.reopen-link", officers, work],
  ["absorption.complete-milestone", applicants, work],
  ["absorption.save-report", applicants, report, silent],
  ["absorption.submit-report", admin, report],
  ["absorption.confirm-report", district, report],
  ["absorption.return-report", districtOrOfficers, report],
  ["absorption.close-report", officers, report],
  ["absorption.decline-suspension", ["manager"], "active"],
  ["absorption.sign-supplement", [...admin, ...districtOrOfficers], "active suspended"],
  ["absorption.request-change", admin, "active"],
  ["absorption.give-change-opinion", district, "active suspended"],
  ["absorption.approve-change", officers, "active suspended"],
  ["absorption.reject-change", officers, "active suspended"],
  ["absorption.withdraw-change", admin, "active suspended"],
  ["absorption.issue-payment", officers, pay],
  ["absorption.pass-on-payment", district, paid],
  ["absorption.confirm-receipt", admin, paid],
  ["absorption.hold-payment", officers, paid],
  ["absorption.release-payment", officers, paid],
  ["absorption.request-merit-opinion", officers, check],
  ["absorption.give-merit-opinion", expert, check],
  ["absorption.record-right", applicants, report],
  ["absorption.record-training", applicants, report],
  ["absorption.record-registration", applicants, report],
  ["absorption.confirm-record", district, report],
  ["absorption.return-record", district, report],
  ["absorption.state-retention", applicants, report],
  ["absorption.claim-incentive", admin, pay],
  ["absorption.withdraw-incentive", admin, paid],
  ["absorption.confirm-incentive", officers, pay],
  ["absorption.refuse-incentive", officers, paid],
  ["absorption.issue-incentive", officers, pay],
  ["absorption.report-spending", applicants, check],
  ["absorption.propose-suspension", officers, "active"],
  ["absorption.compute-refund", officers, "terminated evaluation"],
  ["absorption.notify-refund", officers, refund],
  ["absorption.record-refund-payment", officers, refund],
  ["absorption.hand-refund-to-enforcement", officers, refund],
  ["absorption.plan-mid-term", officers, "active suspended"],
  ["absorption.submit-mid-term", admin, "active suspended"],
  ["absorption.check-mid-term", officers, "active suspended"],

  ["evaluation.save-acceptance-file", applicants, "acceptance_filing", silent],
  ["evaluation.submit-acceptance-file", admin, "acceptance_filing"],
  ["evaluation.confirm-acceptance-file", district, "acceptance_filing"],
  [
    "evaluation.return-acceptance-file",
    districtOrOfficers,
    "acceptance_filing",
    { rolesIn: { acceptance_filing: district } },
  ],
  ["evaluation.serve-overdue-notice", officers, "acceptance_filing"],
  ["evaluation.draw-acceptance-panel", officers, "acceptance_review"],
  ["evaluation.form-acceptance-panel", officers, "acceptance_review"],
  ["evaluation.name-panel-leader", officers, "acceptance_review"],
  ["evaluation.decline-acceptance-seat", expert, "acceptance_review"],
  ["evaluation.call-acceptance-meeting", officers, "acceptance_review"],
  ["evaluation.draft-acceptance-opinion", [...officers, ...expert], "acceptance_review"],
  ["evaluation.sign-acceptance-opinion", expert, "acceptance_review"],
  ["evaluation.cast-acceptance-vote", expert, "acceptance_review"],
  ["evaluation.record-upper-acceptance", officers, "acceptance_filing acceptance_review"],
  ["evaluation.propose-result", officers, "acceptance_review"],
  ["evaluation.submit-rectification", admin, "rectification"],
  ["evaluation.confirm-rectification", district, "rectification"],
  ["evaluation.return-rectification", district, "rectification"],
  ["evaluation.save-self-evaluation", applicants, "evaluation", silent],
  ["evaluation.add-proof", applicants, "acceptance_filing rectification evaluation"],
  ["evaluation.remove-proof", applicants, "acceptance_filing rectification evaluation"],
  ["evaluation.submit-self-evaluation", admin, "evaluation"],
  ["evaluation.audit-evaluation", officers, "evaluation"],
  ["evaluation.return-self-evaluation", officers, "evaluation"],
  ["evaluation.save-tracking-report", applicants, "tracking", silent],
  ["evaluation.submit-tracking-report", admin, "tracking"],
  ["evaluation.confirm-tracking-report", district, "tracking"],
  ["evaluation.return-tracking-report", districtOrOfficers, "tracking"],
  ["evaluation.close-tracking-report", officers, "tracking"],
  ["evaluation.acknowledge-correction", ["auditor"], "evaluation tracking archived revoked"],

  ["consequences.file-appeal", admin, "evaluation tracking archived"],
  ["consequences.record-paper-appeal", officers, "evaluation tracking archived"],
  ["consequences.confirm-paper-appeal", officers, "evaluation tracking archived"],
  ["consequences.handle-appeal", officers, "evaluation tracking archived"],
  ["consequences.decide-appeal", ["manager"], "evaluation tracking archived"],
  ["surveys.invite", officers, asked],
  ["surveys.revoke", officers, asked],

  ["documents.link-file", papers, open, { closedToApplicants: judged }],
  ["documents.unlink-file", papers, open, { closedToApplicants: judged }],
];

export const expectedChildren: readonly ExpectedChild[] = rows.map(
  ([command, roles, states, rest]) => ({ command, roles, states: statesOf(states), ...rest }),
);

/** A command without a project: who may, and for whom its record isn't there at all (404). */
export interface ExpectedOffice {
  command: string;
  roles: readonly Role[];
  unseenBy?: readonly Role[];
}

const everyone: readonly Role[] = [
  ...applicants,
  ...districtOrOfficers,
  "manager",
  "expert",
  "auditor",
  "sysadmin",
  "security_admin",
];
const strangers: readonly Role[] = ["expert", "public"];
const outsideOffice: readonly Role[] = [...applicants, ...strangers];
const notReaders: readonly Role[] = ["expert", "sysadmin", "security_admin", "public"];
const notUploaders: readonly Role[] = everyone.filter((role) => role !== "bureau_officer");

export const expectedOffices: readonly ExpectedOffice[] = [
  { command: "application.create-draft", roles: applicants },
  { command: "liaison.set-body", roles: districtOrOfficers },
  { command: "liaison.hand-over", roles: districtOrOfficers },
  { command: "liaison.open-feed", roles: applicants },
  { command: "liaison.close-feed", roles: applicants, unseenBy: ["public", "system"] },
  { command: "application.register-projects", roles: officers },
  {
    command: "application.import-ledger",
    roles: ["bureau_officer"],
    unseenBy: [...notUploaders, "public", "system"],
  },
  { command: "application.reject-registration", roles: officers },
  // Whoever is signed in counts as the public here.
  { command: "approval.file-objection", roles: [...everyone, "public", "system"] },
  { command: "surveys.answer", roles: [...everyone, "public", "system"] },
  { command: "surveys.answer-comparison", roles: [...everyone, "public", "system"] },
  { command: "calls.create-call", roles: officers },
  { command: "calls.update-call", roles: officers },
  { command: "calls.publish-call", roles: officers },
  { command: "calls.extend-for-unit", roles: officers },
  { command: "calls.set-quota", roles: officers },
  { command: "carriers.register-carrier", roles: officers },
  { command: "carriers.record-contribution", roles: officers },
  { command: "carriers.confirm-contribution", roles: officers },
  { command: "carriers.remove-contribution", roles: officers },
  { command: "carriers.save-evaluation", roles: officers },
  { command: "carriers.confirm-evaluation", roles: [...officers, "manager"] },
  { command: "rollup.create-item", roles: officers },
  { command: "rollup.set-members", roles: officers },
  { command: "rollup.set-year", roles: officers },
  { command: "rollup.save-goals", roles: officers },
  { command: "rollup.save-monitoring", roles: officers },
  { command: "rollup.save-self-evaluation", roles: officers },
  { command: "rollup.save-department", roles: officers },
  { command: "rollup.confirm-form", roles: officers },
  { command: "rollup.reopen-form", roles: officers },
  { command: "rules.begin-draft", roles: officers },
  { command: "rules.save-scoring", roles: officers },
  { command: "rules.save-indicators", roles: officers },
  { command: "rules.save-consequence", roles: officers },
  { command: "rules.save-incentive", roles: officers },
  { command: "rules.submit-draft", roles: officers },
  { command: "rules.discard-draft", roles: officers },
  { command: "rules.return-draft", roles: ["division_head", "manager"] },
  { command: "rules.publish-draft", roles: ["division_head", "manager"] },
  { command: "accounts.register-unit", roles: ["public"] },
  { command: "accounts.set-password-by-link", roles: ["public"] },
  { command: "accounts.confirm-unit", roles: officers, unseenBy: strangers },
  { command: "accounts.add-member", roles: ["unit_admin", "sysadmin"], unseenBy: strangers },
  { command: "accounts.end-membership", roles: admin, unseenBy: strangers },
  { command: "accounts.create-user", roles: ["sysadmin"] },
  { command: "accounts.grant-role", roles: ["security_admin"], unseenBy: outsideOffice },
  { command: "accounts.revoke-role", roles: ["security_admin"], unseenBy: outsideOffice },
  { command: "accounts.disable-user", roles: ["sysadmin"], unseenBy: outsideOffice },
  { command: "accounts.enable-user", roles: ["sysadmin"], unseenBy: outsideOffice },
  { command: "accounts.unlock-user", roles: ["security_admin"], unseenBy: outsideOffice },
  {
    command: "accounts.issue-access-link",
    roles: ["unit_admin", "sysadmin", "security_admin"],
    unseenBy: strangers,
  },
  { command: "accounts.end-sessions", roles: ["security_admin"], unseenBy: outsideOffice },
  { command: "accounts.change-password", roles: everyone, unseenBy: ["public", "system"] },
  { command: "reports.save-yearly-form", roles: applicants, unseenBy: notReaders },
  { command: "reports.submit-yearly-form", roles: admin, unseenBy: notReaders },
  { command: "reports.confirm-yearly-form", roles: district, unseenBy: notReaders },
  { command: "reports.return-yearly-form", roles: districtOrOfficers, unseenBy: notReaders },
  { command: "reports.close-yearly-form", roles: officers, unseenBy: notReaders },
  { command: "reports.remind-units", roles: districtOrOfficers, unseenBy: notReaders },
  { command: "reference.set-parameter", roles: ["sysadmin"] },
  { command: "reference.set-calendar-day", roles: ["sysadmin"] },
  { command: "reference.add-code", roles: ["sysadmin"] },
  { command: "reference.end-code", roles: ["sysadmin"] },
];
