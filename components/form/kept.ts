import { z } from "zod";
import type { FormValue, FormValues } from "./types";

const valueShape: z.ZodType<FormValue> = z.lazy(() =>
  z.union([z.string(), z.boolean(), z.array(z.string()), valuesShape, z.array(valuesShape)]),
);
const valuesShape: z.ZodType<FormValues> = z.lazy(() => z.record(z.string(), valueShape));

const storageKey = (formKey: string) => `kehe:form:${formKey}`;

/** Keeps what was typed in this tab, until it is sent or thrown away. */
export function keepTyped(formKey: string, values: unknown): void {
  try {
    sessionStorage.setItem(storageKey(formKey), JSON.stringify(values));
  } catch {
    // Storage may be full or shut off; the form itself still holds the text.
  }
}

/** What was kept for this form, or undefined. Anything unreadable is thrown away. */
export function keptTyped(formKey: string): FormValues | undefined {
  try {
    const text = sessionStorage.getItem(storageKey(formKey));
    return text === null ? undefined : valuesShape.parse(JSON.parse(text));
  } catch {
    forgetTyped(formKey);
    return undefined;
  }
}

export function forgetTyped(formKey: string): void {
  try {
    sessionStorage.removeItem(storageKey(formKey));
  } catch {
    // Nothing was kept where storage is shut off.
  }
}
