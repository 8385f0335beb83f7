import type { Command } from "@/lib/kernel/command";

/** What this room can do; one verb a file. */
export const evaluationCommands: readonly Command[] = [];
