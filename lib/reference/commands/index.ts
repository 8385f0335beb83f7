import type { Command } from "@/lib/kernel/command";
import { addCode } from "./add-code";
import { endCode } from "./end-code";
import { setCalendarDay } from "./set-calendar-day";
import { setParameter } from "./set-parameter";

/** What this room can do; one verb a file. */
export const referenceCommands: readonly Command[] = [
  setParameter,
  setCalendarDay,
  addCode,
  endCode,
];
