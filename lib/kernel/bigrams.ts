/** One form for both letter cases and both widths. Code point by code point, so that a part folds like the whole. */
export const foldText = (text: string): string =>
  Array.from(text.normalize("NFKC"), (character) => character.toLowerCase()).join("");

/** Letters, digits and marks, folded; blanks and punctuation fall away. */
const folded = (text: string): string[] =>
  Array.from(foldText(text)).filter((character) => /[\p{L}\p{N}\p{M}]/u.test(character));

const pairs = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, i) => (characters[i] ?? "") + character);

/** The one- and two-character pieces by which a text is found, each once. */
export function bigrams(text: string): string[] {
  const characters = folded(text);
  return [...new Set([...characters, ...pairs(characters)])];
}

/** The pieces that a text must all hold to match a query: pairs, or the single character; empty for a query without letters. */
export function queryGrams(query: string): string[] {
  const characters = folded(query);
  return characters.length < 2 ? characters : [...new Set(pairs(characters))];
}
