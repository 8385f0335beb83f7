import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { FilterBar } from "@/components/ui/list-tools";
import { EmptyState } from "@/components/ui/states";
import type { Actor } from "@/lib/access/actor";
import { query } from "@/lib/kernel/query";
import { codeLists, listCodes } from "@/lib/reference/queries";
import { listName } from "./list-name";

const day = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? "";

/** One code list with all its entries, ended ones too. */
export async function CodesTable({ actor, list }: { actor: Actor; list: string | undefined }) {
  const t = await getTranslations("overview");
  const { lists, entries } = await query(actor, async (tx) => ({
    lists: await codeLists(tx),
    entries: list ? await listCodes(tx, list) : [],
  }));
  return (
    <>
      <FilterBar
        action="/settings"
        hidden={{ tab: "codes" }}
        clearHref="/settings?tab=codes"
        filters={[
          {
            name: "list",
            label: t("settings.lists"),
            value: list,
            options: lists.map((row) => ({
              value: row.list,
              label: `${listName(row.list, t)} (${row.entries})`,
            })),
          },
        ]}
      />
      {list ? (
        <Section
          title={listName(list, t)}
          note={t("settings.entries", { count: entries.length })}
          actions={
            <LinkButton size="small" href={`/settings/edit/code?list=${list}`}>
              {t("settings.add")}
            </LinkButton>
          }
          bare
        >
          <DataTable
            caption={listName(list, t)}
            rows={entries}
            rowKey={(row) => `${row.code} ${day(row.validFrom)}`}
            columns={[
              { key: "code", header: t("settings.code"), head: true, cell: (row) => row.code },
              {
                key: "zh",
                header: t("settings.zh"),
                cell: (row) => <span lang="zh">{row.zh}</span>,
              },
              {
                key: "en",
                header: t("settings.en"),
                cell: (row) => <span lang="en">{row.en}</span>,
              },
              { key: "parent", header: t("settings.parent"), cell: (row) => row.parent ?? "—" },
              {
                key: "from",
                header: t("settings.from"),
                nowrap: true,
                cell: (row) => day(row.validFrom),
              },
              {
                key: "until",
                header: t("settings.until"),
                nowrap: true,
                cell: (row) =>
                  row.validTo ? (
                    day(row.validTo)
                  ) : (
                    <LinkButton
                      size="small"
                      variant="refuse"
                      aria-label={`${t("settings.end")} ${row.code}`}
                      href={`/settings/edit/end-code?${new URLSearchParams({ list, code: row.code, from: day(row.validFrom) })}`}
                    >
                      {t("settings.end")}
                    </LinkButton>
                  ),
              },
            ]}
          />
        </Section>
      ) : (
        <EmptyState title={t("settings.choose")} />
      )}
    </>
  );
}
