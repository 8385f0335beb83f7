import type { z } from "zod";
import { personOf } from "@/lib/access/actor";
import { mayHold } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { type Command, type CommandContext, defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne, type FieldProblems, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { computeForm } from "./compute";
import { lockYear, requireVersion, type YearRecord } from "./record";
import type { FormContent, FormKind, LineNote } from "./schema";
import type { FormRow } from "./sheet";

interface Typed {
  budgetItemYearId: string;
  formVersion: number;
}

interface Spec<S extends z.ZodType> {
  verb: string;
  kind: FormKind;
  input: S;
  content: (input: z.output<S>) => FormContent;
  /** What is wrong with the typed lines, beside codes that the form doesn't hold. */
  problems?: (rows: readonly FormRow[], lines: readonly LineNote[]) => FieldProblems;
}

/**
 * A command that saves what is typed on one kind of form; the figures are never typed. A confirmed
 * form is frozen (409).
 */
export function defineSave<S extends z.ZodType<Typed>>(spec: Spec<S>): Command {
  return defineCommand({
    name: `rollup.${spec.verb}`,
    input: spec.input,
    roles: bureauRoles,
    load: async (tx, { budgetItemYearId }: z.output<S>) => {
      const year = await lockYear(tx, budgetItemYearId);
      const form =
        year &&
        (await tx.budgetForm.findUnique({
          where: { budgetItemYearId_kind: { budgetItemYearId, kind: spec.kind } },
          select: { id: true, status: true, version: true },
        }));
      return year && { year, form };
    },
    allow: (actor) => mayHold(actor, bureauRoles),
    rule: ({ form }, { formVersion }) => {
      if (form?.status === "final") throw conflict("form_confirmed");
      requireVersion(form, formVersion);
    },
    run: async (context, { year, form }, input) => {
      const content = spec.content(input);
      await requireLines(context, year, spec, content);
      const saved = await write(context, year, form, spec.kind, content);
      return {
        data: { budgetItemId: year.budgetItemId, year: year.year, ...saved },
        event: {
          audience: "officials",
          subject: { type: "budget_form", id: saved.formId },
          params: { code: year.budgetItem.code, year: String(year.year), kind: spec.kind },
        },
      };
    },
  });
}

async function requireLines<S extends z.ZodType>(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  year: YearRecord,
  { kind, problems }: Spec<S>,
  content: FormContent,
): Promise<void> {
  if (content.lines.length === 0) return;
  const { rows } = await computeForm(tx, year, kind, content, now);
  const known = new Set(rows.map(({ code }) => code));
  const fields: FieldProblems = { ...problems?.(rows, content.lines) };
  for (const [at, { code }] of content.lines.entries()) {
    const first = content.lines.findIndex((line) => line.code === code);
    if (!known.has(code)) fields[`lines.${at}.code`] = [{ code: "indicator_unknown" }];
    else if (first < at) fields[`lines.${at}.code`] = [{ code: "line_repeated" }];
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

async function write(
  { tx, actor, now }: CommandContext,
  year: YearRecord,
  form: { id: string; version: number } | null,
  kind: FormKind,
  content: FormContent,
) {
  const made = {
    content: { ...content, lines: content.lines.map((line) => ({ ...line })) },
    madeById: personOf(actor),
    madeByName: actor.name,
    madeAt: now,
  };
  if (form === null) {
    const id = newId();
    await tx.budgetForm.create({
      data: { id, budgetItemYearId: year.id, kind, ...made },
      select: { id: true },
    });
    return { formId: id, formVersion: 1 };
  }
  expectOne(
    await tx.budgetForm.updateMany({
      where: { id: form.id, status: "draft", version: form.version },
      data: { ...made, version: form.version + 1 },
    }),
  );
  return { formId: form.id, formVersion: form.version + 1 };
}
