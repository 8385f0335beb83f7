import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { ContractDto } from "@/lib/approval/contract-queries";

/** Who has signed a contract and who is still missing, in their order. */
export async function Signatures({ contract, words }: { contract: ContractDto; words: Words }) {
  const t = await getTranslations("screens-approval");
  const rows = [
    ...contract.signatures.map((signature) => ({ ...signature, signed: true as const })),
    ...contract.missing.map((party) => ({ party, signed: false as const })),
  ];
  return (
    <Section
      title={t("signatures.title")}
      note={t("signatures.note", { version: contract.contractVersion })}
      bare
    >
      <DataTable
        caption={t("signatures.title")}
        rows={rows}
        rowKey={({ party }) => party}
        columns={[
          {
            key: "party",
            header: t("signatures.party"),
            head: true,
            cell: ({ party }) => t(`party.${party}`),
          },
          {
            key: "state",
            header: t("signatures.state"),
            cell: (row) =>
              row.signed ? (
                <Badge tone="done">{t("signatures.signed")}</Badge>
              ) : (
                <Badge tone={row.party === contract.turn ? "waiting" : "neutral"}>
                  {row.party === contract.turn ? t("signatures.turn") : t("signatures.missing")}
                </Badge>
              ),
          },
          {
            key: "by",
            header: t("signatures.by"),
            cell: (row) => (row.signed ? `${row.byName} · ${words.role(row.byRole)}` : "—"),
          },
          {
            key: "at",
            header: t("signatures.at"),
            nowrap: true,
            cell: (row) => (row.signed ? <DateText value={row.at} minute /> : "—"),
          },
        ]}
      />
    </Section>
  );
}
