import type { Command } from "@/lib/kernel/command";
import { confirmPaperAppeal } from "./confirm-paper-appeal";
import { decideAppeal } from "./decide-appeal";
import { fileAppeal } from "./file-appeal";
import { handleAppeal } from "./handle-appeal";
import { recordPaperAppeal } from "./record-paper-appeal";

/** What can be done about the consequences of an evaluation; one verb a file. */
export const consequenceCommands: readonly Command[] = [
  fileAppeal,
  recordPaperAppeal,
  confirmPaperAppeal,
  handleAppeal,
  decideAppeal,
];
