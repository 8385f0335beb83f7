import { getTranslations } from "next-intl/server";
import { stepColumn } from "@/components/project/step-column";
import { StepLinks } from "@/components/project/step-links";
import type { Words } from "@/components/project/words";
import { Badge, type BadgeTone, Tag } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, Money, Progress, Stat, Stats } from "@/components/ui/figures";
import type { MoneyView } from "@/lib/absorption/money-queries";
import { sumYuan } from "@/lib/kernel/money";
import styles from "./absorption.module.css";
import { LinkMoney } from "./link-money";

interface MoneySectionProps {
  projectId: string;
  money: MoneyView;
}

/** Budget and spending, tranches, payments on their way, and what must come back. */
export async function MoneySection({
  projectId,
  money,
  words,
}: MoneySectionProps & { words: Words }) {
  const t = await getTranslations("screens-absorption");
  const spent = t("money.spentOf");
  return (
    <Section
      title={t("money.title")}
      note={t("money.note")}
      actions={<StepLinks projectId={projectId} actions={money.actions} />}
      bare
    >
      <div className={styles.stack}>
        <Stats>
          <Stat
            label={t("money.budget")}
            value={<Money yuan={money.adjustedBudget} />}
            note={t.rich("money.budgetNote", {
              grant: () => <Money yuan={money.grant} />,
              own: () => <Money yuan={money.own} />,
            })}
          />
          <Stat
            label={t("money.spent")}
            value={<Money yuan={money.spent} />}
            alarm={money.overBudget}
            note={
              money.overBudget ? (
                t("money.overBudget")
              ) : (
                <Progress
                  value={Number(money.spent)}
                  max={Number(money.adjustedBudget)}
                  label={spent}
                />
              )
            }
          />
          <Stat label={t("money.received")} value={<Money yuan={money.sums.received} />} />
          <Stat
            label={t("money.onTheWay")}
            value={<Money yuan={money.sums.onTheWay} />}
            note={t.rich("money.planned", { amount: () => <Money yuan={money.sums.planned} /> })}
          />
          {money.ledger.length > 0 ? (
            <Stat
              label={t("money.ledger")}
              value={<Money yuan={sumYuan(money.ledger.map(({ cost }) => cost))} />}
            />
          ) : null}
        </Stats>
        {money.ledger.length > 0 ? <LinkMoney money={money} words={words} /> : null}
        <Tranches projectId={projectId} money={money} />
        <Payments projectId={projectId} money={money} />
        {money.refunds.length > 0 ? <Refunds projectId={projectId} money={money} /> : null}
      </div>
    </Section>
  );
}

async function Tranches({ projectId, money }: MoneySectionProps) {
  const t = await getTranslations("screens-absorption");
  if (money.tranches.length === 0) return null;
  return (
    <DataTable
      caption={t("tranche.title")}
      captionVisible
      rows={money.tranches}
      rowKey={(row) => row.id}
      anchored
      columns={[
        {
          key: "seq",
          header: t("tranche.name"),
          head: true,
          cell: (row) => t("tranche.number", { seq: row.seq }),
        },
        {
          key: "condition",
          header: t("tranche.condition"),
          cell: (row) => (
            <>
              {conditionOf(row.condition, t)}
              {row.retention ? <Tag>{t("tranche.retention")}</Tag> : null}
            </>
          ),
        },
        {
          key: "amount",
          header: t("money.amount"),
          align: "end",
          cell: (row) => <Money yuan={row.amount} />,
        },
        {
          key: "planned",
          header: t("tranche.plannedOn"),
          nowrap: true,
          cell: (row) => <DateText value={row.plannedOn} />,
        },
        {
          key: "standing",
          header: t("report.standing"),
          cell: (row) => (
            <>
              <Badge tone={row.status === "planned" ? "neutral" : "done"}>
                {t(`trancheStatus.${row.status}`)}
              </Badge>
              {row.waitsFor ? (
                <span className={styles.sub}> {t(`tranche.waitsFor.${row.waitsFor}`)}</span>
              ) : null}
            </>
          ),
        },
        ...stepColumn(t("steps"), projectId, money.tranches, (row) => ({
          trancheId: row.id,
          version: row.version,
        })),
      ]}
    />
  );
}

type ScreenText = Awaited<ReturnType<typeof getTranslations<"screens-absorption">>>;

/** A known condition in the reader's language; the contract's own words otherwise. */
const conditionOf = (condition: string, t: ScreenText): string =>
  t.has(`trancheCondition.${condition}`) ? t(`trancheCondition.${condition}`) : condition;

/** Why a payment is held: a code of the system, or what the officer wrote. */
const heldReason = (reason: string, t: ScreenText): string =>
  t.has(`heldReason.${reason}`) ? t(`heldReason.${reason}`) : reason;

const paymentTones: Readonly<Record<string, BadgeTone>> = {
  issued: "waiting",
  at_district_finance: "waiting",
  received: "done",
  held: "refused",
};

async function Payments({ projectId, money }: MoneySectionProps) {
  const t = await getTranslations("screens-absorption");
  if (money.payments.length === 0) return null;
  return (
    <DataTable
      caption={t("payment.title")}
      captionVisible
      rows={money.payments}
      rowKey={(row) => row.id}
      anchored
      columns={[
        {
          key: "document",
          header: t("payment.document"),
          head: true,
          cell: (row) => row.documentNumber ?? "—",
        },
        {
          key: "purpose",
          header: t("payment.purpose"),
          cell: (row) => t(`paymentPurpose.${row.purpose}`),
        },
        {
          key: "amount",
          header: t("money.amount"),
          align: "end",
          cell: (row) => <Money yuan={row.amount} />,
        },
        {
          key: "city",
          header: t("payment.city"),
          nowrap: true,
          cell: (row) => <DateText value={row.issuedAt} />,
        },
        {
          key: "district",
          header: t("payment.district"),
          nowrap: true,
          cell: (row) => <DateText value={row.atDistrictFinanceAt} />,
        },
        {
          key: "unit",
          header: t("payment.unit"),
          nowrap: true,
          cell: (row) => <DateText value={row.receivedAt} />,
        },
        {
          key: "standing",
          header: t("report.standing"),
          cell: (row) => (
            <>
              <Badge tone={paymentTones[row.status] ?? "neutral"}>
                {t(`paymentStatus.${row.status}`)}
              </Badge>
              {row.heldReason ? (
                <span className={styles.sub}> {heldReason(row.heldReason, t)}</span>
              ) : null}
            </>
          ),
        },
        ...stepColumn(t("steps"), projectId, money.payments, (row) => ({
          paymentId: row.id,
          version: row.version,
        })),
      ]}
    />
  );
}

async function Refunds({ projectId, money }: MoneySectionProps) {
  const t = await getTranslations("screens-absorption");
  return (
    <DataTable
      caption={t("refund.title")}
      captionVisible
      rows={money.refunds}
      rowKey={(row) => row.id}
      anchored
      columns={[
        {
          key: "cause",
          header: t("refund.cause"),
          head: true,
          cell: (row) => t(`refundBasis.${row.basis}`),
        },
        {
          key: "amount",
          header: t("refund.amount"),
          align: "end",
          cell: (row) => <Money yuan={row.amount} />,
        },
        {
          key: "paid",
          header: t("refund.paid"),
          align: "end",
          cell: (row) => <Money yuan={row.paidAmount} />,
        },
        {
          key: "due",
          header: t("refund.due"),
          nowrap: true,
          cell: (row) => <DateText value={row.dueAt} />,
        },
        {
          key: "standing",
          header: t("report.standing"),
          cell: (row) => (
            <Badge tone={row.overdue ? "refused" : row.settledAt ? "done" : "waiting"}>
              {row.overdue ? t("refund.overdue") : t(`refundStatus.${row.status}`)}
            </Badge>
          ),
        },
        ...stepColumn(t("steps"), projectId, money.refunds, (row) => ({
          refundId: row.id,
          version: row.version,
        })),
      ]}
    />
  );
}
