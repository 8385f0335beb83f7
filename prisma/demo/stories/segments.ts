import { hasLedger } from "@/lib/absorption/links";
import type { Life } from "../life";
import type { ProjectSpec, Quality } from "../spec";
import * as acceptance from "./acceptance";
import * as application from "./application";
import * as approval from "./approval";
import * as contract from "./contract";
import * as evaluation from "./evaluation";
import { confirm, linksInOrder, prove } from "./ledger";
import * as running from "./running";

/** What happens on a day of a project's life; days count from the day of the load. */
export type Happening = readonly [day: number, act: (life: Life) => Promise<void>];
export type Plan = readonly Happening[];

/** From the first draft to the unit's submission; three days. */
export const submitted = (day: number): Plan => [
  [day, application.begin],
  [day + 1, application.saveWhole],
  [day + 3, application.handOver],
  [day + 3, application.submit],
];

/** Recommended a week after the draft. */
export const recommended = (day: number): Plan => [
  ...submitted(day),
  [day + 5, application.openReview],
  [day + 7, application.recommend],
];

export const inReview = (day: number, people?: string[]): Plan => [
  ...recommended(day),
  [day + 10, (life) => approval.formPanel(life, people)],
  [day + 12, approval.passFormal],
];

export const reviewed = (day: number): Plan => [
  ...inReview(day),
  [day + 16, approval.reviewAll],
  [day + 20, approval.conclude],
];

export const published = (day: number): Plan => [...reviewed(day), [day + 27, approval.propose]];

export const approved = (day: number): Plan => [...published(day), [day + 44, approval.issue]];

/** Signed by all parties; the project runs from the 59th day after its draft. */
export const contracted = (day: number): Plan => [
  ...approved(day),
  [day + 48, contract.draft],
  [day + 50, contract.signUnit],
  [day + 52, contract.signDistrict],
  [day + 54, contract.signBureau],
  [day + 58, contract.intoForce],
];

/** Day of the contract's first day, by the day of the draft. */
export const startOf = (day: number): number => day + 59;

/** Day of a term's end. */
export const endOf = (start: number, months: number): number => start + Math.round(months * 30.44);

export interface Course {
  spec: ProjectSpec;
  start: number;
  /** Nothing of the course happens from this day on. */
  until: number;
  /** Links that are closed by then. */
  links: number;
  /** Day of a year's December, by the load's calendar. */
  decembers: readonly number[];
}

const closings = [0.18, 0.42, 0.66, 0.9] as const;

/** An ordinary course of a running project: money, ledger, milestones, reports, spending. */
export function course({ spec, start, until, links, decembers }: Course): Plan {
  const term = Math.round(spec.months * 30.44);
  const at = (share: number) => start + Math.round(term * share);
  return [
    ...ledger(spec, at, links),
    [at(0.4), running.spend(0.35)],
    [at(0.46), running.reportMidTerm],
    [at(0.48), running.checkMidTerm("ok")],
    [at(0.5), running.reachMilestone],
    [at(0.75), running.spend(0.7)],
    [at(0.84), running.reachMilestone],
    ...decembers.flatMap((day) => reported(day)),
  ].filter(
    (each): each is Happening => typeof each[0] === "number" && each[0] > start && each[0] < until,
  );
}

function ledger(spec: ProjectSpec, at: (share: number) => number, links: number): Plan {
  if (!hasLedger(spec.mode)) return [];
  return linksInOrder.slice(0, links).flatMap((name, order): Plan => {
    const day = at(closings[order] ?? 1);
    return spec.technologies.flatMap(
      (_technology, index): Plan => [
        [day + index, (life) => prove(life, index + 1, name)],
        [day + index + 4, (life) => confirm(life, index + 1, name)],
      ],
    );
  });
}

/** The first tranche on its way to the unit. */
export const paid = (start: number): Plan => [
  [start + 15, running.issuePayment],
  [start + 20, running.passOn],
  [start + 26, running.receive],
];

/** One year's report, from the unit to the bureau. */
export const reported = (december: number): Plan => [
  [december, running.submitReport],
  [december + 3, running.confirmReport],
  [december + 6, running.closeReport],
];

/** The acceptance file on its way to the bureau. */
export const filed = (day: number, quality: Quality): Plan => [
  [day, acceptance.apply],
  [day + 6, acceptance.file(quality)],
  [day + 10, acceptance.confirmFile],
];

export const seated = (day: number, quality: Quality): Plan => [
  ...filed(day, quality),
  [day + 14, acceptance.admit],
  [day + 16, panelOf],
];

/** Most panels are drawn; every third was chosen by hand, with the reason. */
const panelOf = (life: Life) =>
  life.index % 3 === 1 ? acceptance.seatPanel(life) : acceptance.drawPanel(life);

/** A panel of the experts whose accounts are listed, so that their desks show what an acceptance asks. */
export const seatedByHand = (day: number, quality: Quality): Plan => [
  ...filed(day, quality),
  [day + 14, acceptance.admit],
  [day + 16, (life) => acceptance.seatPanel(life, 0)],
];

/** Accepted with this result a month after the application. */
export const accepted = (day: number, quality: Quality, result = "passed"): Plan => [
  ...seated(day, quality),
  [day + 22, acceptance.vote(result)],
  [day + 24, acceptance.sign(result)],
  [day + 25, acceptance.propose(result)],
  [day + 31, acceptance.issueResult],
];

/** Evaluated and audited within a month of the result. */
export const evaluated = (day: number, quality: Quality): Plan => [
  [day + 15, evaluation.selfEvaluate(quality)],
  [day + 25, evaluation.audit(quality)],
];

/** Graded; the follow-up begins. */
export const graded = (day: number, quality: Quality): Plan => [
  ...evaluated(day, quality),
  [day + 32, evaluation.finalise],
];

/** The follow-up report of a year. */
export const tracked = (day: number, period: number): Plan => [
  [day, evaluation.track(period)],
  [day + 4, evaluation.confirmTracking(period)],
  [day + 8, evaluation.closeTracking(period)],
];
