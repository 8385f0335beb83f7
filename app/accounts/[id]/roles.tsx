import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { Section } from "@/components/ui/content";
import { type Actor, unitIdsOf } from "@/lib/access/actor";
import { type AccountLine, accountDuties } from "@/lib/accounts/queries";
import { membershipInput } from "@/lib/accounts/schema";
import type { Names } from "@/lib/reference/names";

interface Props {
  account: AccountLine;
  actor: Actor;
  names: Names;
}

/** The roles held now; each can be taken back by whoever may. */
export async function Roles({ account, actor, names }: Props) {
  const [t, roles] = await Promise.all([getTranslations("accounts"), getTranslations("roles")]);
  const may = accountDuties(actor);
  const units = unitIdsOf(actor, "unit_admin");
  const verbFor = (unitId: string | null): string | null => {
    if (may.appoint && account.id !== actor.userId) return "revoke-role";
    return unitId !== null && units.includes(unitId) ? "end-membership" : null;
  };
  return (
    <Section title={t("list.roles")}>
      {account.roles.length === 0 ? <p>{t("list.noRoles")}</p> : null}
      {account.roles.map(({ membershipId, role, unitId, unitName, districtId }) => {
        const verb = verbFor(unitId);
        return (
          <div key={membershipId}>
            <h3>
              {[roles(role), unitName ?? names("district", districtId)].filter(Boolean).join(" · ")}
            </h3>
            {verb ? (
              <details>
                <summary>{t(`commands.${verb}.title`)}</summary>
                <CommandForm
                  command={`accounts.${verb}`}
                  schema={membershipInput}
                  ns={`accounts.commands.${verb}`}
                  hidden={{ membershipId }}
                  next={`/accounts/${account.id}`}
                  tone="refuse"
                />
              </details>
            ) : null}
          </div>
        );
      })}
    </Section>
  );
}
