import { shiftDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { upload } from "../files";
import type { ProjectSpec } from "../spec";
import * as acceptance from "./acceptance";
import * as contract from "./contract";
import * as ends from "./ends";
import * as evaluation from "./evaluation";
import { prove, returnLink } from "./ledger";
import * as running from "./running";
import {
  accepted,
  approved,
  contracted,
  course,
  endOf,
  evaluated,
  filed,
  graded,
  type Plan,
  paid,
  seated,
  seatedByHand,
  startOf,
  tracked,
} from "./segments";

/** What a story of a closed call is told with. */
export interface Setting {
  spec: ProjectSpec;
  /** Day of the draft. */
  day: number;
  decembers: readonly number[];
}

type Story = (setting: Setting) => Plan;

/** A contracted project's ordinary course up to a day, with so many links closed. */
function ran({ spec, day, decembers }: Setting, links: number, until = -1): Plan {
  const start = startOf(day);
  return [...contracted(day), ...paid(start), ...course({ spec, start, until, links, decembers })];
}

const ends_ = ({ spec, day }: Setting): number => endOf(startOf(day), spec.months);

/** Ran to its end with the whole ledger, then applies on this day. */
const ranUntil = (setting: Setting, apply: number): Plan => ran(setting, 4, apply - 2);

const extension = running.requestChange("term", "进口部件交付延期，申请顺延。", async (life) => {
  const { endsOn } = await life.row();
  if (endsOn === null) throw new Error("a running project has an end");
  return { endsOn: shiftDate(dayText(endsOn), 150) };
});

const targets = running.requestChange("targets", "海外市场收缩，申请调整销售目标。", () => ({
  targets: [{ indicatorCode: "E1", value: "1500", core: false }],
}));

const partner = running.requestChange(
  "foreign_partner",
  "外方集团重组，由其子公司继续合作。",
  async (life) => ({
    documents: [
      {
        fileId: await upload(life.demo, life.admin, "新合作协议", "agreement with the new partner"),
        documentKind: "D03",
      },
    ],
    partner: {
      name: `${life.spec.partner.name}（子公司）`,
      nameEn: `${life.spec.partner.nameEn} (subsidiary)`,
      countryCode: life.spec.country,
      type: life.spec.partner.type,
    },
  }),
);

const team = running.requestChange("team", "项目骨干调整。", () => ({
  details: "增加工艺工程师一名，减少测试人员一名。",
}));

/** A key member leaves, and nobody takes the place. */
const memberLeaves = running.requestChange("team", "骨干人员离职。", async (life) => {
  const member = await life.demo.read((tx) =>
    tx.projectMember.findFirstOrThrow({
      where: { projectId: life.projectId, part: "key", validTo: null },
      orderBy: { id: "asc" },
      select: { name: true },
    }),
  );
  return { members: [{ name: member.name, move: "leaves" }] };
});

/** Sent back by the district the day after, corrected on the next. */
const reportReturned = (december: number): Plan => [
  [december + 1, running.returnReport],
  [december + 2, running.submitReport],
];

/** Last year's call: running, paused, ended early, on the way to acceptance and evaluation. */
export const secondStories: Readonly<Record<string, Story>> = {
  running_extended: (it) => [
    ...ran(it, 2),
    ...it.decembers.filter((day) => day > startOf(it.day)).flatMap(reportReturned),
    [-200, extension],
    [-195, running.agreeToChange],
    [-188, running.approveChange],
    [-60, team],
    [-3, (life) => prove(life, 1, "absorb")],
  ],
  running_link_returned: (it) => [
    ...ran(it, 1),
    [-12, (life) => prove(life, 1, "digest")],
    [-5, (life) => returnLink(life, 1, "digest")],
  ],
  running_change_district: (it) => [...ran(it, 1), [-4, partner]],
  running_change_bureau: (it) => [
    ...ran(it, 2),
    [-90, targets],
    [-86, running.agreeToChange],
    [-80, running.rejectChange],
    [-70, memberLeaves],
    [-9, targets],
    [-5, running.agreeToChange],
  ],
  running_change_signing: (it) => [
    ...ran(it, 2),
    [-25, partner],
    [-20, running.agreeToChange],
    [-14, running.approveChange],
    [-6, running.signSupplement],
  ],
  running_platform: (it) => [
    ...ran(it, 0),
    [-30, ends.proposeSuspension],
    [-26, ends.suspend],
    [-12, ends.resume],
  ],
  running_paying: (it) => [
    ...contracted(it.day),
    ...course({ ...it, start: startOf(it.day), until: -1, links: 2 }),
    [-40, running.issuePayment],
    [-4, (life) => prove(life, 1, "absorb")],
  ],
  // Paid, and then nothing more is heard: the warnings say so long before somebody proposes to pause it.
  running_proposed_pause: (it) => [
    ...contracted(it.day),
    ...paid(startOf(it.day)),
    [-5, ends.proposeSuspension],
  ],
  suspended: (it) => [...ran(it, 1, -130), [-120, ends.proposeSuspension], [-110, ends.suspend]],
  terminated_paying: (it) => [
    ...ran(it, 1, -60),
    [-50, ends.terminate],
    [-42, ends.notifyRefund],
    [-20, ends.payBack(0.5)],
  ],
  revoked: (it) => [...ran(it, 2, -40), [-10, ends.revoke]],
  filing_returned: (it) => [
    ...ranUntil(it, -125),
    [ends_(it) + 3, acceptance.apply],
    [-40, acceptance.file("good")],
    [-30, acceptance.returnFile],
  ],
  filing_district: (it) => [
    ...ranUntil(it, -95),
    [-20, acceptance.apply],
    [-6, acceptance.file("good")],
  ],
  filing_bureau: (it) => [...ranUntil(it, -95), ...filed(-22, "good")],
  acceptance_voting: (it) => [
    ...ranUntil(it, -95),
    ...seatedByHand(-30, "good"),
    [-5, acceptance.vote("passed", 4)],
  ],
  acceptance_signing: (it) => [
    ...ranUntil(it, -95),
    ...seatedByHand(-35, "good"),
    [-15, acceptance.vote("passed")],
    [-4, acceptance.sign("passed", 2)],
  ],
  acceptance_proposed: (it) => [
    ...ranUntil(it, -95),
    ...seated(-40, "good"),
    [-18, acceptance.vote("passed")],
    [-10, acceptance.sign("passed")],
    [-6, acceptance.propose("passed")],
  ],
  rectifying: (it) => [
    ...ranUntil(it, -95),
    ...seated(-60, "fair"),
    [-35, acceptance.vote("rectify")],
    [-32, acceptance.sign("rectify")],
    [-30, acceptance.orderRectification],
  ],
  rectification_reported: (it) => [
    ...ranUntil(it, -95),
    ...seated(-80, "fair"),
    [-55, acceptance.vote("rectify")],
    [-52, acceptance.sign("rectify")],
    [-50, acceptance.orderRectification],
    [-5, acceptance.submitRectification("good")],
  ],
  unsigned: (it) => [
    ...approved(it.day),
    [it.day + 60, contract.remind],
    [it.day + 70, contract.remind],
    [it.day + 90, contract.closeUnsigned],
  ],
  self_returned: (it) => [
    ...ranUntil(it, -110),
    ...accepted(-100, "good"),
    [-50, evaluation.selfEvaluate("good")],
    [-8, evaluation.returnSelf],
  ],
  self_submitted: (it) => [
    ...ranUntil(it, -110),
    ...accepted(-90, "excellent"),
    [-12, evaluation.selfEvaluate("excellent")],
  ],
  audited: (it) => [
    ...ranUntil(it, -130),
    ...accepted(-120, "fair"),
    [-60, evaluation.selfEvaluate("fair")],
    [-10, evaluation.audit("fair")],
  ],
  self_waiting: (it) => [...ranUntil(it, -110), ...accepted(-50, "good")],
};

/** Applies five days after the end of its term. */
const applied = (it: Setting): number => ends_(it) + 5;

/** Ran, was accepted and graded. */
const done = (it: Setting, quality: "excellent" | "good" | "fair"): Plan => [
  ...ranUntil(it, applied(it)),
  ...accepted(applied(it), quality),
  ...graded(applied(it) + 31, quality),
];

/** Concluded for objective reasons and archived with its score (T33). */
const concluded = (it: Setting): Plan => [
  ...ranUntil(it, applied(it)),
  ...accepted(applied(it), "fair", "concluded"),
  ...evaluated(applied(it) + 31, "fair"),
  [applied(it) + 66, ends.computeNothingOwed],
  [applied(it) + 70, evaluation.archive],
];

/** The call of two years ago: evaluated, followed up, archived. */
export const firstStories: Readonly<Record<string, Story>> = {
  tracked_example: (it) => [...done(it, "good"), ...tracked(-240, 1)],
  tracked_excellent: (it) => [...done(it, "excellent"), ...tracked(-250, 1)],
  tracked_fair: (it) => [...done(it, "fair"), [-6, evaluation.track(1)]],
  archived_tracked: (it) => [
    ...done(it, "good"),
    ...tracked(-360, 1),
    ...tracked(-40, 2),
    [-28, evaluation.endTracking],
  ],
  archived_concluded: concluded,
  archived_failed: (it) => [
    ...ran(it, 1, applied(it) - 2),
    ...accepted(applied(it), "poor", "failed"),
    ...evaluated(applied(it) + 31, "poor"),
    [applied(it) + 60, ends.computeRefund],
    [applied(it) + 65, ends.notifyRefund],
    [applied(it) + 80, ends.payBack(1)],
    [applied(it) + 90, evaluation.archive],
  ],
  archived_terminated: (it) => [
    ...ran(it, 2, -650),
    [-640, ends.terminate],
    [-630, ends.notifyRefund],
    [-610, ends.payBack(1)],
    [-600, ends.archiveClosed],
  ],
  corrected_waiting: (it) => [...concluded(it), [-4, evaluation.correct]],
  corrected_archived: (it) => [
    ...done(it, "good"),
    ...tracked(-360, 1),
    ...tracked(-70, 2),
    [-58, evaluation.endTracking],
    [-40, evaluation.correct],
    [-38, evaluation.acknowledge],
    [-34, evaluation.auditCorrection],
    [-30, evaluation.finalise],
    [-25, evaluation.endTracking],
  ],
  archived_revoked: (it) => [
    ...ran(it, 2, -720),
    [-700, ends.revoke],
    [-690, ends.notifyRefund],
    [-670, ends.payBack(1)],
    [-660, ends.archiveClosed],
  ],
  overdue_closed: (it) => [
    ...ran(it, 2, ends_(it) - 20),
    [ends_(it) + 3, acceptance.apply],
    [ends_(it) + 150, ends.serveNotice],
    [ends_(it) + 220, ends.closeOverdue],
  ],
  tracked_rectified: (it) => [
    ...ranUntil(it, applied(it)),
    ...seated(applied(it), "fair"),
    [applied(it) + 22, acceptance.vote("rectify")],
    [applied(it) + 24, acceptance.sign("rectify")],
    [applied(it) + 26, acceptance.orderRectification],
    [applied(it) + 70, acceptance.submitRectification("good")],
    [applied(it) + 76, acceptance.confirmRectification],
    [applied(it) + 80, acceptance.reapply],
    [applied(it) + 84, (life) => acceptance.seatPanel(life, life.index + 5)],
    [applied(it) + 90, acceptance.vote("passed")],
    [applied(it) + 92, acceptance.sign("passed")],
    [applied(it) + 94, acceptance.propose("passed")],
    [applied(it) + 99, acceptance.issueResult],
    ...graded(applied(it) + 99, "good"),
  ],
};
