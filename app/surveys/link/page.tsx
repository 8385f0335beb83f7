import { getTranslations } from "next-intl/server";
import { ShownLink } from "@/app/accounts/link/shown-link";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/accounts/session";
import { isId } from "@/lib/kernel/ids";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Shows a survey's new single-use link once; it travels behind `#`, which no server or log sees. */
export default async function SurveyLinkPage({ searchParams }: PageProps) {
  const actor = await requireActor();
  const [t, { project }] = await Promise.all([getTranslations("surveys"), searchParams]);
  return (
    <AppShell actor={actor}>
      <Page
        title={t("link.title")}
        what={t("link.what")}
        actions={
          typeof project === "string" && isId(project) ? (
            <LinkButton href={`/projects/${project}?tab=evaluation`}>{t("link.back")}</LinkButton>
          ) : undefined
        }
      >
        <ShownLink
          path="/survey/"
          text={t("link.text")}
          copy={t("link.copy")}
          copied={t("link.copied")}
        />
      </Page>
    </AppShell>
  );
}
