"use client";

import { type RefObject, useEffect } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { keepTyped } from "./kept";

const KEEP_AFTER_MS = 400;

/**
 * Keeps what is typed in this tab as it is typed, so that no reload and no other language loses it;
 * without a key (passwords) nothing is kept.
 */
export function useKeptTyping(form: UseFormReturn<FieldValues>, formKey: string | null): void {
  useEffect(() => {
    if (formKey === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          if (form.formState.isDirty) keepTyped(formKey, form.getValues());
        }, KEEP_AFTER_MS);
      },
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [form, formKey]);
}

/** Takes over what was typed while the page's script was still on its way. */
export function useEarlyTyping(
  form: UseFormReturn<FieldValues>,
  frame: RefObject<HTMLFormElement | null>,
): void {
  useEffect(() => {
    const controls = frame.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      "input[type=text][name], textarea[name]",
    );
    for (const control of controls ?? []) {
      const known: unknown = form.getValues(control.name);
      const plain = typeof known === "string" && control.getAttribute("aria-haspopup") === null;
      if (plain && control.value !== "" && control.value !== known) {
        form.setValue(control.name, control.value, { shouldDirty: true });
      }
    }
  }, [form, frame]);
}
