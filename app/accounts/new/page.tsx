import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { CommandForm } from "@/components/form/command-form";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { accountDuties, unitNamed } from "@/lib/accounts/queries";
import { addMemberInput, createUserInput } from "@/lib/accounts/schema";
import { requireActor } from "@/lib/accounts/session";
import { query } from "@/lib/kernel/query";
import { industryChoices } from "../choices";

const asked = z.object({ unit: z.uuid().optional().catch(undefined) });

/** A new account: a member of a unit when one is named, otherwise an official or expert. */
export default async function NewAccountPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const may = accountDuties(actor);
  const { unit: unitId } = asked.parse(await searchParams);
  const unit = unitId ? await query(actor, (tx) => unitNamed(tx, actor, unitId)) : null;
  if (!may.createUsers && !(may.unitAdmin && unit)) notFound();
  const t = await getTranslations("accounts");
  const verb = unit ? "add-member" : "create-user";
  const crumbs = [{ href: "/accounts", label: t("list.title") }];
  return (
    <AppShell actor={actor}>
      <Page
        title={t(`commands.${verb}.title`)}
        crumbs={crumbs}
        what={unit?.name ?? t(`commands.${verb}.intro`)}
      >
        <CommandForm
          command={`accounts.${verb}`}
          schema={unit ? addMemberInput : createUserInput}
          ns={`accounts.commands.${verb}`}
          hidden={unit ? { unitId: unit.id } : {}}
          lists={{ industries: industryChoices(await getLocale()) }}
          next="/accounts/link#{accessToken}"
          cancelHref="/accounts"
        />
      </Page>
    </AppShell>
  );
}
