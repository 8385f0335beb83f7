import { z } from "zod";
import { field, rowVersion } from "@/lib/kernel/field";
import { childTarget } from "@/lib/project/target";
import { acceptanceVerdicts } from "../schema";

const hiddenVersion = rowVersion();
const hiddenId = field(z.uuid(), { kind: "hidden" });
const line = (max: number) => z.string().trim().min(1).max(max);
const longText = (max: number, lines = 6) =>
  field(line(max), { kind: "longText", lines, width: "full" });
const note = (max: number) =>
  field(z.string().trim().max(max).optional(), { kind: "longText", lines: 3, width: "full" });
const signedName = field(line(60), { width: "half", autoComplete: "name" });

export const drawAcceptancePanelInput = childTarget.extend({
  /** The fewest of the route where left open. */
  seats: field(z.int().min(3).max(15).optional(), { kind: "integer", width: "third" }),
  wished: field(z.array(line(40)).max(10).optional(), {
    kind: "multiSelect",
    options: "industries",
    width: "full",
  }),
});

export const formAcceptancePanelInput = childTarget.extend({
  expertIds: field(z.array(z.uuid()).min(1).max(15), {
    kind: "multiSelect",
    options: "experts",
    width: "full",
  }),
  leaderId: field(z.uuid().optional(), { kind: "person", options: "experts" }),
  reason: longText(500, 3),
});

export const namePanelLeaderInput = childTarget.extend({
  assignmentId: field(z.uuid(), { kind: "person", options: "panelMembers" }),
});

/** Why an expert gives his seat in an acceptance back. */
export const declineCauses = ["conflict", "time", "health", "field", "other"] as const;

export const declineAcceptanceSeatInput = childTarget.extend({
  assignmentId: hiddenId,
  assignmentVersion: hiddenVersion,
  cause: field(z.enum(declineCauses), { kind: "radio", width: "full" }),
  reason: longText(500, 3),
});

export const callAcceptanceMeetingInput = childTarget.extend({
  panelVersion: hiddenVersion,
  meetingAt: field(z.iso.datetime(), { kind: "instant", width: "half" }),
  meetingPlace: field(line(200), { width: "full" }),
});

export const draftAcceptanceOpinionInput = childTarget.extend({
  panelVersion: hiddenVersion,
  verdict: field(z.enum(acceptanceVerdicts), { kind: "radio", width: "full" }),
  opinion: longText(4000, 10),
});

export const signAcceptanceOpinionInput = childTarget.extend({
  assignmentId: hiddenId,
  assignmentVersion: hiddenVersion,
  /** Of the text that the signer has read. */
  panelVersion: hiddenVersion,
  reservation: note(1000),
  signedName,
});
