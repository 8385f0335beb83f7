import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { begin, cell } from "./begin.fixture";
import { approveChange } from "./commands/approve-change";
import { confirmLink } from "./commands/confirm-link";
import { giveChangeOpinion } from "./commands/give-change-opinion";
import { rejectChange } from "./commands/reject-change";
import { reopenLink } from "./commands/reopen-link";
import { requestChange } from "./commands/request-change";
import { submitLink } from "./commands/submit-link";
import { withdrawChange } from "./commands/withdraw-change";

const world = useWorld();
const links = ["import", "digest", "absorb", "reinnovate"] as const;

/** Every criterion of the first technology is proven and met, so that order alone can stand in the way. */
async function provenProject(): Promise<string> {
  const { id } = await begin(world);
  const { technology } = await cell(world, id, 0, "import");
  await world.owner.technology.update({
    where: { id: technology.id },
    data: { mastery: 4, trlNow: 13, pointsTotal: null },
    select: { id: true },
  });
  const { unitId, districtId } = await world.owner.project.findUniqueOrThrow({
    where: { id },
    select: { unitId: true, districtId: true },
  });
  let made = 0;
  const data = technology.links.flatMap((link) =>
    link.criteria.map(({ code }) => {
      made += 1;
      return {
        id: `00000000-0000-4000-8000-${id.slice(-6)}${String(made).padStart(6, "0")}`,
        projectId: id,
        unitId,
        districtId,
        ledgerLinkId: link.id,
        criterionCode: code,
        description: "佐证",
        datedOn: new Date("2026-02-01T00:00:00Z"),
        createdById: world.id("filler"),
        createdAt: world.now(),
      };
    }),
  );
  await world.owner.evidence.createMany({ data });
  return id;
}

const moves = fc.record({
  link: fc.constantFrom(...links),
  act: fc.constantFrom("submit" as const, "confirm" as const, "reopen" as const),
});

async function move(id: string, { link, act }: { link: string; act: string }): Promise<void> {
  const { link: row } = await cell(world, id, 0, link);
  const body = { projectId: id, linkId: row.id, version: row.version };
  if (act === "submit") await world.run("filler", submitLink, body);
  else if (act === "confirm") {
    await world.run("district", confirmLink, { ...body, closedOn: "2026-03-02" });
  } else await world.run("officer", reopenLink, { ...body, reason: "复核" });
}

const closedLinks = async (id: string) =>
  (await cell(world, id, 0, "import")).technology.links.map(({ status }) => status === "closed");

describe("any way through a ledger", () => {
  it("never closes a link before the former one", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moves, { minLength: 6, maxLength: 14 }), async (steps) => {
        const id = await provenProject();
        for (const step of steps) {
          await move(id, step).catch((error: unknown) => {
            expect(error).toMatchObject({ status: 409 });
          });
          const closed = await closedLinks(id);
          expect(closed.join()).toBe([...closed].sort((a, b) => Number(b) - Number(a)).join());
        }
      }),
      { numRuns: 6, seed: 20261126 },
    );
  });
});

describe("baselines", () => {
  const versions = (projectId: string) => world.owner.baseline.count({ where: { projectId } });

  it("grow by approved changes of targets alone", { timeout: 120_000 }, async () => {
    const end = fc.constantFrom("approve" as const, "reject" as const, "withdraw" as const);
    await fc.assert(
      fc.asyncProperty(fc.array(end, { minLength: 1, maxLength: 4 }), async (ends) => {
        const project = await world.project({ state: "active" });
        const before = await versions(project.id);
        for (const [at, each] of ends.entries()) {
          await decide(project.id, each, String(5 + at));
        }
        const approved = ends.filter((each) => each === "approve").length;
        expect(await versions(project.id)).toBe(before + approved);
      }),
      { numRuns: 5, seed: 20261126 },
    );
  });

  async function decide(projectId: string, end: "approve" | "reject" | "withdraw", value: string) {
    await world.run("enterprise", requestChange, {
      projectId,
      kind: "targets",
      reason: "市场变化",
      targets: [{ indicatorCode: "Q1", value, core: true }],
    });
    const on = async (rest: object = {}) => {
      const { id, version } = await world.owner.changeRequest.findFirstOrThrow({
        where: { projectId, status: { in: ["district_opinion", "bureau_review"] } },
        select: { id: true, version: true },
      });
      return { projectId, changeId: id, version, ...rest };
    };
    if (end === "withdraw") return world.run("enterprise", withdrawChange, await on());
    const opinion = await on({ verdict: "agree", opinion: "属实" });
    await world.run("district", giveChangeOpinion, opinion);
    if (end === "approve") return world.run("officer", approveChange, await on());
    return world.run("officer", rejectChange, await on({ reason: "理由不足" }));
  }
});
