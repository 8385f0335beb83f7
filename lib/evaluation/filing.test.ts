import { describe, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { exampleSelfLines, lifeOf, submitFile } from "./life.fixture";

const world = useWorld();

const running = async () => lifeOf(world, (await world.project({ state: "active" })).id);

describe("acceptance file and self-evaluation as one form", () => {
  it("refuses an incomplete file, and hands the papers from one to the next", async () => {
    const life = await running();
    await life.step("enterprise", "apply-for-acceptance");
    expect((await life.acceptance()).route).toBe("meeting");
    await expect(submitFile(world, life, { documents: [] })).rejects.toMatchObject({
      status: 422,
      details: { fields: { documents: expect.arrayContaining([expect.anything()]) } },
    });
    const unexplained = exampleSelfLines.map((line) =>
      line.indicatorCode === "Q1" ? { ...line, reason: "" } : line,
    );
    const bare = submitFile(world, life, { documents: [], lines: unexplained });
    await expect(bare).rejects.toMatchObject({
      status: 422,
      details: {
        fields: {
          documents: expect.arrayContaining([expect.anything()]),
          "lines.Q1.reason": [{ code: "reason_missing" }],
        },
      },
    });
    const finalAccount = {
      grantSpent: "600000",
      ownSpent: "2160000",
      otherSpent: "0",
      irregularPayments: 0,
    };
    await expect(submitFile(world, life, { finalAccount })).rejects.toMatchObject({
      details: {
        fields: { "finalAccount.auditReport": [{ code: "special_audit_required" }] },
      },
    });
    await expect(submitFile(world, life, { lines: [] })).rejects.toMatchObject({
      details: { fields: { "lines.Q1.value": [{ code: "actual_missing" }] } },
    });
    await expect(submitFile(world, life)).resolves.toMatchObject({ selfTotal: "89.23" });
    await expect(submitFile(world, life)).rejects.toMatchObject({ code: "papers_elsewhere" });
    await expect(life.step("officer", "admit-acceptance")).rejects.toMatchObject({
      code: "acceptance_confirmed_by_district",
    });
    const { version: acceptanceVersion } = await life.acceptance();
    const reasons = [{ field: "summary", reason: "请补充测试情况" }];
    await expect(
      life.run("officer", "return-acceptance-file", { acceptanceVersion, reasons }),
    ).rejects.toMatchObject({ status: 403 });
    await life.run("district", "return-acceptance-file", { acceptanceVersion, reasons });
    expect(await life.project()).toMatchObject({ subStatus: "with_unit" });
    const duty = await world.owner.duty.findFirstOrThrow({
      where: { projectId: life.projectId, kind: "state.acceptance_filing", status: "open" },
      select: { holderRole: true, returned: true },
    });
    expect(duty).toEqual({ holderRole: "unit_admin", returned: true });
    expect(await life.evaluation()).toMatchObject({ status: "self" });
    await submitFile(world, life);
    expect(await life.evaluation()).toMatchObject({ status: "submitted" });
  });

  it("keeps file and lines as one draft, budget execution from the final account", async () => {
    const life = await running();
    await life.step("enterprise", "apply-for-acceptance");
    const save = async (body: object) =>
      life.run("filler", "save-acceptance-file", {
        acceptanceVersion: (await life.acceptance()).version,
        ...body,
      });
    await save({
      summary: "草稿",
      finalAccount: { grantSpent: "600000", ownSpent: "2160000", otherSpent: "0" },
      lines: [{ indicatorCode: "Q1", value: "2" }],
    });
    const rows = await world.owner.evaluationLine.findMany({
      where: { projectId: life.projectId, indicatorCode: { in: ["B0", "Q1", "Q2"] } },
      orderBy: { position: "asc" },
      select: { indicatorCode: true, selfValue: true },
    });
    expect(rows).toEqual([
      { indicatorCode: "B0", selfValue: "276" },
      { indicatorCode: "Q1", selfValue: "2" },
      { indicatorCode: "Q2", selfValue: null },
    ]);
    await expect(save({ lines: [{ indicatorCode: "ZZ", value: "2" }] })).rejects.toMatchObject({
      details: { fields: { "lines.ZZ.indicatorCode": [{ code: "indicator_unknown" }] } },
    });
    const { version: acceptanceVersion } = await life.acceptance();
    const both = await Promise.allSettled([
      submitFile(world, life, { acceptanceVersion }),
      submitFile(world, life, { acceptanceVersion }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("takes proofs while the file is with the unit, of this project only", async () => {
    const life = await running();
    await life.step("enterprise", "apply-for-acceptance");
    const other = await running();
    await other.step("enterprise", "apply-for-acceptance");
    const fileId = await world.file("enterprise");
    const proof = { indicatorCode: "Q1", description: "测试报告", fileId };
    await other.run("enterprise", "add-proof", proof);
    await expect(life.run("enterprise", "add-proof", proof)).rejects.toMatchObject({
      details: { fields: { fileId: [{ code: "proof_of_another_project" }] } },
    });
    const own = { ...proof, fileId: await world.file("enterprise") };
    await life.run("enterprise", "add-proof", own);
    await submitFile(world, life);
    await expect(
      life.run("enterprise", "add-proof", { ...own, indicatorCode: "Q2" }),
    ).rejects.toMatchObject({ code: "papers_elsewhere" });
  });
});
