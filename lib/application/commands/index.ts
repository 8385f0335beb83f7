import type { Command } from "@/lib/kernel/command";

/** What this room can do; one verb a file. */
export const applicationCommands: readonly Command[] = [];
