import { z } from "zod";
import { documentsInput } from "@/lib/documents/schema";
import { field, rowVersion } from "@/lib/kernel/field";
import { daySchema } from "@/lib/project/plan";
import { childTarget } from "@/lib/project/target";
import { appealSteps, appealVerdicts } from "./rules";

const hiddenVersion = rowVersion();
const hiddenId = field(z.uuid(), { kind: "hidden" });
const line = (max: number) => z.string().trim().min(1).max(max);
const documents = field(documentsInput.optional(), { kind: "files", width: "full" });

/** What an appeal says, whoever enters it. */
const appeal = childTarget.extend({
  consequenceId: hiddenId,
  consequenceVersion: hiddenVersion,
  contactName: field(line(60), { width: "half", autoComplete: "name" }),
  phone: field(
    z
      .string()
      .trim()
      .regex(/^\+?[\d -]{7,20}$/),
    { width: "half", autoComplete: "tel" },
  ),
  content: field(line(4000), { kind: "longText", lines: 8, width: "full" }),
});

export const fileAppealInput = appeal.extend({ documents });

/** An appeal on paper: when it came in, under which number, and its scan. */
export const recordPaperAppealInput = appeal.extend({
  receivedOn: field(daySchema, { kind: "date", width: "half" }),
  paperNumber: field(line(60), { width: "half" }),
  scanFileId: field(z.uuid(), { kind: "file", accept: [".pdf", ".jpg", ".png"] }),
});

export const confirmPaperAppealInput = childTarget.extend({
  appealId: hiddenId,
  appealVersion: hiddenVersion,
  answer: field(z.enum(["right", "wrong"]), { kind: "radio", width: "full" }),
  reason: field(z.string().trim().max(500).optional(), {
    kind: "longText",
    lines: 3,
    width: "full",
    showWhen: { field: "answer", in: ["wrong"] },
  }),
});

export const handleAppealInput = childTarget.extend({
  appealId: hiddenId,
  appealVersion: hiddenVersion,
  step: field(z.enum(appealSteps), { kind: "radio", width: "full" }),
  finding: field(z.string().trim().max(4000).optional(), {
    kind: "longText",
    lines: 6,
    width: "full",
  }),
});

export const decideAppealInput = childTarget.extend({
  appealId: hiddenId,
  appealVersion: hiddenVersion,
  verdict: field(z.enum(appealVerdicts), { kind: "radio", width: "full" }),
  finding: field(line(4000), { kind: "longText", lines: 6, width: "full" }),
  minutesNumber: field(z.string().trim().max(60).optional(), { width: "half" }),
});
