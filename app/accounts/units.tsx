import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { type Actor, unitIdsOf } from "@/lib/access/actor";
import { accountDuties, listUnits, type UnitLine } from "@/lib/accounts/queries";
import { query } from "@/lib/kernel/query";
import type { Names } from "@/lib/reference/names";

/** Units, with what the reader can do about each. */
export async function Units({ actor, names }: { actor: Actor; names: Names }) {
  const [t, s, c] = await Promise.all([
    getTranslations("accounts.list"),
    getTranslations("accounts.status"),
    getTranslations("accounts.commands"),
  ]);
  const units = await query(actor, (tx) => listUnits(tx, actor));
  const may = accountDuties(actor);
  const own = unitIdsOf(actor, "unit_admin");
  const action = (unit: UnitLine) => {
    if (may.confirmUnits && unit.status === "registered") {
      return (
        <ConfirmAction
          command="accounts.confirm-unit"
          body={{ unitId: unit.id, version: unit.version }}
          label={c("confirm-unit.submit")}
          title={c("confirm-unit.title")}
        />
      );
    }
    if (!own.includes(unit.id) && !may.createUsers) return null;
    return (
      <LinkButton size="small" href={`/accounts/new?unit=${unit.id}`}>
        {t("addMember")}
      </LinkButton>
    );
  };
  return (
    <Section title={t("units")} bare>
      <DataTable
        caption={t("units")}
        rows={units}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", header: t("unit"), head: true, cell: ({ name }) => name },
          { key: "uscc", header: t("uscc"), cell: ({ uscc }) => uscc },
          {
            key: "district",
            header: t("district"),
            cell: ({ districtId }) => names("district", districtId),
          },
          { key: "status", header: t("status"), cell: ({ status }) => s(status) },
          { key: "action", header: t("open"), cell: action },
        ]}
      />
    </Section>
  );
}
