/** How figures and dates are written. Pure and synchronous, so that a table of 1,000 cells is cheap. */

const SHANGHAI_DATE = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
});
const SHANGHAI_MINUTE = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** The day of an instant in Shanghai, `YYYY-MM-DD`. A `YYYY-MM-DD` text stays as it is. */
export function formatDate(value: Date | string): string {
  if (typeof value === "string" && value.length === 10) return value;
  return SHANGHAI_DATE.format(new Date(value));
}

/** An instant in Shanghai to the minute, `YYYY-MM-DD HH:mm`. */
export function formatMinute(value: Date | string): string {
  return SHANGHAI_MINUTE.format(new Date(value));
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A decimal text with thousands separators and at least `places` decimals; digits are never cut. */
export function formatDecimal(text: string, places = 0): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return text;
  const [, sign = "", whole = "", fraction = ""] = match;
  const decimals = fraction.replace(/0+$/, "").padEnd(places, "0");
  const body = groupThousands(whole);
  return `${sign === "-" ? "\u2212" : ""}${decimals ? `${body}.${decimals}` : body}`;
}

/**
 * Moves the decimal point of a decimal text by `places` (right when positive), exactly. Anything
 * that isn't a plain decimal comes back as undefined.
 */
export function shiftDecimal(text: string, places: number): string | undefined {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = `${"0".repeat(Math.max(0, -places))}${whole}${fraction}${"0".repeat(Math.max(0, places))}`;
  const point = Math.max(0, -places) + whole.length + places;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  const right = digits.slice(point).replace(/0+$/, "");
  return `${sign}${left}${right ? `.${right}` : ""}`;
}

const YUAN_TO_WAN = -4;

/** Yuan (decimal text from the database) as 万元, with separators. */
export function formatWan(yuan: string): string {
  const wan = shiftDecimal(yuan, YUAN_TO_WAN);
  return wan === undefined ? yuan : formatDecimal(wan);
}

/** A file's size in KB or MB. */
export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${Math.max(1, Math.round(kilobytes))} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** How days left are worded: which message, with which number, and whether it is overdue. */
export interface DaysLeftWording {
  key: "overdue" | "today" | "tomorrow" | "left";
  days: number;
  tone: "overdue" | "soon" | "calm";
}

const SOON_IN_DAYS = 3;

/** The wording of whole days until a due date: negative is overdue, 0 is today. */
export function daysLeftWording(days: number): DaysLeftWording {
  if (days < 0) return { key: "overdue", days: -days, tone: "overdue" };
  if (days === 0) return { key: "today", days, tone: "soon" };
  if (days === 1) return { key: "tomorrow", days, tone: "soon" };
  return { key: "left", days, tone: days <= SOON_IN_DAYS ? "soon" : "calm" };
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A day as official papers write it: 2026年3月5日, or 5 March 2026. */
export function formatPaperDate(value: Date | string, locale: string): string {
  const [year = "", month = "", day = ""] = formatDate(value).split("-");
  if (locale === "en") return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return `${year}年${Number(month)}月${Number(day)}日`;
}
