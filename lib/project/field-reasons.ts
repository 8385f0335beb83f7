/** A reason given on one field of what is returned. */
export interface FieldReason {
  field: string;
  reason: string;
}

/** Reasons on fields as the one text that an event keeps: a line a field. */
export const reasonsText = (reasons: readonly FieldReason[]): string =>
  reasons.map(({ field, reason }) => `${field}：${reason}`).join("\n");
