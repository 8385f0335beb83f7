import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { formTexts } from "@/components/form/form-texts";
import { formModel } from "@/components/form/model";
import { fieldAt } from "@/components/form/model-path";
import type { FormField } from "@/components/form/types";
import type { ActionProps } from "@/components/project/action-page";
import { formatMinute } from "@/components/ui/format";
import { proposalContent } from "@/lib/application/proposal";
import { type ProposalPage, proposalOf } from "@/lib/application/proposal-queries";
import { choicesFor } from "@/lib/commands/choices";
import { type FormValues, listNames } from "@/lib/commands/form-fields";
import { query } from "@/lib/kernel/query";
import { projectDocuments } from "@/lib/project/detail";
import { checkTexts } from "./check-texts";
import { DraftForm } from "./draft-form";
import { proposalParts } from "./proposal-fields";

const storedValues = z.record(z.string(), z.json());

/** The application form: its parts, what is still missing beside it, what was said when it came back. */
export async function DraftPage({ actor, data, words, now }: ActionProps) {
  const { project } = data;
  const [proposal, lists, documents] = await query(actor, async (tx) => [
    await proposalOf(tx, actor, project.id),
    await choicesFor(
      { tx, actor, projectId: project.id, search: {}, locale: words.locale, now },
      listNames(proposalContent),
    ),
    await projectDocuments(tx, actor, project.id),
  ]);
  if (proposal === null) return null;
  const [t, texts] = await Promise.all([
    getTranslations("screens-application"),
    formTexts("application"),
  ]);
  const model = formModel(proposalContent, { texts, lists });
  await addNotes(model.fields, proposal);
  const parts = proposalParts.map(({ code, fields }, index) => ({
    id: code,
    title: `${t(`numeral.${index + 1}`)}${t(`proposal.part.${code}`)}`,
    fields: model.fields.filter(({ name }) => fields.some((field: string) => field === name)),
  }));
  const transition = project.actions[0]?.command;
  return (
    <DraftForm
      projectId={project.id}
      projectVersion={project.version}
      proposalVersion={proposal.view.proposalVersion}
      fields={model.fields}
      parts={parts}
      values={valuesOf(proposal)}
      files={Object.fromEntries(
        documents.map(({ file }) => [file.id, { name: file.originalName, bytes: file.size }]),
      )}
      checklist={proposal.view.checklist}
      texts={await checkTexts()}
      submitHref={submitHref(project.id, transition)}
      mayHandOver={proposal.actions.includes("application.hand-to-unit-admin") && !transition}
    />
  );
}

const submitting = [
  "application.submit",
  "application.resubmit",
  "application.submit-supplement",
] as const;

function submitHref(projectId: string, command: string | undefined): string | null {
  const known = submitting.find((name) => name === command);
  return known ? `/projects/${projectId}/do/${known}` : null;
}

/** What was saved; a first form starts with an empty list of experts to avoid. */
function valuesOf({ content }: ProposalPage): FormValues {
  return storedValues.safeParse(content).data ?? {};
}

/** Puts each open reason beside the field it was given on. */
async function addNotes(fields: FormField[], { view }: ProposalPage): Promise<void> {
  const t = await getTranslations("screens-application");
  for (const note of view.returned.filter(({ resolvedAt }) => resolvedAt === null)) {
    const field = fieldAt(fields, note.field);
    if (!field) continue;
    const text = t("proposal.note", {
      by: note.byName,
      at: formatMinute(note.at),
      reason: note.reason,
    });
    field.note = field.note ? `${field.note}\n${text}` : text;
  }
}
