import { getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import type { Words } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { DateText, Figure, Money } from "@/components/ui/figures";
import { formatMinute } from "@/components/ui/format";
import { Notice } from "@/components/ui/states";
import type { LinkDto } from "@/lib/absorption/queries";
import styles from "./absorption.module.css";
import { MeritTable } from "./merit-table";
import { LateBadge, LinkBadge } from "./standing";

interface LinkDetailProps {
  projectId: string;
  link: LinkDto;
  words: Words;
}

/** One link: criteria with their evidence, figures, the way it went, and what can be done. */
export async function LinkDetail({ projectId, link, words }: LinkDetailProps) {
  const [t, common] = await Promise.all([
    getTranslations("screens-absorption"),
    getTranslations("common"),
  ]);
  return (
    <details className={styles.link} open={isAsking(link)}>
      <summary>
        <span className={styles.linkName}>{words.names("ledger_link", link.link)}</span>
        <LinkBadge link={link} />
        <LateBadge days={link.overdueDays} warning={link.warning} />
        <span className={styles.sub}>
          {t("ledger.planned")} <DateText value={link.plannedFrom} /> –{" "}
          <DateText value={link.plannedTo} /> · {t("ledger.actual")}{" "}
          <DateText value={link.actualFrom} /> – <DateText value={link.actualTo} />
        </span>
      </summary>
      <div className={styles.linkBody} id={`link-${link.id}`}>
        {link.returnedReason && link.status === "returned" ? (
          <Notice tone="warning" title={t("ledger.returned")}>
            {link.returnedReason}
          </Notice>
        ) : null}
        <StepLinks
          projectId={projectId}
          actions={link.actions}
          params={{ linkId: link.id, version: link.version }}
        />
        <Criteria link={link} words={words} />
        <Figures link={link} words={words} />
        <MeritTable projectId={projectId} link={link} />
        <p className={styles.sub}>
          {t("ledger.cost")} <Money yuan={link.cost} unit={common("unit.wan")} />
          {link.confirmedBy && link.confirmedAt
            ? ` · ${t("ledger.confirmed", { by: link.confirmedBy, at: formatMinute(link.confirmedAt) })}`
            : null}
          {link.formerClosed || link.status === "closed" ? null : ` · ${t("ledger.formerOpen")}`}
        </p>
      </div>
    </details>
  );
}

/** Does the link ask something of this reader? Reopening a closed one does not. */
const isAsking = (link: LinkDto): boolean =>
  link.status !== "closed" && (link.actions.length > 0 || link.status === "returned");

const evidenceTones: Readonly<Record<string, BadgeTone>> = {
  confirmed: "done",
  accepted: "done",
  returned: "attention",
};

async function Criteria({ link, words }: { link: LinkDto; words: Words }) {
  const t = await getTranslations("screens-absorption");
  return (
    <DataTable
      caption={t("criterion.caption")}
      captionVisible
      rows={link.criteria}
      rowKey={(row) => row.code}
      columns={[
        {
          key: "criterion",
          header: t("criterion.name"),
          head: true,
          width: "38%",
          cell: (row) => (words.locale === "en" ? row.en : row.zh),
        },
        {
          key: "standing",
          header: t("criterion.standing"),
          nowrap: true,
          cell: (row) => <CriterionBadge proven={row.proven} met={row.met} />,
        },
        {
          key: "evidence",
          header: t("criterion.evidence"),
          cell: (row) => <EvidenceList evidence={row.evidence} />,
        },
      ]}
    />
  );
}

async function CriterionBadge({ proven, met }: { proven: boolean; met: boolean }) {
  const t = await getTranslations("screens-absorption");
  if (proven && met) return <Badge tone="done">{t("criterion.fulfilled")}</Badge>;
  return <Badge tone="neutral">{proven ? t("criterion.unmet") : t("criterion.unproven")}</Badge>;
}

async function EvidenceList({ evidence }: { evidence: LinkDto["criteria"][number]["evidence"] }) {
  const t = await getTranslations("screens-absorption");
  if (evidence.length === 0) return "—";
  return (
    <ul className={styles.evidence}>
      {evidence.map((piece) => (
        <li key={piece.id}>
          {piece.description} · <DateText value={piece.datedOn} />{" "}
          {piece.fileId ? (
            <a href={`/api/files/${piece.fileId}`}>{piece.fileName ?? t("criterion.file")}</a>
          ) : null}
          {piece.record ? (
            <a href={`#row-${piece.record.id}`}>
              {t("criterion.record", { name: piece.record.name })}
            </a>
          ) : null}{" "}
          <Badge tone={evidenceTones[piece.status] ?? "neutral"}>
            {t(`evidenceStatus.${piece.status}`)}
          </Badge>
          {piece.reason ? <span className={styles.sub}> {piece.reason}</span> : null}
        </li>
      ))}
    </ul>
  );
}

async function Figures({ link, words }: { link: LinkDto; words: Words }) {
  const t = await getTranslations("screens-absorption");
  if (link.figures.length === 0) return null;
  return (
    <DataTable
      caption={t("figure.caption")}
      captionVisible
      rows={link.figures}
      rowKey={(row) => row.code}
      columns={[
        {
          key: "figure",
          header: t("figure.name"),
          head: true,
          width: "38%",
          cell: (row) => (words.locale === "en" ? row.en : row.zh),
        },
        {
          key: "value",
          header: t("figure.value"),
          align: "end",
          nowrap: true,
          cell: (row) => (
            <Figure
              value={row.value}
              unit={row.value === null ? undefined : words.names("measure_unit", row.unit)}
            />
          ),
        },
        {
          key: "parts",
          header: t("figure.parts"),
          align: "end",
          nowrap: true,
          cell: (row) =>
            row.numerator !== null && row.denominator !== null ? (
              <>
                <Figure value={row.numerator} /> / <Figure value={row.denominator} />
              </>
            ) : (
              "—"
            ),
        },
        { key: "basis", header: t("figure.basis"), cell: (row) => row.basis ?? "—" },
        {
          key: "asOf",
          header: t("figure.asOf"),
          nowrap: true,
          cell: (row) => <DateText value={row.asOf} />,
        },
      ]}
    />
  );
}
