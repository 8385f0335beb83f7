import { createHash } from "node:crypto";

/** One whole day in a calendar. */
export interface CalendarEntry {
  /** Names the entry for ever; only its hash is told. */
  key: string;
  /** `YYYY-MM-DD`. */
  day: string;
  summary: string;
}

interface Calendar {
  name: string;
  /** Where the reader finds the list; holds no secret. */
  address: string;
  entries: readonly CalendarEntry[];
  now: Date;
}

/** An iCalendar file (RFC 5545) of whole-day entries, lines folded at 75 octets, ends CRLF. */
export function calendarText({ name, address, entries, now }: Calendar): string {
  const stamp = `${now.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kehe//due list//ZH",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    "X-PUBLISHED-TTL:PT12H",
    ...entries.flatMap(({ key, day, summary }) => [
      "BEGIN:VEVENT",
      `UID:${createHash("sha256").update(key).digest("hex").slice(0, 32)}@kehe`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `SUMMARY:${escaped(summary)}`,
      `URL:${address}`,
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(summary)}`,
      "TRIGGER:-P3D",
      "END:VALARM",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Text as a value: backslash, comma, semicolon and line ends have a meaning of their own. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, "\\n");

const longest = 75;

/** Breaks a long line between characters, so that no piece is over 75 octets. */
function folded(line: string): string {
  let out = "";
  let size = 0;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (size + bytes > longest) {
      out += "\r\n ";
      size = 1;
    }
    out += character;
    size += bytes;
  }
  return out;
}
