import { readFileSync } from "node:fs";

/**
 * The one clock. With KEHE_CLOCK_FILE set it is the ISO instant in that file, read at each use, so
 * that journeys can span years on a running server; the environment refuses it beside DATABASE_URL.
 */
export function now(): Date {
  const file = process.env.KEHE_CLOCK_FILE;
  if (!file || process.env.DATABASE_URL) return new Date();
  const instant = new Date(readFileSync(file, "utf8").trim());
  if (Number.isNaN(instant.getTime())) throw new Error("KEHE_CLOCK_FILE holds no ISO instant");
  return instant;
}
