/** Parameters of a sentence. */
export type TextParams = Record<string, string | number>;

/** An event's stored parameters, made fit for a sentence: lists are joined, the rest falls away. */
export function paramsOf(stored: unknown): TextParams {
  if (stored === null || typeof stored !== "object" || Array.isArray(stored)) return {};
  const params: TextParams = {};
  for (const [key, value] of Object.entries(stored)) {
    if (typeof value === "string" || typeof value === "number") params[key] = value;
    else if (typeof value === "boolean") params[key] = String(value);
    else if (Array.isArray(value)) params[key] = value.map(String).join(", ");
  }
  return params;
}
