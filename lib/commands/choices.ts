import { ledgerOf } from "@/lib/absorption/queries";
import { recordChoices } from "@/lib/absorption/records/choices";
import type { Actor } from "@/lib/access/actor";
import { holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import { projectScope } from "@/lib/access/scope";
import { expertRegister } from "@/lib/approval/expert-register";
import { candidatesFor } from "@/lib/approval/queries";
import { activeSeats } from "@/lib/approval/seats";
import { versionChoices } from "@/lib/calls/queries";
import type { Tx } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import type { Locale } from "@/lib/reference/names";
import { loadOptions } from "@/lib/reference/queries";

/** One choice of a list; `problem` is the code of what stands against choosing it. */
export interface ListedChoice {
  value: string;
  label: string;
  problem?: string;
  /** A finance expert, of whom a meeting needs one. */
  finance?: boolean;
}

export type ChoiceLists = Record<string, ListedChoice[]>;

/** What the lists of a form depend on. */
export interface ChoiceContext {
  tx: Tx;
  actor: Actor;
  projectId: string | null;
  /** Ids of children, from the address of the form. */
  search: Readonly<Record<string, string>>;
  locale: Locale;
  now: Date;
}

type Provider = (context: ChoiceContext) => Promise<ListedChoice[]>;

/** Lists whose name in a form differs from the code list's. */
const codeListNames: Readonly<Record<string, string>> = {
  countries: "country",
  partnerTypes: "partner_type",
  industries: "industry",
  documents: "document",
};

/** Lists that are not code lists. */
const providers: Readonly<Record<string, Provider>> = {
  experts,
  indicators,
  criteria: async (context) => (await link(context))?.criteria.map(named(context)) ?? [],
  figures: async (context) => (await link(context))?.figures.map(named(context)) ?? [],
  evidence: async (context) =>
    (await link(context))?.criteria
      .flatMap((criterion) => criterion.evidence)
      .map(({ id, description, datedOn }) => ({ value: id, label: `${datedOn} ${description}` })) ??
    [],
  records: async ({ tx, actor, projectId }) => {
    const project = projectId ? await readProject(tx, actor, projectId) : null;
    const rows = project ? await recordChoices(tx, project.id) : [];
    return rows
      .filter(({ review }) => review !== "returned")
      .map(({ id, type, name }) => ({ value: `${type}:${id}`, label: name }));
  },
  technologyEvidence,
  panelMembers,
  plannedItems,
  projectPartners,
  units: async ({ tx, actor }) =>
    holds(actor, ...bureauRoles, "sysadmin", "security_admin")
      ? (
          await tx.unit.findMany({
            orderBy: { name: "asc" },
            take: 5000,
            select: { id: true, name: true, uscc: true },
          })
        ).map(({ id, name, uscc }) => ({ value: id, label: `${name} · ${uscc}` }))
      : [],
};

const versionLists = ["formVersions", "scoreSheets", "indicatorSets", "evaluationRules"] as const;

/** The choices of each of these lists; a name that nobody provides is a code list. */
export async function choicesFor(
  context: ChoiceContext,
  names: readonly string[],
): Promise<ChoiceLists> {
  const lists: ChoiceLists = {};
  for (const name of names) {
    const provider = providers[name];
    if (provider) lists[name] = await provider(context);
  }
  if (versionLists.some((name) => names.includes(name))) {
    Object.assign(lists, await versionChoices(context.tx, context.locale, context.now));
  }
  const codes = names.filter((name) => lists[name] === undefined);
  if (codes.length === 0) return lists;
  const found = await loadOptions(
    context.tx,
    codes.map((name) => codeListNames[name] ?? name),
    context.locale,
    context.now,
  );
  for (const name of codes) lists[name] = found[codeListNames[name] ?? name] ?? [];
  return lists;
}

/** Officers see what stands against each expert; an applicant may name whom to avoid. */
async function experts({ tx, actor, projectId, now }: ChoiceContext): Promise<ListedChoice[]> {
  if (projectId !== null && holds(actor, ...bureauRoles)) {
    const candidates = await candidatesFor(tx, actor, projectId, now);
    return candidates.map(({ id, name, employer, finance, problems }) => ({
      value: id,
      label: `${name} · ${employer}`,
      finance,
      problem: problems[0]?.code,
    }));
  }
  return expertRegister(tx, actor);
}

async function indicators({
  tx,
  actor,
  projectId,
  locale,
  now,
}: ChoiceContext): Promise<ListedChoice[]> {
  const indicatorSetId =
    projectId === null ? await newestSet(tx, now) : await setOf(tx, actor, projectId);
  if (indicatorSetId === null) return [];
  const rows = await tx.indicator.findMany({
    where: { indicatorSetId },
    orderBy: { position: "asc" },
    select: { code: true, zh: true, en: true },
  });
  return rows.map(({ code, zh, en }) => ({
    value: code,
    label: `${code} ${locale === "en" ? en : zh}`,
  }));
}

async function setOf(tx: Tx, actor: Actor, projectId: string): Promise<string | null> {
  const project = await tx.project.findFirst({
    where: { AND: [{ id: projectId }, projectScope(actor)] },
    select: { indicatorSetId: true },
  });
  return project?.indicatorSetId ?? null;
}

/** The set that a project registered now will be measured by. */
async function newestSet(tx: Tx, now: Date): Promise<string | null> {
  const found = await tx.indicatorSet.findFirst({
    where: { purpose: "project", publishedAt: { lte: now } },
    orderBy: [{ publishedAt: "desc" }, { version: "desc" }],
    select: { id: true },
  });
  return found?.id ?? null;
}

const named =
  ({ locale }: ChoiceContext) =>
  ({ code, zh, en }: { code: string; zh: string; en: string }): ListedChoice => ({
    value: code,
    label: locale === "en" ? en : zh,
  });

async function link({ tx, actor, projectId, search, now }: ChoiceContext) {
  const ledger = projectId ? await ledgerOf(tx, actor, projectId, now) : null;
  const links = ledger?.technologies.flatMap((technology) => technology.links);
  return links?.find(({ id }) => id === search.linkId) ?? null;
}

/** The pieces of evidence on a technology's links that were not returned. */
async function technologyEvidence(context: ChoiceContext): Promise<ListedChoice[]> {
  const { tx, actor, projectId, search, now } = context;
  const ledger = projectId ? await ledgerOf(tx, actor, projectId, now) : null;
  const technology = ledger?.technologies.find(({ id }) => id === search.technologyId);
  return (technology?.links ?? [])
    .flatMap(({ criteria }) => criteria.flatMap(({ evidence }) => evidence))
    .filter(({ status }) => status !== "returned")
    .map(({ id, description, datedOn }) => ({ value: id, label: `${datedOn} ${description}` }));
}

/** What an extension may move: links and milestones that are not closed yet. */
async function plannedItems(context: ChoiceContext): Promise<ListedChoice[]> {
  const { tx, actor, projectId, now } = context;
  const ledger = projectId ? await ledgerOf(tx, actor, projectId, now) : null;
  if (ledger === null) return [];
  const names = await loadOptions(tx, ["ledger_link"], context.locale, now);
  const nameOf = new Map(names.ledger_link?.map(({ value, label }) => [value, label]));
  return [
    ...ledger.technologies.flatMap((technology) =>
      technology.links
        .filter(({ status }) => status !== "closed")
        .map(({ id, link: code, plannedTo }) => ({
          value: id,
          label: `${technology.name} · ${nameOf.get(code) ?? code} · ${plannedTo}`,
        })),
    ),
    ...ledger.milestones
      .filter(({ doneOn }) => doneOn === null)
      .map(({ id, name, plannedOn }) => ({ value: id, label: `${name} · ${plannedOn}` })),
  ];
}

/** Who sits on the acceptance panel now. */
async function panelMembers({ tx, actor, projectId }: ChoiceContext): Promise<ListedChoice[]> {
  if (projectId === null || !holds(actor, ...bureauRoles)) return [];
  const rows = await tx.assignment.findMany({
    where: {
      project: { AND: [{ id: projectId }, projectScope(actor)] },
      status: { in: [...activeSeats] },
      panel: { purpose: "acceptance", closedAt: null },
    },
    orderBy: { seat: "asc" },
    select: { id: true, expertName: true, expertEmployer: true },
  });
  return rows.map(({ id, expertName, expertEmployer }) => ({
    value: id,
    label: expertEmployer ? `${expertName} · ${expertEmployer}` : expertName,
  }));
}

async function projectPartners({ tx, actor, projectId }: ChoiceContext): Promise<ListedChoice[]> {
  if (projectId === null) return [];
  const project = await tx.project.findFirst({
    where: { AND: [{ id: projectId }, projectScope(actor)] },
    select: { partners: { where: { validTo: null }, select: { id: true, name: true } } },
  });
  return project?.partners.map(({ id, name }) => ({ value: id, label: name })) ?? [];
}
