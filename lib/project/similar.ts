import { bigrams } from "@/lib/kernel/bigrams";

/** From this share of common two-character pieces on, two titles are shown to an officer as alike. */
const alike = 0.6;

/** How alike two titles are, 0–1: the pieces they share over all pieces of both (Jaccard). */
export function similarity(one: string, other: string): number {
  const first = new Set(pieces(one));
  const second = new Set(pieces(other));
  const shared = [...first].filter((piece) => second.has(piece)).length;
  const all = first.size + second.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Must an officer look whether these are one project (查重)? */
export const areSimilar = (one: string, other: string): boolean => similarity(one, other) >= alike;

const pieces = (text: string): string[] =>
  bigrams(text).filter((piece) => Array.from(piece).length === 2);
