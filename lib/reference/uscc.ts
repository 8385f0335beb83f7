/** The 31 characters of GB 32100-2015; a character's value is its position. No I, O, S, V, Z. */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const length = 18;

/** Weight of position i (from 0): 3^i mod 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

export type UsccProblem = "length" | "character" | "check";

/** Half-width, upper-case, without blanks at either end: the form in which a code is stored. */
export const normaliseUscc = (typed: string): string =>
  typed.normalize("NFKC").trim().toUpperCase();

/** The check character of 17 valid characters: (31 − S mod 31) mod 31 (domain.md §5.6). */
function checkCharacter(first17: string): string {
  const sum = weights.reduce((s, weight, i) => s + alphabet.indexOf(first17.charAt(i)) * weight, 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * Why a unified social credit code can't be right, or null. Normalises first. Letters that the
 * standard leaves out are named before a wrong check character.
 */
export function usccProblem(typed: string): UsccProblem | null {
  const code = normaliseUscc(typed);
  if (Array.from(code).length !== length) return "length";
  if (![...code].every((character) => alphabet.includes(character))) return "character";
  return checkCharacter(code.slice(0, -1)) === code.slice(-1) ? null : "check";
}

/** Completes 17 characters to a valid code; throws RangeError on anything else. */
export function usccFrom(first17: string): string {
  const head = normaliseUscc(first17);
  if (usccProblem(`${head}0`) === "length" || usccProblem(`${head}0`) === "character")
    throw new RangeError("A credit code is completed from 17 characters of GB 32100-2015");
  return head + checkCharacter(head);
}
