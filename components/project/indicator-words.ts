import { indicatorList, indicatorUnitList } from "@/lib/reference/names";
import type { Words } from "./words";

/** An indicator as people name it: its code and its name in the project's set. */
export function indicatorName(
  { names }: Words,
  setId: string | null,
  code: string | null | undefined,
): string {
  if (!code) return "";
  const name = setId === null ? code : names(indicatorList(setId), code);
  return name === code ? code : `${code} ${name}`;
}

/** A target or result with its unit; a band by its name. */
export function indicatorValue(
  { names }: Words,
  setId: string | null,
  code: string | null | undefined,
  value: string | null | undefined,
): string {
  if (!code || !value) return value ?? "";
  const unit = setId === null ? code : names(indicatorUnitList(setId), code);
  if (unit === code || unit === "band") return names("achievement", value);
  return `${value} ${names("measure_unit", unit)}`.trim();
}
