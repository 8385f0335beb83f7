import { decimalOf, fitsPlaces, toFixed } from "./fraction";

const digits = [..."零壹贰叁肆伍陆柒捌玖"];
const places = ["", "拾", "佰", "仟"];

const digit = (character: string): string => digits[Number(character)] ?? "";

/** Up to four digits; a zero is written once between two others, never at the end. */
function section(four: string): string {
  const written = Array.from(four, (character, i) =>
    character === "0" ? "零" : digit(character) + (places[four.length - 1 - i] ?? ""),
  );
  return written.join("").replace(/零+/g, "零").replace(/零$/, "");
}

/** Eight digits, in 万; starts with a zero where its first digits are zeros. */
function underYi(eight: string): string {
  const wan = section(eight.slice(0, 4));
  const rest = section(eight.slice(4));
  if (wan) return `${wan}万${rest}`;
  return rest && `零${rest.replace(/^零/, "")}`;
}

function whole(text: string): string {
  const padded = text.padStart(16, "0");
  const yi = underYi(padded.slice(0, 8));
  const all = (yi ? `${yi}亿` : "") + underYi(padded.slice(8));
  return all.replace(/^零/, "");
}

/**
 * An amount in yuan in the capitals of official forms: "1200000" → 壹佰贰拾万元整. 整 follows 元 and
 * 角, not 分. Throws RangeError on parts of a fen and from 10^16 yuan.
 */
export function capitals(yuan: string): string {
  const value = decimalOf(yuan);
  const text = toFixed(value, 2).replace("-", "");
  const digitsBefore = text.slice(0, -3);
  const [jiao, fen] = [text.charAt(text.length - 2), text.charAt(text.length - 1)];
  if (!fitsPlaces(value, 2) || digitsBefore.length > 16)
    throw new RangeError("An amount that can't be written in capitals");
  const before = whole(digitsBefore);
  const sign = value.n < 0n ? "负" : "";
  if (jiao === "0" && fen === "0") return `${sign}${before || "零"}元整`;
  const yuanPart = before ? `${before}元` : "";
  const jiaoPart = jiao === "0" ? (before ? "零" : "") : `${digit(jiao)}角`;
  return sign + yuanPart + jiaoPart + (fen === "0" ? "整" : `${digit(fen)}分`);
}
