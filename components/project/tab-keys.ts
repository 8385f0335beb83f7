/** The parts of a project's page, in their order. */
export const tabKeys = [
  "overview",
  "application",
  "approval",
  "absorption",
  "evaluation",
  "documents",
  "timeline",
] as const;
export type TabKey = (typeof tabKeys)[number];

/** The part on which a room's steps and warnings stand; null for rooms of their own. */
export const tabOfRoom = (room: string): TabKey | null =>
  room === "warnings" ? "absorption" : (tabKeys.find((key) => key === room) ?? null);
