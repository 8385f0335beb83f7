import type { Command } from "@/lib/kernel/command";
import { decideAppeal } from "./decide-appeal";
import { fileAppeal } from "./file-appeal";
import { handleAppeal } from "./handle-appeal";

/** What can be done about the consequences of an evaluation; one verb a file. */
export const consequenceCommands: readonly Command[] = [fileAppeal, handleAppeal, decideAppeal];
