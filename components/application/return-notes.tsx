import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { ReturnedField } from "@/lib/application/queries";
import { fieldKey } from "./proposal-fields";

/** Why it came back: a reason for each field, by whom and when. */
export async function ReturnNotes({
  notes,
  words,
}: {
  notes: readonly ReturnedField[];
  words: Words;
}) {
  if (notes.length === 0) return null;
  const [t, room] = await Promise.all([
    getTranslations("screens-application"),
    getTranslations("application"),
  ]);
  return (
    <Section title={t("notes.title")} bare>
      <DataTable
        caption={t("notes.title")}
        rows={notes}
        rowKey={({ field, at }) => `${field}${at.toISOString()}`}
        columns={[
          {
            key: "field",
            header: t("notes.field"),
            head: true,
            cell: ({ field }) => (room.has(fieldKey(field)) ? room(fieldKey(field)) : field),
          },
          { key: "reason", header: t("notes.reason"), cell: ({ reason }) => reason },
          {
            key: "changed",
            header: t("notes.changed"),
            cell: ({ changed }) => (
              <Badge tone={changed ? "done" : "waiting"}>
                {changed ? t("notes.amended") : t("notes.unamended")}
              </Badge>
            ),
          },
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
