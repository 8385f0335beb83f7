import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { commandNamed } from "@/lib/commands/registry";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { loadReference } from "@/lib/reference/load";
import { type PersonName, useWorld } from "@/test/world";
import { rulesInForce } from "../consequences/rule-for";
import { audit, lifeOf, submitSelf, toResult, toReview } from "../life.fixture";
import { draftView, ruleHistory, rulesOf } from "./queries";
import type { RuleFamily } from "./schema";
import { versionsOf } from "./versions";

const world = useWorld();
beforeAll(() =>
  world.owner.$transaction((tx) => loadReference(tx, { demonstration: true }), {
    timeout: 60_000,
  }),
);

function run(person: PersonName, verb: string, body: object): Promise<unknown> {
  const command = commandNamed(`rules.${verb}`);
  if (command === null) throw new Error(`no command rules.${verb}`);
  return world.run(person, command, body);
}

const at = z.object({ draftId: z.string(), version: z.number() });

async function begin(
  family: RuleFamily,
  code: string,
  baseVersion = 1,
  by: PersonName = "officer",
) {
  const { draftId } = at.parse(await run(by, "begin-draft", { family, code, baseVersion }));
  return { draftId, version: 1 };
}

const viewAs = (person: PersonName, draftId: string) =>
  query(world.as(person), (tx) => draftView(tx, world.as(person), draftId, world.now()));

async function contentOf(draftId: string) {
  const view = await viewAs("officer", draftId);
  if (view === null) throw new Error("no draft");
  return view.typed.content;
}

/** Saves the copied content with a change, and hands it in. */
async function submitted(
  family: RuleFamily,
  code: string,
  change: object,
  baseVersion = 1,
): Promise<{ draftId: string; version: number }> {
  const draft = await begin(family, code, baseVersion);
  const content = {
    ...(await contentOf(draft.draftId)),
    validFrom: "2026-03-10",
    basis: "常科发〔2026〕9号",
    ...change,
  };
  const saved = at.parse(await run("officer", `save-${family}`, { ...draft, content }));
  const { draftId, version } = saved;
  return at.parse(await run("officer", "submit-draft", { draftId, version }));
}

const limit = () =>
  query(world.as("officer"), async (tx) =>
    (await rulesInForce(tx, world.now())).find(({ code }) => code === "limit_poor"),
  );

describe("a consequence", () => {
  it("is drafted by an officer, published by another, and in force from its day on", async () => {
    const draft = await submitted("consequence", "limit_poor", { months: 12, appealDays: 20 });
    await expect(run("officer", "publish-draft", draft)).rejects.toMatchObject({ status: 403 });
    await expect(run("admin", "publish-draft", draft)).rejects.toMatchObject({ status: 403 });
    await run("head", "publish-draft", draft);
    expect(await limit()).toMatchObject({ version: 1, months: 24 });
    world.setClock("2026-03-10T02:00:00Z");
    expect(await limit()).toMatchObject({ version: 2, months: 12, appealDays: 20 });
    const history = await query(world.as("auditor"), (tx) =>
      ruleHistory(
        tx,
        world.as("auditor"),
        { family: "consequence", code: "limit_poor" },
        world.now(),
      ),
    );
    expect(
      history?.versions.map(({ version, standing, basis }) => [version, standing, basis]),
    ).toMatchObject([
      [2, "in_force", "常科发〔2026〕9号"],
      [1, "ended", expect.any(String)],
    ]);
    world.setClock("2026-03-02T02:00:00Z");
  });

  it("that ended leaves none in force, not the version before", async () => {
    const draft = await submitted("consequence", "watch_good", { validTo: "2026-03-31" });
    await run("manager", "publish-draft", draft);
    world.setClock("2026-04-02T02:00:00Z");
    const inForce = await query(world.as("officer"), (tx) => rulesInForce(tx, world.now()));
    expect(inForce.map(({ code }) => code)).not.toContain("watch_good");
    world.setClock("2026-03-02T02:00:00Z");
  });
});

describe("a draft", () => {
  it("is one a rule, saved by whoever saw the newest text, and refused with open checks", async () => {
    const draft = await begin("consequence", "tightened_fair");
    await expect(begin("consequence", "tightened_fair")).rejects.toMatchObject({
      code: "draft_open",
    });
    const content = { ...(await contentOf(draft.draftId)), months: 18 };
    await run("officer2", "save-consequence", { ...draft, content });
    await expect(run("officer", "save-consequence", { ...draft, content })).rejects.toMatchObject({
      code: "version_conflict",
    });
    await expect(run("officer", "submit-draft", { ...draft, version: 2 })).rejects.toMatchObject({
      code: "rule_checks_open",
      details: { params: { count: 1 } },
    });
    expect((await viewAs("manager", draft.draftId))?.problems).toMatchObject([
      { code: "valid_from_missing" },
    ]);
    await expect(
      run("officer", "save-scoring", {
        ...draft,
        version: 2,
        content: { levels: {}, grades: [], bands: [], deductions: [] },
      }),
    ).rejects.toMatchObject({ status: 404 });
    await run("officer", "discard-draft", { ...draft, version: 2 });
    await expect(run("officer", "discard-draft", { ...draft, version: 3 })).rejects.toMatchObject({
      code: "draft_not_open",
    });
  });

  it("of the head's own hand is published by the manager only, and once", async () => {
    const draft = await begin("incentive", "digest_subsidy", 1, "head");
    const content = {
      ...(await contentOf(draft.draftId)),
      ratePercent: "25",
      validFrom: "2026-03-10",
    };
    await run("head", "save-incentive", { ...draft, content });
    const handed = at.parse(
      await run("head", "submit-draft", { draftId: draft.draftId, version: 2 }),
    );
    await expect(run("head", "publish-draft", handed)).rejects.toMatchObject({
      code: "four_eyes",
    });
    const twice = await Promise.allSettled([
      run("manager", "publish-draft", handed),
      run("manager", "publish-draft", handed),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(
      await world.owner.incentiveRule.findUniqueOrThrow({
        where: { code_version: { code: "digest_subsidy", version: 2 } },
        select: { rate: true, link: true, basis: true },
      }),
    ).toMatchObject({ link: "digest" });
  });

  it("whose base is no longer in force can't be published", async () => {
    const draft = await submitted("consequence", "limit_failed", { months: 24 });
    await world.owner.consequenceRule.create({
      data: {
        id: newId(),
        code: "limit_failed",
        version: 2,
        kind: "limit",
        months: 48,
        triggers: ["result:failed"],
        title: { zh: "限制", en: "Limit" },
        basis: { zh: "另行规定", en: "Another rule" },
        validFrom: new Date("2026-03-01T00:00:00Z"),
      },
      select: { id: true },
    });
    await expect(run("head", "publish-draft", draft)).rejects.toMatchObject({
      code: "rule_base_replaced",
    });
  });

  it("is returned with a reason and can be changed again", async () => {
    const draft = await submitted("consequence", "watch_faded", { months: 6 });
    await run("manager", "return-draft", { ...draft, reason: "请补充会议纪要" });
    const view = await viewAs("officer", draft.draftId);
    expect(view?.draft).toMatchObject({ status: "draft", returnReason: "请补充会议纪要" });
    expect(view?.actions).toContain("rules.save");
  });
});

describe("sets and scoring rules", () => {
  it("show what the last evaluation would have come to, and leave it as it is", async () => {
    const { id } = await world.project({ state: "active" });
    const life = lifeOf(world, id);
    await toReview(world, life);
    await toResult(life, "passed");
    await submitSelf(life);
    await audit(life);
    await life.step("manager", "finalise-grade", { opinion: "同意" });
    const draft = await submitted("scoring", "performance", {
      grades: [
        { grade: "excellent", from: "88" },
        { grade: "good", from: "80" },
        { grade: "fair", from: "60" },
        { grade: "poor", from: "0" },
      ],
    });
    const view = await viewAs("manager", draft.draftId);
    expect(view?.effects).toMatchObject({
      kind: "scores",
      considered: 1,
      changed: [
        { was: { total: "88.83", grade: "good" }, is: { total: "88.83", grade: "excellent" } },
      ],
    });
    await run("manager", "publish-draft", draft);
    expect(
      await world.owner.evaluation.findFirstOrThrow({
        where: { projectId: id },
        select: { grade: true },
      }),
    ).toEqual({ grade: "good" });
  }, 60_000);

  it("are published as a new set beside the old one", async () => {
    const code = "international-cooperation";
    const draft = await begin("indicators", code);
    const [base] = await query(world.as("officer"), (tx) => versionsOf(tx, "indicators", code));
    if (base?.family !== "indicators") throw new Error("no set");
    const { levels } = base.content;
    const output = (levels.output ?? []).map((line) =>
      line.code === "Q1" ? { ...line, weight: "8" } : line,
    );
    const content = {
      ...base.content,
      validFrom: "2026-03-10",
      basis: "常科发〔2026〕10号",
      levels: { ...levels, output },
    };
    const saved = at.parse(await run("officer", "save-indicators", { ...draft, content }));
    expect((await viewAs("officer", draft.draftId))?.problems).toMatchObject([
      { code: "level_sum", params: { expected: "50", actual: "52.00" } },
    ]);
    const even = output.map((line) => (line.code === "Q2" ? { ...line, weight: "4" } : line));
    const again = at.parse(
      await run("officer", "save-indicators", {
        draftId: draft.draftId,
        version: saved.version,
        content: { ...content, levels: { ...levels, output: even } },
      }),
    );
    const handed = at.parse(
      await run("officer", "submit-draft", { draftId: draft.draftId, version: again.version }),
    );
    await run("head", "publish-draft", handed);
    const sets = await world.owner.indicatorSet.findMany({
      where: { code },
      orderBy: { version: "asc" },
      select: { version: true, indicators: { where: { code: "Q1" }, select: { weight: true } } },
    });
    expect(sets.map(({ indicators }) => indicators[0]?.weight.toString())).toEqual(["6", "8"]);
  });
});

describe("published rows", () => {
  it("are not changed by anybody", async () => {
    await expect(world.owner.evaluationRule.updateMany({ data: { version: 9 } })).rejects.toThrow();
    await expect(world.owner.indicator.deleteMany()).rejects.toThrow();
    await expect(world.owner.consequenceRule.updateMany({ data: { months: 1 } })).rejects.toThrow();
  });

  it("are not shown to the units", async () => {
    const rows = await query(world.as("enterprise"), (tx) =>
      rulesOf(tx, world.as("enterprise"), "consequence", world.now()),
    );
    expect(rows).toEqual([]);
  });
});
