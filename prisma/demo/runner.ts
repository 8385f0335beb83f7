import type { Actor } from "@/lib/access/actor";
import { systemActor } from "@/lib/access/actor";
import { commandNamed } from "@/lib/commands/registry";
import type { Tx } from "@/lib/db/client";
import { Refusal } from "@/lib/kernel/errors";
import { execute } from "@/lib/kernel/execute";
import { query } from "@/lib/kernel/query";
import type { DemoClock } from "./clock";

/** What the stories work with: the clock, the people by their names to sign in, and the one write path. */
export class Demo {
  readonly actors = new Map<string, Actor>();
  commands = 0;

  constructor(readonly clock: DemoClock) {}

  actor(username: string): Actor {
    const found = this.actors.get(username);
    if (found === undefined) throw new Error(`nobody is called ${username}`);
    return found;
  }

  /** Runs a command as this person and answers its data; a refusal stops the load and says where. */
  run(username: string, command: string, body: object): Promise<unknown> {
    return this.runAs(this.actor(username), command, body);
  }

  async runAs(actor: Actor, name: string, body: object): Promise<unknown> {
    const command = commandNamed(name);
    if (command === null) throw new Error(`there is no command ${name}`);
    this.clock.tick();
    this.commands += 1;
    try {
      return (await execute(command, { actor, body })).data;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const details = JSON.stringify(error.details);
      throw new Error(`${name} by ${actor.name}: ${error.message} ${details}`, { cause: error });
    }
  }

  /** Reads past all scopes. */
  read<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    return query(systemActor, fn);
  }
}

/** Something that happens on a day, counted from the day of the load. */
export interface Step {
  day: number;
  run: () => Promise<void>;
  /** What it belongs to, for the message when it fails. */
  of: string;
  /** Minutes after nine o'clock. */
  minutes: number;
}

/** Runs all steps in the order of their days; those of one day in the order in which they were told. */
export async function runSteps(
  demo: Demo,
  steps: readonly Step[],
  tell: (line: string) => void,
): Promise<void> {
  const timed = steps
    .map((step) => ({ ...step, at: demo.clock.at(step.day, step.minutes) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  let told = performance.now();
  for (const [index, step] of timed.entries()) {
    demo.clock.moveTo(step.at);
    try {
      await step.run();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${step.of}, ${demo.clock.date(step.day)}: ${why}`, { cause: error });
    }
    if (performance.now() - told > 4000) {
      told = performance.now();
      tell(`${step.at.toISOString().slice(0, 10)}: ${index + 1} of ${timed.length} steps`);
    }
  }
}
