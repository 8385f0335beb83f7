import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { FilterBar, Pager } from "@/components/ui/list-tools";
import { accountDuties, listAccounts } from "@/lib/accounts/queries";
import { requireActor } from "@/lib/accounts/session";
import { pageOf } from "@/lib/http/page-number";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { loadNames } from "@/lib/reference/names";
import { Units } from "./units";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.list"))("title") };
}

/** People and units, as far as the reader may know of them. */
export default async function AccountsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const asked = await searchParams;
  const search = one(asked.search)?.slice(0, 100);
  const [t, s, roles, locale] = await Promise.all([
    getTranslations("accounts.list"),
    getTranslations("accounts.status"),
    getTranslations("roles"),
    getLocale(),
  ]);
  const names = await loadNames(locale === "en" ? "en" : "zh-CN");
  const after = one(asked.after)?.slice(0, 100);
  const { accounts, next } = await query(actor, (tx) =>
    listAccounts(tx, actor, { search, after }, clockNow()),
  );
  const kept = search ? `search=${encodeURIComponent(search)}&` : "";
  const may = accountDuties(actor);
  const actions = may.createUsers ? (
    <LinkButton variant="primary" href="/accounts/new">
      {t("create")}
    </LinkButton>
  ) : null;
  return (
    <AppShell actor={actor}>
      <Page title={t("title")} what={t("what")} actions={actions}>
        {may.listPeople ? (
          <FilterBar
            action="/accounts"
            filters={[{ name: "search", label: t("search"), value: search }]}
            clearHref="/accounts"
          />
        ) : null}
        <DataTable
          caption={t("users")}
          rows={accounts}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "username",
              header: t("username"),
              head: true,
              cell: ({ id, username }) => <a href={`/accounts/${id}`}>{username}</a>,
            },
            { key: "name", header: t("name"), cell: ({ name }) => name },
            {
              key: "roles",
              header: t("roles"),
              cell: (row) =>
                row.roles
                  .map(({ role, unitName, districtId }) =>
                    [roles(role), unitName ?? names("district", districtId)]
                      .filter(Boolean)
                      .join(" · "),
                  )
                  .join("；") || t("noRoles"),
            },
            { key: "status", header: t("status"), cell: ({ status }) => s(status) },
          ]}
        />
        <Pager
          first={after ? `/accounts?${kept}` : undefined}
          next={next ? `/accounts?${kept}after=${encodeURIComponent(next)}` : undefined}
        />
        <Units actor={actor} names={names} page={pageOf(one(asked.units))} />
      </Page>
    </AppShell>
  );
}
