import { newId } from "@/lib/kernel/ids";
import type { World } from "@/test/world";
import type { OfficeWay } from "./offices";
import { makeScene, type Scene } from "./scene";

/** A yearly form of the world's year with one annual report on a running project, in one status. */
async function yearlyForm(world: World, status: string) {
  const scene = await makeScene(world, "active", { here: true });
  const { guard } = scene;
  const { unitId, districtId } = guard;
  const key = { unitId, year: 2026 };
  const dueAt = new Date("2026-12-26T15:59:59.999Z");
  const found = await world.owner.yearlyForm.findUnique({
    where: { unitId_year: key },
    select: { id: true },
  });
  const id = found?.id ?? newId();
  if (found === null) {
    await world.owner.yearlyForm.create({
      data: { id, ...key, districtId, dueAt },
      select: { id: true },
    });
  }
  // What an earlier use has left is done.
  await world.owner.periodicReport.updateMany({
    where: { yearlyFormId: id },
    data: { status: "cancelled" },
  });
  const reportId = newId();
  await world.owner.periodicReport.create({
    data: {
      id: reportId,
      ...guard,
      yearlyFormId: id,
      kind: "annual",
      period: 2026,
      status,
      formVersionId: world.reference.reportForm,
      dueAt,
    },
    select: { id: true },
  });
  await world.owner.yearlyForm.update({
    where: { id },
    data: { draft: { [reportId]: { progress: "按计划" } }, version: 1, chasedAt: null },
    select: { id: true },
  });
  return { scene, yearlyFormId: id, reportId };
}

async function fillingDuty({ world, guard }: Scene, subjectId: string): Promise<void> {
  await world.owner.reminder.deleteMany({});
  await world.owner.duty.create({
    data: {
      id: newId(),
      ...guard,
      kind: "absorption.annual_report",
      subjectType: "periodic_report",
      subjectId,
      holderRole: "unit_admin",
      period: "2026",
      since: world.now(),
      dueAt: new Date("2026-12-26T15:59:59.999Z"),
    },
    select: { id: true },
  });
}

const onSeen =
  (status: string, rest: object = {}): OfficeWay =>
  async (world) => {
    const { yearlyFormId, reportId } = await yearlyForm(world, status);
    return { yearlyFormId, reports: [{ reportId, version: 1 }], ...rest };
  };

/** How each command on a yearly form can succeed. */
export const reportsWays: Readonly<Record<string, OfficeWay>> = {
  "reports.save-yearly-form": async (world) => {
    const { yearlyFormId, reportId } = await yearlyForm(world, "open");
    return { yearlyFormId, version: 1, content: { [reportId]: { progress: "完成复现" } } };
  },
  "reports.submit-yearly-form": async (world) => {
    const { yearlyFormId } = await yearlyForm(world, "open");
    return { yearlyFormId, version: 1 };
  },
  "reports.confirm-yearly-form": onSeen("submitted"),
  "reports.return-yearly-form": onSeen("submitted", { reason: "请补充" }),
  "reports.close-yearly-form": onSeen("district_confirmed"),
  "reports.remind-units": async (world) => {
    const { scene, yearlyFormId, reportId } = await yearlyForm(world, "open");
    await fillingDuty(scene, reportId);
    return { yearlyFormIds: [yearlyFormId] };
  },
};
