import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CommandForm } from "@/components/form/command-form";
import { listName } from "@/components/settings/list-name";
import { SettingsPage } from "@/components/settings/settings-page";
import { requireActor } from "@/lib/accounts/session";
import { query } from "@/lib/kernel/query";
import { codeLists } from "@/lib/reference/queries";
import { addCodeInput } from "@/lib/reference/schema";

const asked = z.object({ list: z.string().max(40).optional().catch(undefined) });

/** A further entry of a code list. */
export default async function CodePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const { list } = asked.parse(await searchParams);
  const [t, own] = await Promise.all([getTranslations("overview"), getTranslations("reference")]);
  const lists = await query(actor, (tx) => codeLists(tx));
  const known = lists.find((row) => row.list === list)?.list;
  const back = known ? `/settings?tab=codes&list=${known}` : "/settings?tab=codes";
  return (
    <SettingsPage actor={actor} title={own("commands.add-code.title")} back={back}>
      <CommandForm
        command="reference.add-code"
        schema={addCodeInput}
        ns="reference.commands.add-code"
        values={known ? { list: known } : {}}
        lists={{
          codeLists: lists.map((row) => ({ value: row.list, label: listName(row.list, t) })),
        }}
        next={back}
        cancelHref={back}
      />
    </SettingsPage>
  );
}
