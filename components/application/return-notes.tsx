import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { ReturnNoteDto } from "@/lib/application/proposal-queries";
import { fieldKey } from "./proposal-fields";

/** Why it came back: a reason for each field, by whom and when. */
export async function ReturnNotes({
  notes,
  words,
}: {
  notes: readonly ReturnNoteDto[];
  words: Words;
}) {
  if (notes.length === 0) return null;
  const t = await getTranslations("screens-application");
  return (
    <Section title={t("notes.title")} bare>
      <DataTable
        caption={t("notes.title")}
        rows={notes}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "field",
            header: t("notes.field"),
            head: true,
            cell: ({ field }) => (t.has(fieldKey(field)) ? t(fieldKey(field)) : field),
          },
          { key: "reason", header: t("notes.reason"), cell: ({ reason }) => reason },
          {
            key: "by",
            header: t("notes.by"),
            nowrap: true,
            cell: ({ byName, byRole }) => `${byName} · ${words.role(byRole)}`,
          },
          {
            key: "at",
            header: t("notes.at"),
            nowrap: true,
            cell: ({ at }) => <DateText value={at} />,
          },
        ]}
      />
    </Section>
  );
}
