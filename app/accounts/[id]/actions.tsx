import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { CommandForm } from "@/components/form/command-form";
import { Section } from "@/components/ui/content";
import type { Actor } from "@/lib/access/actor";
import {
  type AccountLine,
  accountDuties,
  districtsToday,
  unitChoices,
} from "@/lib/accounts/queries";
import { changeUserStatusInput, grantRoleInput, userInput } from "@/lib/accounts/schema";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import type { Names } from "@/lib/reference/names";

interface Props {
  account: AccountLine & { locked: boolean };
  actor: Actor;
  names: Names;
}

interface Offer {
  verb: string;
  schema: z.ZodType;
  hidden: Record<string, string | number>;
}

/** What the reader can do about an account; nobody anything about his own. */
function offersFor({ account, actor }: Omit<Props, "names">): Offer[] {
  if (account.id === actor.userId) return [];
  const may = accountDuties(actor);
  const hidden = { userId: account.id };
  const mayLink = may.appoint || may.unitAdmin || (may.createUsers && !account.hasPassword);
  const verb = account.status === "active" ? "disable-user" : "enable-user";
  const status = { ...hidden, version: account.version };
  return [
    ...(may.appoint ? [{ verb: "grant-role", schema: grantRoleInput, hidden }] : []),
    ...(may.appoint && account.locked ? [{ verb: "unlock-user", schema: userInput, hidden }] : []),
    ...(mayLink ? [{ verb: "issue-access-link", schema: userInput, hidden }] : []),
    ...(may.createUsers ? [{ verb, schema: changeUserStatusInput, hidden: status }] : []),
  ];
}

export async function Actions({ account, actor, names }: Props) {
  const t = await getTranslations("accounts.commands");
  const now = clockNow();
  const lists = await query(actor, async (tx) => ({
    districts: (await districtsToday(tx, now)).map(({ id: value }) => ({
      value,
      label: names("district", value),
    })),
    units: (await unitChoices(tx, actor)).map((unit) => ({ value: unit.id, label: unit.name })),
  }));
  const link = "/accounts/link#{accessToken}";
  return offersFor({ account, actor }).map(({ verb, schema, hidden }, index) => (
    <Section title={t(`${verb}.title`)} key={verb}>
      <CommandForm
        command={`accounts.${verb}`}
        schema={schema}
        ns={`accounts.commands.${verb}`}
        hidden={hidden}
        lists={lists}
        next={verb === "issue-access-link" ? link : `/accounts/${account.id}`}
        tone={verb === "disable-user" ? "refuse" : index === 0 ? "primary" : "secondary"}
      />
    </Section>
  ));
}
