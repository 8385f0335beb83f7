import type { Command } from "@/lib/kernel/command";
import { closeFeed } from "./close-feed";
import { endWatch } from "./end-watch";
import { handOver } from "./hand-over";
import { openFeed } from "./open-feed";
import { recordVisit } from "./record-visit";
import { setBody } from "./set-body";
import { watchProject } from "./watch-project";

/** What the liaison desk can do; one verb a file. */
export const liaisonCommands: readonly Command[] = [
  setBody,
  handOver,
  recordVisit,
  watchProject,
  endWatch,
  openFeed,
  closeFeed,
];
