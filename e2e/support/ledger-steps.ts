import type { Cast } from "./cast";
import type { Kehe } from "./place";

/** One link of the ledger: what is proven, and the figures that its criteria ask. */
export interface LinkWork {
  name: string;
  day: string;
  criteria: readonly string[];
  mastery?: { mastery: string; trlNow: string };
  figures?: { code: string; numerator: string; denominator: string; basis: string };
}

/** The four links of a technology that is imported (domain.md §2.2). */
export const importLinks: readonly LinkWork[] = [
  {
    name: "引进",
    day: "2026-10-12",
    criteria: ["contract_registered", "data_checked", "clauses_checked"],
  },
  {
    name: "消化",
    day: "2027-03-15",
    criteria: ["points_explained", "reproduced", "staff_certified"],
    mastery: { mastery: "2", trlNow: "6" },
    figures: { code: "points_mastered", numerator: "18", denominator: "20", basis: "技术要点清单" },
  },
  {
    name: "吸收",
    day: "2027-08-16",
    criteria: ["local_production", "localisation_reached", "yield_reached", "readiness_reached"],
    mastery: { mastery: "3", trlNow: "8" },
    figures: {
      code: "localisation",
      numerator: "18500",
      denominator: "50000",
      basis: "物料清单价值",
    },
  },
  { name: "再创新", day: "2027-11-15", criteria: ["own_right_or_product", "improved"] },
];

/** Brings one link of the first technology to its close: evidence, figures, submission, the district's word. */
export async function closeLink(cast: Cast, kehe: Kehe, work: LinkWork): Promise<void> {
  const { name, day, criteria, mastery, figures } = work;
  const link = { within: `main details:has(summary:has-text("${name}"))` };
  kehe.setClock(day);
  if (mastery) {
    await cast.does("enterprise", "absorption.set-mastery", {
      ...mastery,
      note: "复现测试通过",
      fileId: { papers: [{ name: `${name}-掌握度.pdf` }] },
    });
  }
  if (figures) {
    const lines = [{ ...figures, asOf: day }];
    await cast.does(
      "enterprise",
      "absorption.record-link-figures",
      { cost: "40", figures: lines },
      link,
    );
  }
  for (const criterionCode of criteria) {
    const paper = { name: `${name}-${criterionCode}.pdf` };
    const evidence = {
      criterionCode,
      description: `${name}环节证明材料`,
      datedOn: day,
      fileId: { papers: [paper] },
    };
    await cast.does("enterprise", "absorption.add-evidence", evidence, link);
  }
  await cast.does("enterprise", "absorption.submit-link", {}, link);
  await cast.does("district", "absorption.confirm-link", { closedOn: day }, link);
}
