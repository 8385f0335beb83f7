import { expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { begin, examplePlan } from "./begin.fixture";
import { checkMidTerm } from "./commands/check-mid-term";
import { issuePayment } from "./commands/issue-payment";
import { submitMidTerm } from "./commands/submit-mid-term";
import { gateRefusal } from "./rules";

const world = useWorld();

it("a tranche waits for its gate, and a retention for the acceptance", () => {
  const facts = { callGatesMidTerm: false, midTerm: "none", acceptanceResult: null };
  const plain = { seq: 2, gate: "none", retention: false };
  expect(gateRefusal(plain, facts)).toBeNull();
  expect(gateRefusal(plain, { ...facts, callGatesMidTerm: true, midTerm: "open" })).toBe(
    "mid_term_not_passed",
  );
  expect(gateRefusal({ ...plain, seq: 1 }, { ...facts, callGatesMidTerm: true })).toBeNull();
  const gated = { ...plain, gate: "mid_term" };
  expect(gateRefusal(gated, { ...facts, midTerm: "fail" })).toBe("mid_term_not_passed");
  for (const midTerm of ["none", "ok", "warn"]) {
    expect(gateRefusal(gated, { ...facts, midTerm })).toBeNull();
  }
  const kept = { ...plain, retention: true };
  expect(gateRefusal(kept, facts)).toBe("acceptance_not_passed");
  expect(gateRefusal(kept, { ...facts, acceptanceResult: "concluded" })).toBe(
    "acceptance_not_passed",
  );
  expect(gateRefusal(kept, { ...facts, acceptanceResult: "passed" })).toBeNull();
});

it("a gated tranche is issued only after the check has been passed", async () => {
  const [first, second] = examplePlan.tranches;
  if (!first || !second) throw new Error("the plan has two tranches");
  const plan = { ...examplePlan, tranches: [first, { ...second, gate: "mid_term" as const }] };
  const project = await begin(world, {}, plan);
  const issue = async (seq: number) => {
    const { id, version } = await world.owner.tranche.findFirstOrThrow({
      where: { projectId: project.id, seq },
      select: { id: true, version: true },
    });
    const body = { projectId: project.id, trancheId: id, version, documentNumber: `${seq}号` };
    return world.run("officer", issuePayment, body);
  };
  const check = () =>
    world.owner.midTermCheck.findFirstOrThrow({
      where: { projectId: project.id },
      select: { id: true, version: true },
    });
  await issue(1);
  await expect(issue(2)).rejects.toMatchObject({ code: "mid_term_not_passed" });
  const handedIn = await check();
  await world.run("enterprise", submitMidTerm, {
    projectId: project.id,
    checkId: handedIn.id,
    version: handedIn.version,
    progress: "按计划",
  });
  const ready = await check();
  const marks = { scope: 4, time: 4, cost: 4, absorption: 4, risk: 4, planning: 4 };
  await world.run("officer", checkMidTerm, {
    projectId: project.id,
    checkId: ready.id,
    version: ready.version,
    ...marks,
    result: "ok",
    opinion: "符合",
  });
  await issue(2);
});
