import type { FormField } from "./types";

/** The field at a dotted path; row numbers are passed over. */
export function fieldAt(fields: readonly FormField[], path: string): FormField | undefined {
  const steps = path.split(".").filter((step) => !/^\d+$/.test(step));
  let level: readonly FormField[] = fields;
  let found: FormField | undefined;
  for (const step of steps) {
    found = level.find((field) => field.name === step);
    if (!found) return undefined;
    level = found.fields ?? [];
  }
  return found;
}
