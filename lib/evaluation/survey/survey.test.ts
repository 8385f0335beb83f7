import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { publicActor } from "@/lib/access/actor";
import { commandNamed } from "@/lib/commands/registry";
import { execute } from "@/lib/kernel/execute";
import { query } from "@/lib/kernel/query";
import { loadReference } from "@/lib/reference/load";
import { type PersonName, useWorld } from "@/test/world";
import { lifeOf, toResult, toReview } from "../life.fixture";
import { suggestValues } from "../prefill";
import { surveysOf } from "./queries";

const world = useWorld();
beforeAll(() =>
  world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 60_000,
  }),
);

function command(name: string) {
  const found = commandNamed(`surveys.${name}`);
  if (found === null) throw new Error(name);
  return found;
}

const link = z.object({ invitationId: z.uuid(), surveyToken: z.string() });

const invite = async (projectId: string, audience: string, person: PersonName = "officer") =>
  link.parse(
    await world.run(person, command("invite"), { projectId, audience, recipient: "Dr. Levi" }),
  );

const answer = (token: string, [quality, cooperation, overall]: readonly string[]) =>
  execute(command("answer"), {
    actor: publicActor,
    body: { token, quality, cooperation, overall },
  });

it("feeds M1 and M2 with numerator and denominator from answers through single-use links", async () => {
  const life = lifeOf(world, (await world.project({ state: "active" })).id);
  await toReview(world, life);
  await toResult(life, "passed");
  await expect(invite(life.projectId, "partner", "enterprise")).rejects.toMatchObject({
    status: 403,
  });
  await expect(invite(life.projectId, "applicant")).rejects.toMatchObject({ status: 422 });
  const partner = await invite(life.projectId, "partner");
  const user = await invite(life.projectId, "user");
  const wrong = await invite(life.projectId, "supervisor");

  const kept = await world.owner.surveyInvitation.findUniqueOrThrow({
    where: { id: partner.invitationId },
    select: { tokenHash: true, recipientEnc: true },
  });
  expect(kept.tokenHash).not.toContain(partner.surveyToken);
  expect(kept.recipientEnc).not.toContain("Levi");

  await answer(partner.surveyToken, ["5", "4", "4"]);
  await expect(answer(partner.surveyToken, ["1", "1", "1"])).rejects.toMatchObject({ status: 404 });
  await answer(user.surveyToken, ["5", "3", "4"]);
  await world.run("officer", command("revoke"), {
    projectId: life.projectId,
    invitationId: wrong.invitationId,
    invitationVersion: 1,
  });
  await expect(answer(wrong.surveyToken, ["5", "5", "5"])).rejects.toMatchObject({ status: 404 });
  await expect(answer("x".repeat(43), ["5", "5", "5"])).rejects.toMatchObject({ status: 404 });

  const project = await world.owner.project.findUniqueOrThrow({
    where: { id: life.projectId },
    select: { id: true, spentAmount: true },
  });
  const values = await query(world.as("enterprise"), (tx) =>
    suggestValues(tx, project, world.now()),
  );
  expect(values.get("M1")).toEqual({
    value: "100",
    source: "survey",
    numerator: 3,
    denominator: 3,
  });
  expect(values.get("M2")).toMatchObject({ value: "66.67", numerator: 2, denominator: 3 });

  const unitSees = await query(world.as("enterprise"), (tx) =>
    surveysOf(tx, world.as("enterprise"), life.projectId, world.now()),
  );
  expect(unitSees).toMatchObject({ asked: 2, answered: 2, rows: [], actions: [] });
  const officerSees = await query(world.as("officer"), (tx) =>
    surveysOf(tx, world.as("officer"), life.projectId, world.now()),
  );
  expect(officerSees?.rows.map(({ audience, status }) => `${audience} ${status}`).sort()).toEqual([
    "partner answered",
    "supervisor revoked",
    "user answered",
  ]);
  expect(officerSees?.rows[0]?.recipient).toBe("Dr. Levi");
});

it("asks applicants that were not approved, by another form, until the link expires", async () => {
  const { id } = await world.project({ state: "not_approved" });
  const { surveyToken } = await invite(id, "applicant");
  await expect(answer(surveyToken, ["5", "5", "5"])).rejects.toMatchObject({ status: 404 });
  const late = await invite(id, "applicant");
  await execute(command("answer-comparison"), {
    actor: publicActor,
    body: { token: surveyToken, wentAhead: "smaller", sales: "1200000" },
  });
  world.setClock(new Date(world.now().getTime() + 61 * 86_400_000));
  await expect(
    execute(command("answer-comparison"), {
      actor: publicActor,
      body: { token: late.surveyToken, wentAhead: "not" },
    }),
  ).rejects.toMatchObject({ status: 404 });
});
