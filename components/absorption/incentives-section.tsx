import { getTranslations } from "next-intl/server";
import { stepColumn } from "@/components/project/step-column";
import type { Words } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import { formatWan } from "@/components/ui/format";
import type { IncentivesView } from "@/lib/absorption/incentives/queries";
import { formatWanYuan } from "@/lib/kernel/money";
import styles from "./absorption.module.css";

interface IncentivesSectionProps {
  projectId: string;
  incentives: IncentivesView;
  words: Words;
}

type Claim = IncentivesView["claims"][number];
type Elsewhere = IncentivesView["elsewhere"][number];

/** What each link earns: to be claimed here, claimed already, or administered elsewhere. */
export async function IncentivesSection(props: IncentivesSectionProps) {
  const t = await getTranslations("screens-absorption");
  const { offers, claims, elsewhere } = props.incentives;
  if (offers.length + claims.length + elsewhere.length === 0) return null;
  return (
    <Section title={t("incentive.title")} id="incentives" note={t("incentive.note")} bare>
      <div className={styles.stack}>
        {offers.length > 0 ? <Offers {...props} /> : null}
        {claims.length > 0 ? <Claims {...props} /> : null}
        {elsewhere.length > 0 ? <ElsewhereTable {...props} /> : null}
      </div>
    </Section>
  );
}

/** Text of the reader's language. */
const inWords = (text: { zh: string; en: string }, words: Words): string =>
  (words.locale === "en" && text.en) || text.zh;

const nameOf = (technology: { name: string; nameEn: string | null }, words: Words): string =>
  (words.locale === "en" && technology.nameEn) || technology.name;

function LinkName({ row, words }: { row: Pick<Claim, "link" | "technology">; words: Words }) {
  return (
    <>
      {nameOf(row.technology, words)} · {words.names("ledger_link", row.link)}
    </>
  );
}

/** Cost × rate, and the cap: how the amount comes about. */
async function Computation({
  cost,
  rate,
  cap,
}: {
  cost: string;
  rate: string | null;
  cap?: string | null;
}) {
  const t = await getTranslations("screens-absorption");
  if (rate === null) return "—";
  const percent = Number((Number(rate) * 100).toFixed(2));
  return (
    <>
      {t("incentive.computation", { cost: formatWan(cost), percent })}
      {cap ? (
        <span className={styles.sub}> {t("incentive.cap", { cap: formatWan(cap) })}</span>
      ) : null}
    </>
  );
}

async function Offers({ projectId, incentives, words }: IncentivesSectionProps) {
  const t = await getTranslations("screens-absorption");
  return (
    <DataTable
      caption={t("incentive.offers")}
      captionVisible
      rows={incentives.offers}
      rowKey={(row) => `${row.id}-${row.rule.id}`}
      columns={[
        {
          key: "rule",
          header: t("incentive.rule"),
          head: true,
          cell: (row) => (
            <>
              {inWords(row.rule.title, words)}
              <span className={styles.touches}>{inWords(row.rule.basis, words)}</span>
            </>
          ),
        },
        {
          key: "link",
          header: t("incentive.link"),
          cell: (row) => <LinkName row={row} words={words} />,
        },
        {
          key: "computed",
          header: t("incentive.computed"),
          align: "end",
          cell: (row) => <Computation cost={row.cost} rate={row.rule.rate} cap={row.rule.cap} />,
        },
        {
          key: "amount",
          header: t("incentive.amount"),
          align: "end",
          cell: (row) => (row.amount === null ? "—" : formatWanYuan(row.amount, { least: 1 })),
        },
        {
          key: "standing",
          header: t("incentive.standing"),
          cell: (row) => (
            <Badge tone={row.obstacle === null ? "attention" : "neutral"}>
              {t(`incentiveObstacle.${row.obstacle ?? "claimable"}`)}
            </Badge>
          ),
        },
        ...stepColumn(t("steps"), projectId, incentives.offers, (row) => ({
          linkId: row.id,
          ruleId: row.rule.id,
          version: row.version,
        })),
      ]}
    />
  );
}

const claimTones: Readonly<Record<string, BadgeTone>> = {
  claimed: "waiting",
  confirmed: "waiting",
  issued: "waiting",
  paid: "done",
  refused: "refused",
  withdrawn: "neutral",
};

async function Claims({ projectId, incentives, words }: IncentivesSectionProps) {
  const t = await getTranslations("screens-absorption");
  return (
    <DataTable
      caption={t("incentive.claims")}
      captionVisible
      rows={incentives.claims}
      rowKey={(row) => row.id}
      anchored
      columns={[
        {
          key: "rule",
          header: t("incentive.rule"),
          head: true,
          cell: (row) => (
            <>
              {inWords(row.title, words)}
              <span className={styles.touches}>
                <LinkName row={row} words={words} />
              </span>
            </>
          ),
        },
        {
          key: "computed",
          header: t("incentive.computed"),
          align: "end",
          cell: (row) => <Computation cost={row.baseCost} rate={row.rate} />,
        },
        {
          key: "amount",
          header: t("incentive.amount"),
          align: "end",
          cell: (row) => formatWanYuan(row.amount, { least: 1 }),
        },
        { key: "standing", header: t("incentive.standing"), cell: (row) => <Standing row={row} /> },
        {
          key: "claimed",
          header: t("incentive.claimed"),
          cell: (row) => <ByOn name={row.claimedByName} at={row.claimedAt} />,
        },
        {
          key: "decided",
          header: t("incentive.decided"),
          cell: (row) => <ByOn name={row.decidedByName} at={row.decidedAt} />,
        },
        {
          key: "payment",
          header: t("incentive.payment"),
          cell: (row) => row.payment?.documentNumber ?? "—",
        },
        ...stepColumn(t("steps"), projectId, incentives.claims, (row) => ({
          claimId: row.id,
          version: row.version,
        })),
      ]}
    />
  );
}

async function Standing({ row }: { row: Claim }) {
  const t = await getTranslations("screens-absorption");
  const { status, decisionReason: reason, linkReopened } = row;
  const why =
    reason && t.has(`incentiveReason.${reason}`) ? t(`incentiveReason.${reason}`) : reason;
  return (
    <>
      <Badge tone={claimTones[status] ?? "neutral"}>{t(`incentiveStatus.${status}`)}</Badge>
      {why ? <span className={styles.touches}>{why}</span> : null}
      {linkReopened ? <span className={styles.touches}>{t("incentive.reopened")}</span> : null}
    </>
  );
}

function ByOn({ name, at }: { name: string | null; at: Date | null }) {
  if (name === null) return "—";
  return (
    <>
      {name} <DateText value={at} />
    </>
  );
}

async function ElsewhereTable({ incentives, words }: IncentivesSectionProps) {
  const t = await getTranslations("screens-absorption");
  return (
    <details>
      <summary className={styles.moreHead}>{t("incentive.elsewhere")}</summary>
      <DataTable
        caption={t("incentive.elsewhere")}
        rows={incentives.elsewhere}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "link",
            header: t("incentive.link"),
            nowrap: true,
            cell: (row: Elsewhere) => words.names("ledger_link", row.link),
          },
          {
            key: "rule",
            header: t("incentive.rule"),
            head: true,
            cell: (row) => inWords(row.title, words),
          },
          {
            key: "who",
            header: t("incentive.who"),
            cell: (row) => t(`administrator.${row.administeredBy}`),
          },
          {
            key: "where",
            header: t("incentive.where"),
            cell: (row) => inWords(row.guidance, words) || "—",
          },
          {
            key: "basis",
            header: t("incentive.basis"),
            cell: (row) => inWords(row.basis, words),
          },
        ]}
      />
    </details>
  );
}
