import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, Figure, Money } from "@/components/ui/figures";
import type { IncentivesView } from "@/lib/absorption/incentives/queries";
import type { LedgerView, LinkDto, TechnologyDto } from "@/lib/absorption/queries";
import type { ReadingsView } from "@/lib/absorption/reading-queries";
import type { RecordsView } from "@/lib/absorption/records/queries";
import styles from "./absorption.module.css";
import { BasisMastery } from "./basis-mastery";
import { BasisRecords } from "./basis-records";
import { LinkBadge } from "./standing";

export interface BasisProps {
  projectId: string;
  ledger: LedgerView;
  readings: ReadingsView;
  records: RecordsView;
  incentives: IncentivesView;
  words: Words;
}

/** Every number of the absorption with its formula, its parts, and the papers and words that it stands on. */
export function BasisView(props: BasisProps) {
  return (
    <>
      <BasisMastery {...props} />
      <CostBasis {...props} />
      <FigureBasis {...props} />
      <BasisRecords {...props} />
      <EvidenceBasis {...props} />
    </>
  );
}

const nameOf = (technology: TechnologyDto, words: Words): string =>
  (words.locale === "en" && technology.nameEn) || technology.name;

/** Each link with the technology that it belongs to. */
const linksOf = (ledger: LedgerView): { technology: TechnologyDto; link: LinkDto; id: string }[] =>
  ledger.technologies.flatMap((technology) =>
    technology.links.map((link) => ({ technology, link, id: link.id })),
  );

const counted = new Set(["import", "digest", "absorb"]);

async function CostBasis({ projectId, ledger, words }: BasisProps) {
  const t = await getTranslations("screens-absorption");
  const costs = ledger.measures?.costs;
  const ratio = ledger.measures?.absorptionRatio ?? null;
  if (!costs) return null;
  const rows = linksOf(ledger).filter(
    ({ link }) => counted.has(link.link) && Number(link.cost) > 0,
  );
  return (
    <Section
      title={`${t("measures.absorptionRatio")} = ${ratio === null ? "—" : ratio.toFixed(2)}`}
      note={
        <>
          （<Money yuan={costs.digested} /> + <Money yuan={costs.absorbed} />） ÷{" "}
          <Money yuan={costs.imported} />
        </>
      }
      bare
    >
      <DataTable
        caption={t("measures.absorptionRatio")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p>{t("basis.noCost")}</p>}
        columns={[
          {
            key: "link",
            header: t("incentive.link"),
            head: true,
            cell: ({ link, technology }) => (
              <a href={`/projects/${projectId}?tab=absorption#link-${link.id}`}>
                {nameOf(technology, words)} · {words.names("ledger_link", link.link)}
              </a>
            ),
          },
          {
            key: "cost",
            header: t("linkMoney.cost"),
            align: "end",
            cell: ({ link }) => <Money yuan={link.cost} />,
          },
          {
            key: "confirmed",
            header: t("linkMoney.confirmed"),
            align: "end",
            cell: ({ link }) => <Money yuan={link.confirmedCost} />,
          },
          {
            key: "standing",
            header: t("report.standing"),
            cell: ({ link }) => <LinkBadge link={link} />,
          },
          {
            key: "by",
            header: t("basis.confirmedBy"),
            cell: ({ link }) =>
              link.confirmedBy ? (
                <>
                  {link.confirmedBy} <DateText value={link.confirmedAt} />
                </>
              ) : (
                "—"
              ),
          },
        ]}
      />
    </Section>
  );
}

async function FigureBasis({ projectId, ledger, words }: BasisProps) {
  const t = await getTranslations("screens-absorption");
  const rows = linksOf(ledger).flatMap(({ technology, link }) =>
    link.figures
      .filter(({ value }) => value !== null)
      .map((figure) => ({ technology, link, figure, id: `${link.id}-${figure.code}` })),
  );
  return (
    <Section title={t("basis.figures")} note={t("basis.figuresNote")} bare>
      <DataTable
        caption={t("basis.figures")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p>{t("basis.noFigures")}</p>}
        columns={[
          {
            key: "figure",
            header: t("figure.name"),
            head: true,
            cell: ({ figure, technology, link }) => (
              <>
                <a href={`/projects/${projectId}?tab=absorption#link-${link.id}`}>
                  {words.locale === "en" ? figure.en : figure.zh}
                </a>
                <span className={styles.touches}>
                  {nameOf(technology, words)} · {words.names("ledger_link", link.link)}
                </span>
              </>
            ),
          },
          {
            key: "value",
            header: t("figure.value"),
            align: "end",
            nowrap: true,
            cell: ({ figure }) => (
              <Figure value={figure.value} unit={words.names("measure_unit", figure.unit)} />
            ),
          },
          {
            key: "parts",
            header: t("figure.parts"),
            align: "end",
            nowrap: true,
            cell: ({ figure }) =>
              figure.numerator !== null && figure.denominator !== null ? (
                <>
                  <Figure value={figure.numerator} /> / <Figure value={figure.denominator} />
                </>
              ) : (
                "—"
              ),
          },
          { key: "basis", header: t("figure.basis"), cell: ({ figure }) => figure.basis ?? "—" },
          {
            key: "asOf",
            header: t("figure.asOf"),
            nowrap: true,
            cell: ({ figure }) => <DateText value={figure.asOf} />,
          },
          {
            key: "standing",
            header: t("report.standing"),
            cell: ({ link }) => <LinkBadge link={link} />,
          },
        ]}
      />
    </Section>
  );
}

async function EvidenceBasis({ ledger, words }: BasisProps) {
  const t = await getTranslations("screens-absorption");
  const rows = linksOf(ledger).flatMap(({ technology, link }) =>
    link.criteria.flatMap((criterion) =>
      criterion.evidence.map((piece) => ({ technology, link, criterion, piece, id: piece.id })),
    ),
  );
  return (
    <Section title={t("basis.evidence")} note={t("basis.evidenceNote")} bare>
      <DataTable
        caption={t("basis.evidence")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p>{t("basis.noEvidence")}</p>}
        columns={[
          {
            key: "criterion",
            header: t("criterion.name"),
            head: true,
            cell: ({ criterion, technology, link }) => (
              <>
                {words.locale === "en" ? criterion.en : criterion.zh}
                <span className={styles.touches}>
                  {nameOf(technology, words)} · {words.names("ledger_link", link.link)}
                </span>
              </>
            ),
          },
          {
            key: "piece",
            header: t("criterion.evidence"),
            cell: ({ piece }) => (
              <>
                {piece.fileId ? (
                  <a href={`/api/files/${piece.fileId}`}>{piece.fileName ?? piece.description}</a>
                ) : (
                  piece.description
                )}
                {piece.record ? (
                  <span className={styles.touches}>
                    {t("criterion.record", { name: piece.record.name })}
                  </span>
                ) : null}
                {piece.sha256 ? (
                  <span className={styles.touches}>
                    SHA-256 <code>{piece.sha256.slice(0, 16)}</code>
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: "date",
            header: t("record.datedOn"),
            nowrap: true,
            cell: ({ piece }) => <DateText value={piece.datedOn} />,
          },
          {
            key: "review",
            header: t("record.review"),
            cell: ({ piece }) => (
              <>
                {t(`evidenceStatus.${piece.status}`)}
                {piece.reviewedBy ? (
                  <span className={styles.touches}>
                    {piece.reviewedBy} <DateText value={piece.reviewedAt} />
                  </span>
                ) : null}
                {piece.reason ? <span className={styles.touches}>{piece.reason}</span> : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
