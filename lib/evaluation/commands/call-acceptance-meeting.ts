import { bureauRoles } from "@/lib/access/roles";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { acceptanceOf } from "../acceptance";
import { panelOf, writePanel } from "../panel/load";
import { callAcceptanceMeetingInput } from "../panel/schema";

/** The bureau says when and where the acceptance meeting is, or moves it, before the first vote. */
export const callAcceptanceMeeting = defineProjectCommand({
  name: "evaluation.call-acceptance-meeting",
  input: callAcceptanceMeetingInput,
  roles: bureauRoles,
  states: ["acceptance_review"],
  rule: (_project, { meetingAt }, now) => {
    if (new Date(meetingAt) < now) throw invalidField("meetingAt", "in_the_past");
  },
  run: async ({ tx }, project, { panelVersion, meetingAt, meetingPlace }) => {
    const { round } = await acceptanceOf(tx, project.id);
    const panel = await panelOf(tx, project.id, round, panelVersion);
    if (panel.route !== "meeting") throw conflict("no_meeting_in_writing");
    if (panel.assignments.some(({ status }) => status === "submitted")) {
      throw conflict("voting_begun");
    }
    await writePanel(tx, panel, { meetingAt: new Date(meetingAt), meetingPlace });
    return {
      data: { panelId: panel.id, panelVersion: panel.version + 1 },
      event: childEvent(
        project,
        { type: "panel", id: panel.id },
        { params: { meetingAt, meetingPlace } },
      ),
    };
  },
});
