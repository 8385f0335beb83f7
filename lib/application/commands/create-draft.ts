import { holds, unitIdsOf } from "@/lib/access/actor";
import { mayAs } from "@/lib/access/policy";
import { applicantRoles } from "@/lib/access/roles";
import { closesFor, isOpen } from "@/lib/calls/rules";
import { defineCommand } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { openStateDuties } from "@/lib/project/duties";
import { searchColumns } from "@/lib/project/search";
import { createDraftInput } from "../schema";

const usableUnits: readonly string[] = ["confirmed", "confirmed_by_import"];

/** Begins an application to an open call; the unit's districts are copied as they are now. */
export const createDraft = defineCommand({
  name: "application.create-draft",
  input: createDraftInput,
  roles: applicantRoles,
  load: async (tx, input, actor) => {
    if (
      holds(actor, ...applicantRoles) &&
      !unitIdsOf(actor, ...applicantRoles).includes(input.unitId)
    )
      return null;
    const unit = await tx.unit.findUnique({
      where: { id: input.unitId },
      select: {
        id: true,
        name: true,
        status: true,
        districtId: true,
        administrativeDistrictId: true,
        managingUnitId: true,
      },
    });
    const call = await tx.call.findFirst({
      where: { id: input.callId, status: "published" },
      select: {
        id: true,
        year: true,
        status: true,
        opensAt: true,
        closesAt: true,
        programmeLevel: true,
        lightProfile: true,
        indicatorSetId: true,
        evaluationRuleId: true,
        extensions: { where: { unitId: input.unitId }, select: { closesAt: true } },
      },
    });
    return unit && call ? { unit, call, extension: call.extensions[0] ?? null } : null;
  },
  allow: (actor, { unit }) =>
    mayAs(actor, { unitId: unit.id, districtId: unit.districtId }, applicantRoles),
  rule: ({ unit, call, extension }, _input, now) => {
    if (!usableUnits.includes(unit.status)) throw conflict("unit_not_confirmed");
    if (!isOpen(call, extension, now)) throw conflict("window_open");
  },
  run: async ({ tx, actor, now }, { unit, call, extension }) => {
    if (actor.userId === null) throw new Error("a draft is begun by a person");
    const project = {
      id: newId(),
      unitId: unit.id,
      districtId: unit.districtId,
      caseOfficerId: null,
    };
    const dueAt = closesFor(call, extension);
    await tx.project.create({
      data: {
        ...project,
        title: "",
        origin: "call",
        callId: call.id,
        programmeLevel: call.programmeLevel,
        unitName: unit.name,
        administrativeDistrictId: unit.administrativeDistrictId,
        managingUnitId: unit.managingUnitId,
        state: "draft",
        stateSince: now,
        turnRole: "filler",
        turnSince: now,
        dueAt,
        year: call.year,
        countryCode: "",
        industryCode: "",
        cooperationMode: "",
        lightProfile: call.lightProfile,
        indicatorSetId: call.indicatorSetId,
        evaluationRuleId: call.evaluationRuleId,
        ...searchColumns([unit.name]),
        createdById: actor.userId,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    });
    await openStateDuties(tx, project, {
      state: "draft",
      subStatus: null,
      dueAt,
      since: now,
      returned: false,
    });
    return {
      data: { projectId: project.id, version: 1 },
      event: {
        projectId: project.id,
        unitId: unit.id,
        districtId: unit.districtId,
        toState: "draft",
        subject: { type: "call", id: call.id },
      },
    };
  },
});
