import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import type { MadeDocument } from "@/lib/documents/document-endpoint";
import { renderPdf } from "@/lib/documents/pdf/render";
import { sheetExcel } from "@/lib/documents/sheet/excel";
import { sheetWord } from "@/lib/documents/sheet/word";
import type { BudgetForm } from "@/lib/evaluation/rollup/queries";
import { formLayout } from "./layouts";

export const fileEndings = ["xlsx", "docx", "pdf"] as const;
export type FileEnding = (typeof fileEndings)[number];

const mediaTypes: Readonly<Record<FileEnding, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

/** A form as Excel, Word or PDF, in the layout of the screen and of the finance authority. */
export async function budgetDocument(
  form: BudgetForm,
  words: Words,
  ending: FileEnding,
): Promise<MadeDocument> {
  const [t, common] = await Promise.all([getTranslations("rollup"), getTranslations("common")]);
  const sheet = formLayout({ form, words, t, bureau: common("bureau"), behind: () => "" });
  const make: Readonly<Record<FileEnding, () => Promise<Uint8Array<ArrayBuffer>>>> = {
    xlsx: async () => new Uint8Array(await sheetExcel(sheet, t(`kind.${form.kind}`))),
    docx: () => sheetWord(sheet),
    pdf: async () => renderPdf("sheet", { locale: words.locale, words: {}, sheet }),
  };
  return {
    name: `${form.item.code}-${form.year}-${t(`kind.${form.kind}`)}.${ending}`,
    mediaType: mediaTypes[ending],
    body: await make[ending](),
  };
}
