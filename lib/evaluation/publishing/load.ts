import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { conflict } from "@/lib/kernel/errors";
import { shanghaiDate, startOfShanghaiDay } from "@/lib/kernel/working-days";
import { newestRule } from "../rule-definition";
import type { CheckContext } from "./checks";
import { newestOf } from "./rules";
import { type RuleFamily, readTyped, ruleFamilies, type TypedRule } from "./schema";
import { type RuleVersion, versionsOf } from "./versions";

export const draftSelect = {
  id: true,
  family: true,
  code: true,
  baseVersion: true,
  content: true,
  status: true,
  hands: true,
  draftedByName: true,
  draftedAt: true,
  submittedByName: true,
  submittedAt: true,
  returnReason: true,
  decidedByName: true,
  decidedAt: true,
  publishedVersion: true,
  version: true,
} as const satisfies Prisma.RuleDraftSelect;

export type DraftRow = Prisma.RuleDraftGetPayload<{ select: typeof draftSelect }>;

/** A draft with what it was copied from. */
export interface LoadedDraft {
  draft: DraftRow;
  family: RuleFamily;
  base: RuleVersion;
  versions: RuleVersion[];
  typed: TypedRule;
}

/** One writer at a time on all versions and drafts of a rule, until the transaction ends. */
export async function lockRule(tx: Tx, family: string, code: string): Promise<void> {
  const key = `rule:${family}:${code}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/** A draft, its rule locked; null where there is none. */
export async function lockDraft(tx: Tx, id: string): Promise<LoadedDraft | null> {
  const found = await tx.ruleDraft.findUnique({
    where: { id },
    select: { family: true, code: true },
  });
  if (found === null) return null;
  await lockRule(tx, found.family, found.code);
  return readDraft(tx, id);
}

/** A draft with the versions of its rule; null where there is none. */
export async function readDraft(tx: Tx, id: string): Promise<LoadedDraft | null> {
  const draft = await tx.ruleDraft.findUnique({ where: { id }, select: draftSelect });
  const family = ruleFamilies.find((each) => each === draft?.family);
  if (draft === null || family === undefined) return null;
  const versions = await versionsOf(tx, family, draft.code);
  const base = versions.find(({ version }) => version === draft.baseVersion);
  if (base === undefined) return null;
  return { draft, family, base, versions, typed: readTyped(family, draft.content) };
}

/** What the checks of a draft need beside it. */
export async function checkContext(
  tx: Tx,
  { base, versions, typed }: Pick<LoadedDraft, "base" | "versions" | "typed">,
  now: Date,
): Promise<CheckContext> {
  const { validFrom } = typed.content;
  const at = validFrom === undefined ? now : startOfShanghaiDay(validFrom);
  const { rule } = await newestRule(tx, at > now ? at : now, null);
  return { today: shanghaiDate(now), base, newest: newestOf(versions) ?? base, rule };
}

/** 409 unless the draft is as the sender saw it, in one of these statuses. */
export function requireDraft(
  { draft }: LoadedDraft,
  version: number,
  ...statuses: readonly string[]
): void {
  if (!statuses.includes(draft.status)) throw conflict("draft_not_open", { status: draft.status });
  if (draft.version !== version) {
    throw conflict("version_conflict", {
      version: draft.version,
      current: JSON.stringify(draft.content),
    });
  }
}
