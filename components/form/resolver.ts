"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type FieldErrors, type FieldValues, type Resolver, set } from "react-hook-form";
import { z } from "zod";
import { fieldAt } from "./model-path";
import { type ErrorTexts, problemsOf, problemText } from "./problems";
import type { FieldProblems, FormField, FormModel, FormValues, Json } from "./types";
import { type Copies, toBody, toPayload } from "./values";

/** Refused fields as react-hook-form keeps them; those of no visible field are left to the summary. */
export function fieldErrors(
  problems: FieldProblems,
  fields: readonly FormField[],
  t: ErrorTexts,
): FieldErrors<FieldValues> {
  const errors: FieldErrors<FieldValues> = {};
  for (const [path, found] of Object.entries(problems)) {
    const field = fieldAt(fields, path);
    const first = found[0];
    if (!field || !first) continue;
    const isList = field.kind === "rows" && !path.includes(".");
    set(errors, isList ? `${path}.root` : path, {
      type: first.code,
      message: problemText(t, field, first),
    });
  }
  return errors;
}

/** What stands against the values typed so far, by the schema of the command. */
export function checkModel(model: FormModel, page: { [key: string]: Json }, copies?: Copies) {
  const schema = z.fromJSONSchema(model.schema);
  return (values: FormValues): FieldProblems => {
    const result = schema.safeParse(toBody(page, toPayload(model.fields, values), copies));
    return result.success ? {} : problemsOf(result.error.issues);
  };
}

/** Checks a form in the browser with the schema that the server uses. */
export function useModelResolver(
  model: FormModel,
  page: { [key: string]: Json },
  copies?: Copies,
): Resolver<FieldValues> {
  const t = useTranslations("errors");
  return useMemo(() => {
    const check = checkModel(model, page, copies);
    return (values) => {
      const problems = check(values);
      const errors = fieldErrors(problems, model.fields, t);
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
    };
  }, [model, page, copies, t]);
}
