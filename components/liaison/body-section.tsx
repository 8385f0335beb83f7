import { getTranslations } from "next-intl/server";
import { Facts, Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { DistrictDesk } from "@/lib/liaison/district";
import { Gaps } from "./desk-table";

/** The district's body as the register has it, with its gaps, and who was named before. */
export async function BodySection({ desk }: { desk: DistrictDesk }) {
  const t = await getTranslations("liaison");
  const { body, former } = desk;
  return (
    <>
      <Section title={t("body.title")} note={<Gaps gaps={desk.gaps} />}>
        {body === null ? (
          <EmptyState title={t("body.empty")}>{t("body.emptyHint")}</EmptyState>
        ) : (
          <Facts
            items={[
              { label: t("fields.name.label"), value: body.name },
              { label: t("fields.kind.label"), value: t(`options.kind.${body.kind}`) },
              { label: t("fields.contactName.label"), value: body.contactName },
              { label: t("fields.contactPhone.label"), value: body.contactPhone },
              {
                label: t("fields.dedicated.label"),
                value: t(`options.dedicated.${body.dedicated ? "dedicated" : "part_time"}`),
              },
              { label: t("fields.deputyName.label"), value: body.deputyName },
              { label: t("fields.deputyPhone.label"), value: body.deputyPhone },
              {
                label: t("fields.validFrom.label"),
                value: <DateText value={body.validFrom} />,
              },
              { label: t("fields.duties.label"), value: body.duties, wide: true },
            ]}
          />
        )}
      </Section>
      {former.length > 0 ? (
        <Section title={t("body.former")} bare>
          <DataTable
            caption={t("body.former")}
            rows={former}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "name",
                header: t("fields.name.label"),
                head: true,
                cell: (row) => row.name,
              },
              {
                key: "contact",
                header: t("fields.contactName.label"),
                cell: (row) => [row.contactName, row.deputyName].filter(Boolean).join("、"),
              },
              {
                key: "term",
                header: t("body.term"),
                nowrap: true,
                cell: (row) => (
                  <>
                    <DateText value={row.validFrom} /> – <DateText value={row.validTo} />
                  </>
                ),
              },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
