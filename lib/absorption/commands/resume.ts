import { defineTransition } from "@/lib/project/command";
import { attach } from "../attach";
import { resumeInput } from "../schema";

/** T22: the cause is removed, the project runs again until its contract ends. */
export const resume = defineTransition({
  name: "absorption.resume",
  transition: "T22",
  input: resumeInput,
  run: async (context, project, input) => {
    const subject = { type: "project", id: project.id };
    const fileHashes = await attach(context, project, subject, input.documents);
    return { reason: input.reason, fileHashes };
  },
});
