import type { Command } from "@/lib/kernel/command";
import { answer } from "./answer";
import { answerComparison } from "./answer-comparison";
import { invite } from "./invite";
import { revoke } from "./revoke";

/** Questions to partners, users, authorities and rejected applicants; one verb a file. */
export const surveyCommands: readonly Command[] = [invite, revoke, answer, answerComparison];
