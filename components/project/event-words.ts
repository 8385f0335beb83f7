import { sentenceParams } from "@/components/ui/sentence";
import { isAccountRole } from "@/lib/access/roles";
import type { EventLine } from "@/lib/audit/queries";
import { isState } from "@/lib/lifecycle/states";
import { stepTitle } from "./step-links";
import type { Words } from "./words";

export interface AllTexts {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
  raw: (key: string) => unknown;
}

/** What happened, in words: `<room>.events.<verb-noun>` with the event's own parameters. */
export function eventText(
  event: Pick<EventLine, "command" | "outcome" | "params">,
  all: AllTexts,
): string {
  const [room, verb] = event.command.split(".");
  const key = `${room}.events.${verb}`;
  if (event.outcome === "refused") return attemptText(event.command, key, all);
  if (!all.has(key)) return stepTitle(event.command, all);
  const params = sentenceParams(event.params);
  return missingParams(all.raw(key), params) ? stepTitle(event.command, all) : all(key, params);
}

/** What was tried: a step by its title, a reading by what it would have read. */
function attemptText(command: string, key: string, all: AllTexts): string {
  const title = stepTitle(command, all);
  return title === command && all.has(key) && !missingParams(all.raw(key), {}) ? all(key) : title;
}

/** Does the sentence ask for something that the event does not hold? */
function missingParams(sentence: unknown, params: Readonly<Record<string, unknown>>): boolean {
  if (typeof sentence !== "string") return true;
  const asked = [...sentence.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? "");
  const branches = new Set([...sentence.matchAll(/\w+ \{([^{}]*)\}/g)].map((match) => match[1]));
  return asked.some((name) => !(name in params) && !branches.has(name));
}

/** From which state to which; null where the project stayed where it was. */
export function passage(
  event: Pick<EventLine, "fromState" | "toState">,
  words: Words,
): { from: string | null; to: string } | null {
  const { fromState, toState } = event;
  if (toState === null || fromState === toState || !isState(toState)) return null;
  return {
    from: fromState !== null && isState(fromState) ? words.state(fromState) : null,
    to: words.state(toState),
  };
}

/** Who did it, in which role at the time. */
export function whoText(event: Pick<EventLine, "actorName" | "actorRole">, all: AllTexts): string {
  const { actorName, actorRole } = event;
  const role =
    isAccountRole(actorRole) || all.has(`roles.${actorRole}`)
      ? all(`roles.${actorRole}`)
      : actorRole;
  const named = actorName !== "" && actorName !== actorRole;
  return named ? `${actorName} · ${role}` : role;
}

/** Why it was refused, in words. */
export function refusalText(code: string | null, all: AllTexts): string | null {
  if (code === null) return null;
  return all.has(`errors.${code}`) && !missingParams(all.raw(`errors.${code}`), {})
    ? all(`errors.${code}`)
    : code;
}

/** The reason as it was written; what the system gives as a code is told in words. */
export const reasonText = (reason: string | null, all: AllTexts): string | null =>
  reason !== null && /^[a-z_]+$/.test(reason) && all.has(`overview.reason.${reason}`)
    ? all(`overview.reason.${reason}`)
    : reason;
