import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { Facts, Section } from "@/components/ui/content";
import { accountDetail } from "@/lib/accounts/queries";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { loadNames } from "@/lib/reference/names";
import { Actions } from "./actions";
import { Roles } from "./roles";

/** One account: who it is, what it may, and what the reader can do about it. */
export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const account = await query(actor, (tx) => accountDetail(tx, actor, id.data, clockNow()));
  if (account === null) notFound();
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  const names = await loadNames(locale === "en" ? "en" : "zh-CN");
  const standing = [
    t(`status.${account.status}`),
    ...(account.locked ? [t("list.locked")] : []),
    ...(account.hasPassword ? [] : [t("list.noPassword")]),
  ].join(" · ");
  return (
    <AppShell actor={actor}>
      <Page
        title={account.name}
        crumbs={[{ href: "/accounts", label: t("list.title") }]}
        what={account.username}
      >
        <Section title={t("list.status")}>
          <Facts items={[{ label: t("list.status"), value: standing }]} />
        </Section>
        <Roles account={account} actor={actor} names={names} />
        <Actions account={account} actor={actor} names={names} />
      </Page>
    </AppShell>
  );
}
