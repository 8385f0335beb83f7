type Locale = "zh-CN" | "en";

const digits = new Intl.NumberFormat("zh-u-nu-hanidec");
const ten = digits.format(0);

/** A number below 20 as headings of official papers write it. */
function inHan(n: number): string {
  const one = digits.format(n % 10);
  const tens = String.fromCodePoint(0x5341);
  if (n < 10) return digits.format(n);
  return one === ten ? tens : `${tens}${one}`;
}

const comma = String.fromCodePoint(0x3001);
const [open, close] = [String.fromCodePoint(0xff08), String.fromCodePoint(0xff09)];

/** The number of a heading of the first level, such as 1. */
export const heading = (n: number, locale: Locale): string =>
  locale === "en" ? `${n}. ` : `${inHan(n)}${comma}`;

/** The number of a heading of the second level. */
export const subheading = (part: number, n: number, locale: Locale): string =>
  locale === "en" ? `${part}.${n} ` : `${open}${inHan(n)}${close}`;
