import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandPage } from "@/components/shell/command-page";
import { requireActor } from "@/lib/accounts/session";
import { commandNamed } from "@/lib/commands/registry";

/** Opens a budget item. */
export default async function NewItemPage() {
  const actor = await requireActor();
  const command = commandNamed("rollup.create-item");
  if (command === null) notFound();
  const t = await getTranslations("rollup");
  return (
    <CommandPage
      actor={actor}
      command={command}
      crumbs={[{ href: "/budget", label: t("screen.title") }]}
      back="/budget"
      next="/budget/{budgetItemId}/members"
      notForYou={t("screen.notForYou")}
    />
  );
}
