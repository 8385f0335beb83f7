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

/** Rooms that stand on another room's part. */
const homes: Readonly<Record<string, TabKey>> = {
  liaison: "overview",
  warnings: "absorption",
  consequences: "evaluation",
  surveys: "evaluation",
};

/** The part on which a room's steps and warnings stand; null for rooms of their own. */
export const tabOfRoom = (room: string): TabKey | null =>
  homes[room] ?? tabKeys.find((key) => key === room) ?? null;
