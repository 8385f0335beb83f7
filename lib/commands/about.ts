import { aboutChildren } from "./about/children";
import { aboutDecisions } from "./about/decisions";
import type { AboutContext, AboutLine } from "./about/types";

/** What a step is about, so that nobody decides on what he doesn't see; empty where the page says it. */
export async function aboutOf(command: string, context: AboutContext): Promise<AboutLine[]> {
  const lines: AboutLine[] = [];
  for (const [name, about] of Object.entries(aboutChildren)) {
    if (typeof context.hidden[name] === "string") lines.push(...(await about(context)));
  }
  lines.push(...((await aboutDecisions[command]?.(context)) ?? []));
  return lines.filter(({ value }) => value !== null && value !== "");
}
