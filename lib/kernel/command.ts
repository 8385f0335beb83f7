import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { isAllowed, type Verdict } from "@/lib/access/policy";
import type { Role } from "@/lib/access/roles";
import type { EventDraft } from "@/lib/audit/event";
import type { Tx } from "@/lib/db/client";
import type { State } from "@/lib/lifecycle/states";
import type { TransitionId } from "@/lib/lifecycle/transitions";
import { forbidden, notFound } from "./errors";
import { parseInput } from "./parse";

/** A collective decision that one officer entered and another confirmed for the manager. */
export interface ProxyNote {
  recordedById: string;
  recordedByName: string;
  minutesNumber: string;
}

/** What every `run` works with. `as` is the role in which the policy let the actor in. */
export interface CommandContext {
  tx: Tx;
  actor: Actor;
  as: Role;
  now: Date;
  proxy: ProxyNote | null;
}

/** What a command answers; `event` is null only where `keepsOwnVersions` says why. */
export interface Outcome<O> {
  data: O;
  event: EventDraft | null;
}

export interface CommandSpec<S extends z.ZodType, R, O> {
  /** `<room>.<verb-noun>`; also its address. */
  name: string;
  input: S;
  /** Who may call at all; the policy decides about the record. Default: signed-in users. */
  callers?: readonly Actor["kind"][];
  /** The roles that the policy can let in: for the matrix and the documentation. */
  roles: readonly Role[];
  transition?: TransitionId;
  /** States of the project in which a command on a child is possible; others are refused with 409. */
  states?: readonly State[];
  /** Uses per address and minute, for callers without an account. */
  rateLimit?: number;
  /** A draft's autosave: its versions are its trail, no event is written. */
  keepsOwnVersions?: boolean;
  /** The answer holds a secret, such as a single-use link: it is not kept, a replay answers null. */
  confidential?: boolean;
  /** Longest the transaction may take, in seconds; for batches. Default 20. */
  timeLimit?: number;
  /** Loads and locks the record within the actor's scope; null is a 404. */
  load: (tx: Tx, input: z.output<S>, actor: Actor, now: Date) => Promise<R | null>;
  /** The policy: pure. */
  allow: (actor: Actor, record: R, input: z.output<S>) => Verdict;
  /** State, version and guards of the record: pure; throws a Refusal. */
  rule?: (record: R, input: z.output<S>, now: Date, actor: Actor) => void;
  run: (context: CommandContext, record: R, input: z.output<S>) => Promise<Outcome<O>>;
}

export interface Prepared {
  /** Runs inside the caller's transaction: load, policy, rule, run. */
  within: (
    tx: Tx,
    caller: { actor: Actor; now: Date; proxy?: ProxyNote; allowedAs?: Role },
  ) => Promise<{ outcome: Outcome<unknown>; as: Role }>;
}

/** A command with its types closed over, as the registry keeps it. */
export interface Command {
  name: string;
  input: z.ZodType;
  callers: readonly Actor["kind"][];
  roles: readonly Role[];
  transition: TransitionId | null;
  states: readonly State[] | null;
  rateLimit: number | null;
  keepsOwnVersions: boolean;
  confidential: boolean;
  timeLimit: number;
  /** Parses strictly (422 on failure) and answers what to run. */
  prepare: (body: unknown) => Prepared;
}

/**
 * Defines one thing that Kehe can do. The only way to write: the kernel puts it into a transaction,
 * checks in the order of the design and records its event.
 */
export function defineCommand<S extends z.ZodType, R, O>(spec: CommandSpec<S, R, O>): Command {
  return {
    name: spec.name,
    input: spec.input,
    callers: spec.callers ?? ["user"],
    roles: spec.roles,
    transition: spec.transition ?? null,
    states: spec.states ?? null,
    rateLimit: spec.rateLimit ?? null,
    keepsOwnVersions: spec.keepsOwnVersions ?? false,
    confidential: spec.confidential ?? false,
    timeLimit: spec.timeLimit ?? 20,
    prepare: (body) => {
      const input = parseInput(spec.input, body);
      return {
        within: async (tx, { actor, now, proxy, allowedAs }) => {
          const record = await spec.load(tx, input, actor, now);
          if (record === null) throw notFound();
          const as = allowedAs ?? roleFrom(spec.allow(actor, record, input));
          spec.rule?.(record, input, now, actor);
          const outcome = await spec.run(
            { tx, actor, as, now, proxy: proxy ?? null },
            record,
            input,
          );
          return { outcome, as };
        },
      };
    },
  };
}

function roleFrom(verdict: Verdict): Role {
  if (!isAllowed(verdict)) throw forbidden(verdict.refused);
  return verdict.as;
}
