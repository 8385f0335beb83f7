import { defaultLedgerTemplates } from "@/lib/absorption/default-templates";
import { proposalForm } from "@/lib/application/form";
import type { Tx } from "@/lib/db/client";
import { defaultRule } from "@/lib/evaluation/scoring/rule";
import type { Prisma } from "@/lib/generated/prisma/client";
import { newId } from "@/lib/kernel/ids";
import { codeEntries } from "./codes";
import { recordsBegin } from "./codes/code-entry";
import { defaultConsequences } from "./consequences";
import { districts } from "./districts";
import { defaultIncentives } from "./incentives";
import { loadIndicatorSet, startingSets } from "./indicator-sets";
import { defaultParameters } from "./parameters";
import { defaultScoreSheet } from "./score-sheet";

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** First versions stand since records begin, so that older projects can name them. */
const since = day(recordsBegin);

/** Plain JSON of a definition in code. */
const json = (value: unknown): Prisma.InputJsonObject => JSON.parse(JSON.stringify(value));

const reportForm = {
  code: "annual_report",
  title: { zh: "年度执行情况报告", en: "Annual execution report" },
  definition: { kind: "annual" },
};

/**
 * Loads what an installation starts with: districts, code lists, parameters, forms, score sheet,
 * indicators, scoring rules, ledger templates, incentives and consequences. Idempotent: what is there already, in
 * this or a newer version, stays as it is. `demonstration` adds the rules that belong to it alone.
 */
export async function loadReference(tx: Tx, options: { demonstration: boolean }): Promise<void> {
  await loadDistricts(tx);
  await loadCodes(tx);
  await loadParameters(tx);
  await loadForms(tx);
  await loadScoring(tx);
  await loadTemplates(tx);
  await loadIncentives(tx, options.demonstration);
  await loadConsequences(tx);
}

async function loadDistricts(tx: Tx): Promise<void> {
  await tx.district.createMany({
    data: districts.map((row, sort) => ({
      id: row.code,
      zh: row.zh,
      en: row.en,
      kind: row.kind,
      validFrom: day(row.validFrom),
      validTo: row.validTo ? day(row.validTo) : null,
      predecessorId: row.predecessor ?? null,
      sort,
    })),
    skipDuplicates: true,
  });
}

async function loadCodes(tx: Tx): Promise<void> {
  await tx.codeEntry.createMany({
    data: codeEntries.map((entry, sort) => ({
      list: entry.list,
      code: entry.code,
      zh: entry.zh,
      en: entry.en,
      validFrom: day(entry.validFrom),
      validTo: entry.validTo ? day(entry.validTo) : null,
      parent: entry.parent ?? null,
      attributes: json(entry.attributes ?? {}),
      sort,
    })),
    skipDuplicates: true,
  });
}

async function loadParameters(tx: Tx): Promise<void> {
  await tx.parameter.createMany({
    data: defaultParameters.map(({ key, version, value, unit, basis }) => ({
      id: newId(),
      key,
      version,
      value,
      unit,
      basis: basis.zh,
      validFrom: since,
    })),
    skipDuplicates: true,
  });
}

async function loadForms(tx: Tx): Promise<void> {
  await tx.formVersion.createMany({
    data: [{ ...proposalForm, definition: json(proposalForm.definition) }, reportForm].map(
      ({ code, title, definition }) => ({
        id: newId(),
        code,
        version: 1,
        title,
        definition,
        publishedAt: since,
      }),
    ),
    skipDuplicates: true,
  });
  const { code, version, title, criteria } = defaultScoreSheet;
  await tx.scoreSheet.createMany({
    data: [
      {
        id: newId(),
        code,
        version,
        title,
        criteria: criteria.map(json),
        publishedAt: since,
      },
    ],
    skipDuplicates: true,
  });
}

async function loadScoring(tx: Tx): Promise<void> {
  await tx.evaluationRule.createMany({
    data: [
      {
        id: newId(),
        code: defaultRule.code,
        version: defaultRule.version,
        definition: json(defaultRule),
        validFrom: since,
      },
    ],
    skipDuplicates: true,
  });
  for (const set of startingSets) await loadIndicatorSet(tx, set, since);
}

async function loadTemplates(tx: Tx): Promise<void> {
  await tx.ledgerTemplate.createMany({
    data: Object.entries(defaultLedgerTemplates).map(([mode, definition]) => ({
      id: newId(),
      mode,
      version: 1,
      definition: json(definition),
      publishedAt: since,
    })),
    skipDuplicates: true,
  });
}

async function loadIncentives(tx: Tx, demonstration: boolean): Promise<void> {
  await tx.incentiveRule.createMany({
    data: defaultIncentives
      .filter((row) => demonstration || !row.demonstration)
      .map((row) => ({
        id: newId(),
        code: row.code,
        version: row.version,
        link: row.link,
        title: row.title,
        administeredBy: row.administeredBy,
        rate: row.rate,
        cap: row.cap,
        conditions: { basisEn: row.basis.en },
        basis: row.basis.zh,
        validFrom: day(row.validFrom),
        budget: row.budget,
        guidance: row.guidance,
      })),
    skipDuplicates: true,
  });
}

async function loadConsequences(tx: Tx): Promise<void> {
  await tx.consequenceRule.createMany({
    data: defaultConsequences.map(({ code, version, kind, months, title, basis, triggers }) => ({
      id: newId(),
      code,
      version,
      kind,
      months,
      title: json(title),
      basis: json(basis),
      triggers: [...triggers],
      validFrom: since,
    })),
    skipDuplicates: true,
  });
}
