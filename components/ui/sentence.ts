import { formatDecimal, formatWan } from "./format";

/** Parameters of a sentence. */
export type SentenceParams = Record<string, string | number>;

/** Parameters that hold yuan, in all events, duties and refusals. */
const MONEY = new Set([
  "amount",
  "cost",
  "left",
  "outstanding",
  "refund",
  "requested",
  "spentAmount",
]);
const YUAN = /^-?\d+(\.\d+)?$/;

/**
 * Stored parameters, made fit for a sentence. Money `x` in yuan gets separators, and its 万元 stand
 * beside it as `xWan`; lists are joined, what can't be said falls away.
 */
export function sentenceParams(stored: unknown): SentenceParams {
  if (stored === null || typeof stored !== "object") return {};
  const params: SentenceParams = {};
  for (const [name, value] of Object.entries(stored)) {
    if (Array.isArray(value)) params[name] = value.join("、");
    if (typeof value !== "string" && typeof value !== "number") continue;
    params[name] = value;
    if (!MONEY.has(name) || typeof value !== "string" || !YUAN.test(value)) continue;
    params[name] = formatDecimal(value);
    params[`${name}Wan`] = formatWan(value);
  }
  return params;
}
