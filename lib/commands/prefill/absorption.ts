import { promiseOf } from "@/lib/absorption/change-queries";
import { ledgerOf } from "@/lib/absorption/queries";
import { correctionOf, recordsOf } from "@/lib/absorption/records/queries";
import type { RecordType } from "@/lib/absorption/records/schema";
import { midTermChecksOf, reportOf } from "@/lib/absorption/report-queries";
import { supplementOf } from "@/lib/absorption/supplement";
import { given, type PrefillFunction } from "./types";

const report: PrefillFunction = async ({ tx, actor, project, search, now }) => {
  const { reportId } = search;
  if (!reportId) return {};
  const found = await reportOf(tx, actor, { projectId: project.id, reportId }, now);
  return found ? { hidden: { reportId, version: found.version }, values: found.answers } : {};
};

const mastery: PrefillFunction = async ({ tx, actor, project, search, now }) => {
  const ledger = await ledgerOf(tx, actor, project.id, now);
  const row = ledger?.technologies.find(({ id }) => id === search.technologyId);
  if (!row) return {};
  return {
    hidden: { technologyId: row.id, version: row.version, trlScaleId: row.trlScaleId },
    values: given({ mastery: row.mastery, trlNow: row.trlNow, note: row.masteryNote }),
  };
};

/** Every figure of the link as a line, with what was recorded last. */
const linkFigures: PrefillFunction = async ({ tx, actor, project, search, now }) => {
  const ledger = await ledgerOf(tx, actor, project.id, now);
  const link = ledger?.technologies
    .flatMap((technology) => technology.links)
    .find(({ id }) => id === search.linkId);
  if (!link) return {};
  return {
    hidden: { linkId: link.id, version: link.version },
    values: given({
      cost: link.cost,
      actualFrom: link.actualFrom,
      figures: link.figures
        .filter(({ value }) => value !== null)
        .map(({ code, value, numerator, denominator, basis, asOf }) =>
          given({ code, value, numerator, denominator, basis, asOf }),
        ),
    }),
  };
};

const change: PrefillFunction = async ({ tx, actor, project }) => {
  const promise = await promiseOf(tx, actor, project.id);
  return {
    values: {
      targets: (promise?.targets ?? []).map(({ indicatorCode, value, core }) => ({
        indicatorCode,
        value,
        core,
      })),
    },
  };
};

/** The agreement that is signed is the one that was read. */
const supplement: PrefillFunction = async ({ tx, project, search }) => {
  const found = search.changeId ? await supplementOf(tx, project, search.changeId) : null;
  return found?.contentHash ? { hidden: { contentHash: found.contentHash } } : {};
};

const midTerm: PrefillFunction = async ({ tx, actor, project, search }) => {
  const checks = await midTermChecksOf(tx, actor, project.id);
  const check = checks?.find(({ id }) => id === search.checkId);
  return check ? { hidden: { checkId: check.id, version: check.version } } : {};
};

const spending: PrefillFunction = async ({ project }) => ({
  values: { spentAmount: project.spentAmount.toFixed(2) },
});

/** A returned record is corrected from what it said. */
const record =
  (type: RecordType): PrefillFunction =>
  async ({ tx, actor, project, search, now }) => {
    if (!search.recordId) return {};
    const records = await recordsOf(tx, actor, project.id, now);
    const row = records && correctionOf(records, type, search.recordId);
    return row ? { hidden: { recordId: search.recordId }, values: given(row) } : {};
  };

/** A proposal to suspend starts from the mid-term check that failed, where that is the last one. */
const suspension: PrefillFunction = async ({ tx, actor, project }) => {
  const checks = await midTermChecksOf(tx, actor, project.id);
  const last = checks?.at(-1);
  if (last?.result !== "fail") return {};
  return { values: given({ cause: "mid_term_failed", text: last.opinion ?? undefined }) };
};

/** What the forms of the absorption stage start with. */
export const absorptionPrefill: Readonly<Record<string, PrefillFunction>> = {
  "absorption.save-report": report,
  "absorption.submit-report": report,
  "absorption.set-mastery": mastery,
  "absorption.record-link-figures": linkFigures,
  "absorption.record-right": record("right"),
  "absorption.record-training": record("training"),
  "absorption.record-registration": record("registration"),
  "absorption.request-change": change,
  "absorption.sign-supplement": supplement,
  "absorption.submit-mid-term": midTerm,
  "absorption.check-mid-term": midTerm,
  "absorption.propose-suspension": suspension,
  "absorption.report-spending": spending,
};
