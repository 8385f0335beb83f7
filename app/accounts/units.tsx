import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { Pager } from "@/components/ui/list-tools";
import { type Actor, unitIdsOf } from "@/lib/access/actor";
import { accountDuties, listUnits, type UnitLine } from "@/lib/accounts/queries";
import { query } from "@/lib/kernel/query";
import type { Names } from "@/lib/reference/names";

interface Props {
  actor: Actor;
  names: Names;
  /** From 1. */
  page: number;
}

/** A page of units, with what the reader can do about each. */
export async function Units({ actor, names, page }: Props) {
  const [t, s, c] = await Promise.all([
    getTranslations("accounts.list"),
    getTranslations("accounts.status"),
    getTranslations("accounts.commands"),
  ]);
  const { units, total, more } = await query(actor, (tx) => listUnits(tx, actor, page));
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
    <Section title={t("units")} id="units" bare>
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
      {page > 1 || more ? (
        <Pager
          first={page > 1 ? pageAddress(1) : undefined}
          previous={page > 1 ? pageAddress(page - 1) : undefined}
          next={more ? pageAddress(page + 1) : undefined}
          summary={t("unitsShown", { total, page })}
        />
      ) : null}
    </Section>
  );
}

const pageAddress = (page: number): string =>
  page === 1 ? "/accounts#units" : `/accounts?units=${page}#units`;
