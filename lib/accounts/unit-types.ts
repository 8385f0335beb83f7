/** Codes of the list `unit_type` that a unit can name when it registers (domain.md §5.5). */
export const unitTypes = [
  "leading_innovator",
  "pre_listing",
  "high_tech",
  "private",
  "small_micro",
  "state_owned",
  "foreign_owned",
  "joint_venture",
  "hmt_invested",
  "university",
  "institute",
  "hospital",
  "new_rd_body",
  "transfer_body",
] as const;
