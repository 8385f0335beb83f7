import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Header } from "@/components/shell/header";
import { Page } from "@/components/shell/page";
import { publicActor } from "@/lib/access/actor";
import { openLink } from "@/lib/accounts/access-links";
import { isToken } from "@/lib/accounts/tokens";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { PasswordForm } from "./password-form";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("accounts.access"))("title"),
    referrer: "no-referrer",
  };
}

/** Where a single-use link leads: set the password of its account. */
export default async function AccessPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("accounts.access");
  const link = isToken(token)
    ? await query(publicActor, (tx) => openLink(tx, token, clockNow()))
    : null;
  const texts = {
    password: t("password"),
    help: t("passwordHelp"),
    again: t("again"),
    differ: t("differ"),
    submit: t("submit"),
    done: t("done"),
    toSignIn: t("toSignIn"),
  };
  return (
    <>
      <Header nav={[]} path={`/access/${encodeURIComponent(token)}`} />
      {link ? (
        <Page title={t("title")} what={t("intro", { username: link.username })}>
          <PasswordForm token={token} username={link.username} texts={texts} />
        </Page>
      ) : (
        <Page title={t("gone.title")} what={t("gone.text")}>
          <p>
            <a href="/sign-in">{t("toSignIn")}</a>
          </p>
        </Page>
      )}
    </>
  );
}
