import { readAddress } from "@/components/budget/address";
import { budgetDocument, fileEndings } from "@/components/budget/documents";
import { loadWords } from "@/components/project/words";
import { answerDocument } from "@/lib/documents/document-endpoint";
import { budgetForm } from "@/lib/evaluation/rollup/queries";
import { formKinds } from "@/lib/evaluation/rollup/schema";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

interface Context {
  params: Promise<{ id: string; year: string; file: string }>;
}

/** A form of a budget item and year: `<form>.xlsx`, `.docx` or `.pdf`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { file, ...place } = await params;
  const [name, suffix] = /^(\w+)\.(\w+)$/.exec(file)?.slice(1) ?? [];
  const at = readAddress(place, { form: name });
  const ending = fileEndings.find((each) => each === suffix);
  const known = formKinds.some((kind) => kind === name);
  return answerDocument(request, "rollup.document", async (actor) => {
    if (at === null || ending === undefined || !known) return null;
    const form = await query(actor, (tx) =>
      budgetForm(tx, actor, { budgetItemId: at.id, year: at.year }, at.form, clockNow()),
    );
    return form && budgetDocument(form, await loadWords(actor), ending);
  });
}
