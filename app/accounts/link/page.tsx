import { getTranslations } from "next-intl/server";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { requireActor } from "@/lib/accounts/session";
import { ShownLink } from "./shown-link";

/** Shows a new single-use link once; it travels behind `#`, which no server or log sees. */
export default async function LinkPage() {
  const actor = await requireActor();
  const t = await getTranslations("accounts");
  return (
    <AppShell actor={actor}>
      <Page title={t("link.title")} crumbs={[{ href: "/accounts", label: t("list.title") }]}>
        <ShownLink
          path="/access/"
          text={t("link.text")}
          copy={t("link.copy")}
          copied={t("link.copied")}
        />
      </Page>
    </AppShell>
  );
}
