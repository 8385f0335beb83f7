import type { Command } from "@/lib/kernel/command";
import { createCall } from "./create-call";
import { extendForUnit } from "./extend-for-unit";
import { publishCall } from "./publish-call";
import { setQuota } from "./set-quota";
import { updateCall } from "./update-call";

/** What this room can do; one verb a file. */
export const callsCommands: readonly Command[] = [
  createCall,
  updateCall,
  publishCall,
  extendForUnit,
  setQuota,
];
