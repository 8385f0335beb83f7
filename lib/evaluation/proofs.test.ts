import { expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { type InsertedProject, useWorld } from "@/test/world";
import {
  audit,
  exampleSelfLines,
  lifeOf,
  returnSelf,
  submitSelf,
  toResult,
  toReview,
} from "./life.fixture";
import { evaluationForm } from "./queries";

const world = useWorld();

async function withUnit() {
  const life = lifeOf(world, (await world.project({ state: "active" })).id);
  await toReview(world, life);
  await toResult(life, "passed");
  await returnSelf(life);
  return life;
}

const lineOf = async (projectId: string, code: string) => {
  const form = await query(world.as("officer"), (tx) =>
    evaluationForm(tx, world.as("officer"), projectId, world.now()),
  );
  const line = form?.lines.find(({ indicatorCode }) => indicatorCode === code);
  if (!line) throw new Error(`no line ${code}`);
  return line;
};

async function hangOn(project: InsertedProject, fileId: string): Promise<void> {
  await world.owner.fileLink.create({
    data: {
      id: newId(),
      projectId: project.id,
      unitId: project.unitId,
      districtId: project.districtId,
      fileId,
      documentKind: "D22",
      subjectType: "project",
      subjectId: project.id,
      linkedById: world.id("enterprise"),
      linkedByName: "周敏",
      linkedAt: world.now(),
    },
    select: { id: true },
  });
}

it("flags a value without proof, and shows what a proven one stands on", async () => {
  const life = await withUnit();
  const fileId = await world.file("enterprise", "专利证书.pdf");
  const proof = { indicatorCode: "Q2", description: "发明专利证书", fileId };
  await life.run("filler", "add-proof", proof);
  await submitSelf(life);
  expect(await lineOf(life.projectId, "Q2")).toMatchObject({
    unproven: false,
    proofs: [{ source: "file", note: "发明专利证书", file: { name: "专利证书.pdf" } }],
  });
  expect(await lineOf(life.projectId, "E1")).toMatchObject({ unproven: true, proofs: [] });
  expect(await lineOf(life.projectId, "B0")).toMatchObject({ unproven: false });
  // What Kehe holds itself proves the value that it says: nobody attaches it.
  expect(await lineOf(life.projectId, "K1")).toMatchObject({
    unproven: false,
    proofs: [{ source: "money", file: null }],
  });
  const { id: proofId } = await world.owner.evaluationProof.findFirstOrThrow({
    where: { projectId: life.projectId, fileId },
    select: { id: true },
  });
  await expect(life.run("enterprise", "remove-proof", { proofId })).rejects.toMatchObject({
    status: 409,
  });
});

it("lets go of what Kehe's records no longer say, and keeps the file, in a second submission", async () => {
  const life = await withUnit();
  await submitSelf(life);
  const { version } = await life.evaluation();
  const reasons = [{ field: "K1", reason: "请核对" }];
  await life.run("officer", "return-self-evaluation", { evaluationVersion: version, reasons });
  const fileId = await world.file("enterprise");
  await life.run("enterprise", "add-proof", { indicatorCode: "K1", description: "审计", fileId });
  const lines = exampleSelfLines.map((line) =>
    line.indicatorCode === "K1" ? { ...line, value: "280" } : line,
  );
  await submitSelf(life, lines);
  const { proofs } = await lineOf(life.projectId, "K1");
  expect(proofs.map(({ source }) => source)).toEqual(["file"]);
});

it("refuses what belongs to another project, what proves the line already, and nothing at all", async () => {
  const life = await withUnit();
  const other = await world.project({ state: "active" });
  const foreign = await world.file("enterprise");
  await hangOn(other, foreign);
  const refusedWith = (body: object, field: string, code: string) =>
    expect(
      life.run("enterprise", "add-proof", { indicatorCode: "Q1", description: "材料", ...body }),
    ).rejects.toMatchObject({ status: 422, details: { fields: { [field]: [{ code }] } } });
  await refusedWith({ fileId: foreign }, "fileId", "proof_of_another_project");
  await refusedWith({ fileId: await world.file("enterprise2") }, "fileId", "file_not_usable");
  await refusedWith({ record: `right:${newId()}` }, "record", "record_not_usable");
  await refusedWith({}, "fileId", "file_or_record_needed");
  const fileId = await world.file("enterprise");
  await refusedWith({ fileId, indicatorCode: "X9" }, "indicatorCode", "indicator_unknown");
  await life.run("enterprise", "add-proof", { indicatorCode: "Q1", description: "材料", fileId });
  await refusedWith({ fileId }, "fileId", "proves_this_line_already");
  await expect(life.run("enterprise", "remove-proof", { proofId: newId() })).rejects.toMatchObject({
    status: 404,
  });
});

it("links a file once however many lines it proves, and lets go of it with the last", async () => {
  const life = await withUnit();
  const fileId = await world.file("enterprise");
  for (const indicatorCode of ["Q1", "Q2"]) {
    await life.run("enterprise", "add-proof", { indicatorCode, description: "汇编", fileId });
  }
  const live = () => world.owner.fileLink.count({ where: { fileId, removedAt: null } });
  expect(await live()).toBe(1);
  for (const left of [1, 0]) {
    const { id: proofId } = await world.owner.evaluationProof.findFirstOrThrow({
      where: { fileId },
      select: { id: true },
    });
    await life.run("filler", "remove-proof", { proofId });
    expect(await live()).toBe(left);
  }
});

it("carries the proofs into the round of a correction", async () => {
  const life = await withUnit();
  const fileId = await world.file("enterprise");
  await life.run("enterprise", "add-proof", { indicatorCode: "Q2", description: "证书", fileId });
  await submitSelf(life);
  await audit(life);
  await life.step("manager", "finalise-grade");
  await world.owner.periodicReport.updateMany({
    where: { projectId: life.projectId, kind: "tracking" },
    data: { status: "closed" },
  });
  await life.step("officer", "end-tracking", { rating: "kept", ratingReason: "平稳" });
  await life.step("manager", "correct-archived", { note: "录入差错" });
  expect((await life.evaluation()).round).toBe(2);
  expect((await lineOf(life.projectId, "Q2")).proofs).toMatchObject([{ source: "file" }]);
});
