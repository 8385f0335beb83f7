import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { commandWords } from "@/components/project/action-words";
import { loadWords } from "@/components/project/words";
import { RegistrationFrame } from "@/components/registration/registration-frame";
import { requireActor } from "@/lib/accounts/session";
import { registerProjectsInput } from "@/lib/application/schema";
import { choicesFor } from "@/lib/commands/choices";
import { listNames } from "@/lib/commands/form-fields";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-application.registrations"))("new") };
}

/** Registers one project by hand; more lines may be added. */
export default async function NewRegistrationPage() {
  const actor = await requireActor();
  const words = await loadWords(actor);
  const lists = await query(actor, (tx) =>
    choicesFor(
      { tx, actor, projectId: null, search: {}, locale: words.locale, now: clockNow() },
      listNames(registerProjectsInput),
    ),
  );
  const name = "application.register-projects";
  const text = await commandWords({ name, transition: null });
  return (
    <RegistrationFrame actor={actor} title={text.title} what={text.intro}>
      <CommandForm
        command={name}
        schema={registerProjectsInput}
        ns={text.key}
        hidden={{ dryRun: false }}
        lists={lists}
        next="/registrations/{registrationId}"
        cancelHref="/registrations"
      />
    </RegistrationFrame>
  );
}
