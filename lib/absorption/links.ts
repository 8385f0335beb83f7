/** The four links of the chain, in their order: 引进, 消化, 吸收, 再创新 (domain.md §2.2). */
export const linkIds = ["import", "digest", "absorb", "reinnovate"] as const;
export type LinkId = (typeof linkIds)[number];

/** Cooperation modes with a ledger; M7–M10 have milestones of their own instead (domain.md §2). */
const ledgerModes: ReadonlySet<string> = new Set(["M1", "M2", "M3", "M4", "M5", "M6"]);

/** Does a project of this cooperation mode keep an absorption ledger? */
export const hasLedger = (cooperationMode: string): boolean => ledgerModes.has(cooperationMode);

/** Levels of the readiness scales that Kehe knows; others are taken as the longest. */
const trlLevels: Readonly<Record<string, number>> = { qd13: 13, gb9: 9 };

/** The highest level of a readiness scale. */
export const highestTrl = (scaleId: string): number => trlLevels[scaleId] ?? 13;
