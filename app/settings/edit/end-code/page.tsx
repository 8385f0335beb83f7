import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CommandForm } from "@/components/form/command-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { requireActor } from "@/lib/accounts/session";
import { query } from "@/lib/kernel/query";
import { listCodes } from "@/lib/reference/queries";
import { endCodeInput } from "@/lib/reference/schema";

const asked = z.object({
  list: z.string().regex(/^\w{1,40}$/),
  code: z.string().max(20),
  from: z.iso.date(),
});

/** Ends an entry of a code list on a day. */
export default async function EndCodePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const parsed = asked.safeParse(await searchParams);
  if (!parsed.success) notFound();
  const { list, code, from } = parsed.data;
  const entries = await query(actor, (tx) => listCodes(tx, list));
  const entry = entries.find(
    (row) => row.code === code && row.validFrom.toISOString().startsWith(from),
  );
  if (!entry) notFound();
  const own = await getTranslations("reference");
  const back = `/settings?tab=codes&list=${list}`;
  return (
    <SettingsPage
      actor={actor}
      title={`${own("commands.end-code.title")} ${entry.code} ${entry.zh}`}
      what={own("commands.end-code.intro")}
      back={back}
    >
      <CommandForm
        command="reference.end-code"
        schema={endCodeInput}
        ns="reference.commands.end-code"
        hidden={{ list, code, validFrom: from }}
        next={back}
        cancelHref={back}
        tone="refuse"
      />
    </SettingsPage>
  );
}
