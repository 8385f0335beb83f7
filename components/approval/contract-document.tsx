import { getTranslations } from "next-intl/server";
import paper from "@/components/application/application.module.css";
import type { ActionProps } from "@/components/project/action-page";
import { indicatorName, indicatorValue } from "@/components/project/indicator-words";
import type { Words } from "@/components/project/words";
import { Facts } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, Money } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import { type ContractDto, contractsOf } from "@/lib/approval/contract-queries";
import { capitals } from "@/lib/kernel/money-capitals";
import { query } from "@/lib/kernel/query";
import { Signatures } from "./signatures";

/** The contract that is to be signed, as it will be signed. */
export async function ContractDocument({ actor, data, words }: ActionProps) {
  const t = await getTranslations("screens-approval");
  const [contract] = await query(actor, (tx) => contractsOf(tx, actor, data.project.id));
  if (!contract) return <EmptyState title={t("contract.none")} />;
  return (
    <>
      <Signatures contract={contract} words={words} />
      <ContractText
        contract={contract}
        words={words}
        indicatorSetId={data.project.indicatorSetId}
      />
    </>
  );
}

/** A contract's text: numbered parts, the amount also in capitals. */
export async function ContractText({
  contract,
  words,
  indicatorSetId,
}: {
  contract: ContractDto;
  words: Words;
  indicatorSetId: string | null;
}) {
  const t = await getTranslations("screens-approval");
  const { content } = contract;
  if (content === null) return null;
  return (
    <article className={paper.document}>
      <h2>{t("contract.part.basics")}</h2>
      <Facts
        items={[
          { label: t("contract.project"), value: content.title, wide: true },
          {
            label: t("contract.grant"),
            value: (
              <>
                <Money yuan={content.grant} unit={t("wan")} />
                {words.locale === "zh-CN" ? ` （${capitals(content.grant)}）` : null}
              </>
            ),
            wide: true,
          },
          { label: t("contract.startsOn"), value: <DateText value={content.startsOn} /> },
          { label: t("contract.endsOn"), value: <DateText value={content.endsOn} /> },
        ]}
      />
      {content.supplement ? <Supplement supplement={content.supplement} /> : null}
      <h2>{t("contract.part.research")}</h2>
      <p className={paper.prose}>{content.researchContent}</p>
      <h2>{t("contract.part.undertaking")}</h2>
      <Undertaking content={content} words={words} indicatorSetId={indicatorSetId} />
      <h2>{t("contract.part.terms")}</h2>
      <p className={paper.prose}>{content.terms || t("contract.noTerms")}</p>
      <p className={paper.hash}>
        {t("contract.hash", {
          version: contract.contractVersion,
          hash: contract.contentHash ?? "—",
        })}
      </p>
    </article>
  );
}

type Content = NonNullable<ContractDto["content"]>;

/** What a supplementary agreement changes. */
async function Supplement({ supplement }: { supplement: NonNullable<Content["supplement"]> }) {
  const t = await getTranslations("screens-approval");
  const { partner, formerPartner, reason } = supplement;
  const names = [partner.name, partner.nameEn].filter(Boolean).join(" · ");
  return (
    <>
      <h2>{t("contract.part.supplement")}</h2>
      <Facts
        items={[
          { label: t("contract.newPartner"), value: names, wide: true },
          { label: t("contract.formerPartner"), value: formerPartner || "—", wide: true },
          { label: t("contract.supplementReason"), value: reason, wide: true },
        ]}
      />
    </>
  );
}

async function Undertaking({
  content,
  words,
  indicatorSetId,
}: {
  content: Content;
  words: Words;
  indicatorSetId: string | null;
}) {
  const t = await getTranslations("screens-approval");
  const { technologies, targets, tranches } = content.undertaking;
  return (
    <>
      <DataTable
        caption={t("contract.technologies")}
        captionVisible
        phone="scroll"
        rows={technologies}
        rowKey={({ name }) => name}
        empty={<p>{t("contract.noTechnologies")}</p>}
        columns={[
          { key: "name", header: t("contract.technology"), head: true, cell: (row) => row.name },
          {
            key: "import",
            header: t("contract.importBy"),
            nowrap: true,
            cell: (row) => row.importBy,
          },
          {
            key: "digest",
            header: t("contract.digestBy"),
            nowrap: true,
            cell: (row) => row.digestBy,
          },
          {
            key: "absorb",
            header: t("contract.absorbBy"),
            nowrap: true,
            cell: (row) => row.absorbBy,
          },
          {
            key: "more",
            header: t("contract.reinnovateBy"),
            nowrap: true,
            cell: (row) => row.reinnovateBy,
          },
        ]}
      />
      <DataTable
        caption={t("contract.targets")}
        captionVisible
        rows={targets}
        rowKey={({ indicatorCode }) => indicatorCode}
        empty={<p>{t("contract.noTargets")}</p>}
        columns={[
          {
            key: "code",
            header: t("contract.indicator"),
            head: true,
            cell: (row) => indicatorName(words, indicatorSetId, row.indicatorCode),
          },
          {
            key: "value",
            header: t("contract.value"),
            align: "end",
            cell: (row) => indicatorValue(words, indicatorSetId, row.indicatorCode, row.value),
          },
          {
            key: "core",
            header: t("contract.core"),
            cell: (row) => (row.core ? t("yes") : t("no")),
          },
        ]}
      />
      <DataTable
        caption={t("contract.tranches")}
        captionVisible
        rows={tranches.map((row, index) => ({ ...row, key: String(index) }))}
        rowKey={({ key }) => key}
        empty={<p>{t("contract.noTranches")}</p>}
        columns={[
          {
            key: "condition",
            header: t("contract.condition"),
            head: true,
            cell: (row) => row.condition,
          },
          {
            key: "amount",
            header: t("contract.amount"),
            align: "end",
            cell: (row) => <Money yuan={row.amount} />,
          },
          {
            key: "on",
            header: t("contract.plannedOn"),
            cell: (row) => <DateText value={row.plannedOn} />,
          },
        ]}
      />
    </>
  );
}
