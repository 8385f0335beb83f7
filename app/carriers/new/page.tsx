import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CarriersRefused } from "@/components/carriers/carrier-frame";
import { loadWords } from "@/components/project/words";
import { CommandPage } from "@/components/shell/command-page";
import { requireActor } from "@/lib/accounts/session";
import { choicesFor } from "@/lib/commands/choices";
import { listNames } from "@/lib/commands/form-fields";
import { commandNamed } from "@/lib/commands/registry";
import { readsCarriers } from "@/lib/evaluation/carriers/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

/** Registers an intermediary or platform. */
export default async function NewCarrierPage() {
  const actor = await requireActor();
  if (!readsCarriers(actor)) return <CarriersRefused actor={actor} />;
  const command = commandNamed("carriers.register-carrier");
  if (command === null) notFound();
  const [t, words] = await Promise.all([getTranslations("carriers"), loadWords(actor)]);
  const lists = await query(actor, (tx) =>
    choicesFor(
      { tx, actor, projectId: null, search: {}, locale: words.locale, now: clockNow() },
      listNames(command.input),
    ),
  );
  return (
    <CommandPage
      actor={actor}
      command={command}
      crumbs={[{ href: "/carriers", label: t("screen.title") }]}
      back="/carriers"
      next="/carriers/{carrierId}"
      lists={lists}
      notForYou={t("screen.notForYou")}
    />
  );
}
