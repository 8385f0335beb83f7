/** Statuses of a change request that is not decided or, where it needs signatures, not yet signed. */
export const openChangeStatuses = [
  "draft",
  "district_opinion",
  "bureau_review",
  "signing",
] as const;
