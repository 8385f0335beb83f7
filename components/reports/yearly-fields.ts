import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { formTexts } from "@/components/form/form-texts";
import { type FormTexts, formModel } from "@/components/form/model";
import type { FormField, Json } from "@/components/form/types";
import type { YearlyItem } from "@/lib/reports/queries";
import { questionsOf, type ReportKind, reportKinds } from "@/lib/reports/rules";
import { answersSchema } from "@/lib/reports/schema";

const shown = z.record(z.string(), z.json());

/** The questions on one report as one group of the form; all but the tick fall away with the tick. */
export async function fieldOf(item: YearlyItem): Promise<FormField> {
  const [t, texts] = await Promise.all([getTranslations("screens-reports"), textsOf(item.kind)]);
  const hasPrevious = item.previousPeriod !== null;
  const { lightProfile } = item.project;
  const { fields } = formModel(answersSchema({ kind: item.kind, lightProfile, hasPrevious }), {
    texts,
  });
  for (const field of fields) {
    if (hasPrevious && field.name !== "unchanged") {
      field.showWhen = { field: "unchanged", in: [false] };
    }
  }
  return {
    name: item.reportId,
    kind: "group",
    label: `${t("answers")} · ${item.project.number ?? item.project.title}`,
    help: t("questions", { count: item.questions.length }),
    required: true,
    posts: "string",
    nullable: false,
    width: "full",
    fields,
  };
}

/** What stands in a report's part at first. */
export const valuesOf = (item: YearlyItem): Record<string, Json> =>
  shown.safeParse(item.answers).data ?? {};

/** A question is called as in the report's own form; the tick is the yearly form's. */
async function textsOf(kind: ReportKind): Promise<FormTexts> {
  const [form, own] = await Promise.all([
    formTexts("reports"),
    formTexts(kind === "annual" ? "absorption" : "evaluation"),
  ]);
  const at = (path: string) =>
    path === "unchanged"
      ? { texts: form, path }
      : { texts: own, path: kind === "annual" ? path : `content.${path}` };
  return {
    label: (path, name) => at(path).texts.label(at(path).path, name),
    help: (path, name) => at(path).texts.help(at(path).path, name),
    option: (path, name, value) => at(path).texts.option(at(path).path, name, value),
    text: own.text,
  };
}

/** All questions of the form by name, in the reader's language. */
export async function questionLabels(): Promise<Record<string, string>> {
  const labels = await Promise.all(
    reportKinds.map(async (kind) => {
      const texts = await textsOf(kind);
      return questionsOf(kind, false).map((name) => [name, texts.label(name, name)] as const);
    }),
  );
  return Object.fromEntries(labels.flat());
}
