import type { Command } from "@/lib/kernel/command";
import { linkFile } from "./link-file";
import { unlinkFile } from "./unlink-file";

/** What this room can do; one verb a file. */
export const documentsCommands: readonly Command[] = [linkFile, unlinkFile];
