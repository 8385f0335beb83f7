import { completeProposal } from "@/lib/application/proposal.fixture";
import { child, type Scene, seatPanel, step, type Way } from "./scene";

const reasons = [{ field: "summary", reason: "请补充技术路线" }];
const yes = {
  unitEligible: "yes",
  insideCall: "yes",
  filesComplete: "yes",
  pledgeSigned: "yes",
  budgetRegular: "yes",
  agreementValid: "yes",
  targetsMeasurable: "yes",
};
const later = { dueAt: new Date("2030-01-01T00:00:00Z") };

const askedToWithdraw = (scene: Scene) => scene.set({ consentPending: "withdrawal" });

/** What each command of the application stage needs, and what is sent. */
export const applicationWays: Readonly<Record<string, Way>> = {
  "application.submit": step({}, (scene) =>
    scene.world.owner.proposal.updateMany({
      where: { projectId: scene.id },
      data: { submittedAt: null },
    }),
  ),
  "application.recall-submission": step({}, (scene) => scene.set({ districtOpenedAt: null })),
  "application.return-for-amendment": step({ reasons }),
  "application.resubmit": step({}, (scene) => scene.set({ returnedFrom: "district", ...later })),
  "application.recommend": step({ opinion: "同意推荐" }),
  "application.decline-recommendation": step({ reason: "不符合推荐条件" }),
  "application.request-supplement": step({ reasons }, (scene) =>
    scene.set({ supplementUsed: false }),
  ),
  "application.submit-supplement": step({}, (scene) =>
    scene.set({ returnedFrom: "bureau", ...later }),
  ),
  "application.pass-formal-review": step({ checklist: yes }, (scene) =>
    seatPanel(scene, { purpose: "review" }),
  ),
  "application.reject-formally": step({ reasonCode: "outside_call", reason: "不在指南范围" }),
  "application.withdraw": step({ reason: "合作中止" }, async (scene) => {
    const free = scene.state === "draft" || scene.state === "returned";
    if (!free) await askedToWithdraw(scene);
    if (scene.state === "returned") await scene.set({ dueAt: new Date("2026-01-01T00:00:00Z") });
  }),

  "application.save-draft": async (scene) => {
    const { world, id } = scene;
    const latest = await world.owner.proposal.findFirst({
      where: { projectId: id },
      orderBy: { version: "desc" },
      select: { version: true },
    });
    const content = completeProposal({ title: `改后 ${id.slice(-6)}` });
    return { projectId: id, proposalVersion: latest?.version ?? 0, content };
  },
  "application.hand-to-unit-admin": step({}, (scene) => scene.set({ subStatus: "with_filler" })),
  "application.hand-back-to-filler": step({ reason: "请补充附件" }, (scene) =>
    scene.set({ subStatus: "with_unit_admin" }),
  ),
  "application.open-review": child({}, (scene) => scene.set({ districtOpenedAt: null })),
  "application.request-withdrawal": child({ reason: "合作中止" }, (scene) =>
    scene.set({ consentPending: null }),
  ),
  "application.refuse-withdrawal": child({ reason: "请继续" }, askedToWithdraw),
};
