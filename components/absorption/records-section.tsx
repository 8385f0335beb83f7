import { getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import type { Words } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateText, Money, Stat, Stats } from "@/components/ui/figures";
import type { RecordsView } from "@/lib/absorption/records/queries";
import styles from "./absorption.module.css";

interface RecordsSectionProps {
  projectId: string;
  records: RecordsView;
  words: Words;
}

/** Own rights, standards and products, people trained and contracts registered, each with the district's word. */
export async function RecordsSection(props: RecordsSectionProps) {
  const t = await getTranslations("screens-absorption");
  const { projectId, records } = props;
  const { rights, people, registrations, actions } = records;
  if (rights.length + people.length + registrations.length + actions.length === 0) return null;
  return (
    <Section
      title={t("record.title")}
      id="records"
      note={t("record.note")}
      actions={<StepLinks projectId={projectId} actions={actions} />}
      bare
    >
      <div className={styles.stack}>
        <Counts records={records} />
        {rights.length > 0 ? <Rights {...props} /> : null}
        {people.length > 0 ? <People {...props} /> : null}
        {registrations.length > 0 ? <Registrations {...props} /> : null}
      </div>
    </Section>
  );
}

async function Counts({ records }: { records: RecordsView }) {
  const t = await getTranslations("screens-absorption");
  const { trained, certified, due, stayed } = records.trainingCount;
  const counted = <Row extends { review: string }>(rows: readonly Row[]) =>
    rows.filter(({ review }) => review !== "returned");
  const rights = counted(records.rights);
  return (
    <Stats>
      <Stat
        label={t("record.rights")}
        value={rights.length}
        note={t("record.granted", {
          count: rights.filter(({ status }) => status === "granted").length,
        })}
      />
      <Stat
        label={t("record.trained")}
        value={trained}
        note={t("record.certifiedOf", { count: certified })}
      />
      <Stat
        label={t("record.stayed")}
        value={due === 0 ? "—" : `${stayed} / ${due}`}
        note={t("record.stayedNote")}
      />
      <Stat label={t("record.registrations")} value={counted(records.registrations).length} />
    </Stats>
  );
}

interface Reviewed {
  id: string;
  version: number;
  review: string;
  reviewReason: string | null;
  reviewedByName: string | null;
  fileId: string | null;
  actions: readonly string[];
}

const reviewTones: Readonly<Record<string, BadgeTone>> = {
  recorded: "waiting",
  confirmed: "done",
  returned: "attention",
};

/** Columns that every record ends with: its paper, the district's word, and what can be done. */
async function reviewColumns<Row extends Reviewed>(
  projectId: string,
  recordType: string,
  rows: readonly Row[],
): Promise<Column<Row>[]> {
  const t = await getTranslations("screens-absorption");
  const columns: Column<Row>[] = [
    {
      key: "file",
      header: t("record.file"),
      cell: (row) =>
        row.fileId ? <a href={`/api/files/${row.fileId}`}>{t("criterion.file")}</a> : "—",
    },
    {
      key: "review",
      header: t("record.review"),
      cell: (row) => (
        <>
          <Badge tone={reviewTones[row.review] ?? "neutral"}>
            {t(`recordReview.${row.review}`)}
          </Badge>
          {row.reviewedByName ? <span className={styles.sub}> {row.reviewedByName}</span> : null}
          {row.reviewReason ? <span className={styles.touches}>{row.reviewReason}</span> : null}
        </>
      ),
    },
  ];
  if (rows.every(({ actions }) => actions.length === 0)) return columns;
  columns.push({
    key: "steps",
    header: t("steps"),
    cell: (row) => (
      <StepLinks
        projectId={projectId}
        actions={row.actions}
        params={{ recordType, recordId: row.id, version: row.version }}
      />
    ),
  });
  return columns;
}

async function Rights({ projectId, records, words }: RecordsSectionProps) {
  const t = await getTranslations("screens-absorption");
  return (
    <DataTable
      caption={t("record.rights")}
      captionVisible
      rows={records.rights}
      rowKey={(row) => row.id}
      anchored
      columns={[
        {
          key: "title",
          header: t("record.name"),
          head: true,
          cell: (row) => (
            <>
              {row.title}
              {row.differenceStatement ? (
                <span className={styles.touches}>
                  {t("record.difference", { text: row.differenceStatement })}
                </span>
              ) : null}
            </>
          ),
        },
        { key: "type", header: t("record.type"), cell: (row) => words.names("ip_type", row.type) },
        {
          key: "status",
          header: t("record.status"),
          nowrap: true,
          cell: (row) => words.names("ip_status", row.status),
        },
        { key: "number", header: t("record.number"), cell: (row) => row.number ?? "—" },
        {
          key: "date",
          header: t("record.datedOn"),
          nowrap: true,
          cell: (row) => <DateText value={row.datedOn} />,
        },
        ...(await reviewColumns(projectId, "right", records.rights)),
      ]}
    />
  );
}

async function People({ projectId, records }: RecordsSectionProps) {
  const t = await getTranslations("screens-absorption");
  return (
    <DataTable
      caption={t("record.people")}
      captionVisible
      rows={records.people}
      rowKey={(row) => row.id}
      anchored
      columns={[
        {
          key: "name",
          header: t("record.person"),
          head: true,
          cell: (row) => (
            <>
              {row.name}
              <span className={styles.touches}>{row.topic}</span>
            </>
          ),
        },
        { key: "place", header: t("record.place"), cell: (row) => t(`trainingPlace.${row.place}`) },
        {
          key: "ended",
          header: t("record.endedOn"),
          nowrap: true,
          cell: (row) => <DateText value={row.endedOn} />,
        },
        {
          key: "certified",
          header: t("record.certified"),
          cell: (row) => t(row.certified ? "record.yes" : "record.no"),
        },
        {
          key: "stayed",
          header: t("record.stayed"),
          cell: (row) => <Retention row={row} projectId={projectId} />,
        },
        ...(await reviewColumns(projectId, "training", records.people)),
      ]}
    />
  );
}

async function Retention({
  row,
  projectId,
}: {
  row: RecordsView["people"][number];
  projectId: string;
}) {
  const t = await getTranslations("screens-absorption");
  if (row.stayed !== null) {
    return (
      <>
        {t(row.stayed ? "record.yes" : "record.no")} <DateText value={row.stayedAsOf} />
      </>
    );
  }
  return (
    <>
      {t("record.from", { day: row.retentionOn })}{" "}
      <StepLinks
        projectId={projectId}
        actions={row.retentionActions}
        params={{ personId: row.id, version: row.version }}
      />
    </>
  );
}

async function Registrations({ projectId, records }: RecordsSectionProps) {
  const t = await getTranslations("screens-absorption");
  return (
    <DataTable
      caption={t("record.registrations")}
      captionVisible
      rows={records.registrations}
      rowKey={(row) => row.id}
      anchored
      columns={[
        { key: "title", header: t("record.name"), head: true, cell: (row) => row.title },
        {
          key: "kind",
          header: t("record.type"),
          cell: (row) => t(`registrationKind.${row.kind}`),
        },
        { key: "number", header: t("record.number"), cell: (row) => row.number },
        {
          key: "amount",
          header: t("record.amount"),
          align: "end",
          cell: (row) => <Money yuan={row.amount} />,
        },
        {
          key: "date",
          header: t("record.datedOn"),
          nowrap: true,
          cell: (row) => <DateText value={row.registeredOn} />,
        },
        ...(await reviewColumns(projectId, "registration", records.registrations)),
      ]}
    />
  );
}
