import { type Actor, holds } from "@/lib/access/actor";
import { bureauRoles, citywideRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { draftProblems } from "./checks";
import { differences } from "./differences";
import { checkContext, draftSelect, readDraft } from "./load";
import { publishingRoles } from "./publishable";
import { inForceOn, newestOf, openDraftStatuses, standingOf } from "./rules";
import { type RuleFamily, readTyped, ruleFamilies } from "./schema";
import { simulate } from "./simulate";
import { versionsOf } from "./versions";

/** The rules are read by those who work by them; the system's administrators have no part in them. */
export const readsRules = (actor: Actor): boolean => holds(actor, ...citywideRoles);

/** The rules of one family: what is in force, what is to come, whether a draft is open. Empty for others. */
export async function rulesOf(tx: Tx, actor: Actor, family: RuleFamily, now: Date) {
  if (!readsRules(actor)) return [];
  const today = shanghaiDate(now);
  const all = await versionsOf(tx, family);
  const drafts = await tx.ruleDraft.findMany({
    where: { family, status: { in: [...openDraftStatuses] } },
    select: { id: true, code: true, status: true, draftedByName: true },
  });
  return [...new Set(all.map(({ code }) => code))].flatMap((code) => {
    const versions = all.filter((row) => row.code === code);
    const newest = newestOf(versions);
    if (newest === null) return [];
    return [
      {
        code,
        newest,
        inForce: inForceOn(versions, today),
        upcoming: versions.filter(({ validFrom }) => validFrom > today),
        count: versions.length,
        draft: drafts.find((draft) => draft.code === code) ?? null,
      },
    ];
  });
}

export type ListedRule = Awaited<ReturnType<typeof rulesOf>>[number];

/** How many drafts of each family are open, for the tabs; none for others. */
export async function openDrafts(tx: Tx, actor: Actor): Promise<ReadonlyMap<string, number>> {
  if (!readsRules(actor)) return new Map();
  const rows = await tx.ruleDraft.groupBy({
    by: ["family"],
    where: { status: { in: [...openDraftStatuses] } },
    _count: { _all: true },
  });
  return new Map(rows.map(({ family, _count }) => [family, _count._all]));
}

/**
 * One rule with its versions, newest first, each with its standing, who published it and on what
 * document, and what differs from the version before. Null for others and where there is none.
 */
export async function ruleHistory(
  tx: Tx,
  actor: Actor,
  { family, code }: { family: RuleFamily; code: string },
  now: Date,
) {
  if (!readsRules(actor)) return null;
  const versions = await versionsOf(tx, family, code);
  const newest = newestOf(versions);
  if (newest === null) return null;
  const drafts = await tx.ruleDraft.findMany({
    where: { family, code },
    orderBy: { draftedAt: "desc" },
    select: draftSelect,
  });
  const today = shanghaiDate(now);
  const open = drafts.find(({ status }) => openDraftStatuses.some((each) => each === status));
  return {
    newest,
    open: open ?? null,
    mayBegin: open === undefined && holds(actor, ...bureauRoles),
    versions: versions.toReversed().map((row) => {
      const published = drafts.find(({ publishedVersion }) => publishedVersion === row.version);
      const before = versions.find(({ version }) => version === row.version - 1);
      const head = published ? readTyped(family, published.content).content : row.content;
      return {
        ...row,
        standing: standingOf(row, versions, today),
        basis: head.basis ?? null,
        basisEn: head.basisEn ?? null,
        note: head.note ?? null,
        drafted: published?.draftedByName ?? null,
        published: published ? { by: published.decidedByName, at: published.decidedAt } : null,
        changes: before ? differences(before, row) : [],
      };
    }),
  };
}

export type RuleHistory = NonNullable<Awaited<ReturnType<typeof ruleHistory>>>;

/**
 * A draft with what it changes, what stands against publishing it, what would have come out under it,
 * and what the actor can do. Null for others and where there is none.
 */
export async function draftView(tx: Tx, actor: Actor, id: string, now: Date) {
  if (!readsRules(actor)) return null;
  const loaded = await readDraft(tx, id);
  if (loaded === null) return null;
  const { draft, base, typed } = loaded;
  const open = openDraftStatuses.some((each) => each === draft.status);
  const problems = open ? draftProblems(typed, await checkContext(tx, loaded, now)) : [];
  const typedByActor = actor.userId !== null && draft.hands.includes(actor.userId);
  return {
    ...loaded,
    problems,
    changes: differences(base, typed),
    effects: await simulate(tx, actor, base, typed),
    typedByActor,
    actions: actionsOn(actor, { status: draft.status, clear: problems.length === 0, typedByActor }),
  };
}

export type DraftView = NonNullable<Awaited<ReturnType<typeof draftView>>>;

/** A draft to type in, with its choices; null where it is not open for typing, and for those who don't draft. */
export async function draftToEdit(tx: Tx, actor: Actor, id: string, now: Date) {
  if (!holds(actor, ...bureauRoles)) return null;
  const loaded = await readDraft(tx, id);
  if (loaded === null || loaded.draft.status !== "draft") return null;
  return {
    ...loaded,
    problems: draftProblems(loaded.typed, await checkContext(tx, loaded, now)),
    lists: await choicesOf(tx),
  };
}

export type EditableDraft = NonNullable<Awaited<ReturnType<typeof draftToEdit>>>;

/** Units, policy wishes, and the second levels below each first level, as the code lists have them. */
async function choicesOf(tx: Tx) {
  const rows = await tx.codeEntry.findMany({
    where: { list: { in: ["measure_unit", "dimension", "indicator_group"] }, validTo: null },
    orderBy: [{ list: "asc" }, { sort: "asc" }],
    select: { list: true, code: true, parent: true },
  });
  const codes = (list: string, parent?: string) =>
    rows
      .filter((row) => row.list === list && (parent === undefined || row.parent === parent))
      .map(({ code }) => code);
  const parents = new Set(rows.flatMap(({ parent }) => parent ?? []));
  return {
    units: codes("measure_unit"),
    dimensions: codes("dimension"),
    groups: Object.fromEntries(
      [...parents].map((parent) => [parent, codes("indicator_group", parent)]),
    ),
  };
}

interface Standing {
  status: string;
  clear: boolean;
  typedByActor: boolean;
}

function actionsOn(actor: Actor, { status, clear, typedByActor }: Standing): string[] {
  const drafts = status === "draft" && holds(actor, ...bureauRoles);
  const decides = status === "submitted" && holds(actor, ...publishingRoles);
  return [
    ...(drafts ? ["rules.save", "rules.discard-draft"] : []),
    ...(drafts && clear ? ["rules.submit-draft"] : []),
    ...(decides ? ["rules.return-draft"] : []),
    ...(decides && clear && !typedByActor ? ["rules.publish-draft"] : []),
  ];
}

export const isRuleFamily = (text: string): text is RuleFamily =>
  ruleFamilies.some((family) => family === text);
