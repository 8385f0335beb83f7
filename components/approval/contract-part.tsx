import { getTranslations } from "next-intl/server";
import type { ProjectViewProps } from "@/components/project/project-tabs";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { ContractDto } from "@/lib/approval/contract-queries";
import { ContractText } from "./contract-document";
import { Signatures } from "./signatures";

interface ContractPartProps extends ProjectViewProps {
  contracts: readonly ContractDto[];
}

/** The contract: who signed and who is missing, its text, its former versions. */
export async function ContractPart({ contracts, project, words }: ContractPartProps) {
  const t = await getTranslations("screens-approval");
  const [latest, ...former] = contracts;
  if (!latest) return null;
  return (
    <>
      <Signatures contract={latest} words={words} />
      <Section title={t("contract.title")} bare>
        <ContractText contract={latest} words={words} indicatorSetId={project.indicatorSetId} />
      </Section>
      {former.length > 0 ? (
        <Section title={t("contract.former")} bare>
          <DataTable
            caption={t("contract.former")}
            rows={former}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "version",
                header: t("contract.version"),
                head: true,
                cell: ({ contractVersion }) => contractVersion,
              },
              {
                key: "at",
                header: t("contract.createdAt"),
                cell: ({ createdAt }) => <DateText value={createdAt} minute />,
              },
              {
                key: "effective",
                header: t("contract.effectiveAt"),
                cell: ({ effectiveAt }) => <DateText value={effectiveAt} />,
              },
              {
                key: "signatures",
                header: t("signatures.title"),
                align: "end",
                cell: ({ signatures }) => signatures.length,
              },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
