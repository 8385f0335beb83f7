import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { z } from "zod";
import { indicatorName, indicatorValue } from "@/components/project/indicator-words";
import type { Words } from "@/components/project/words";
import { type Fact, Facts } from "@/components/ui/content";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateText, Money } from "@/components/ui/figures";
import { proposalDraft } from "@/lib/application/proposal";
import styles from "./application.module.css";
import { proposalParts } from "./proposal-fields";

type Draft = Partial<z.output<typeof proposalDraft>>;
type Text = Awaited<ReturnType<typeof getTranslations<"screens-application">>>;
type RoomText = Awaited<ReturnType<typeof getTranslations<"application">>>;

interface ProposalDocumentProps {
  content: Readonly<Record<string, unknown>>;
  words: Words;
  /** The set that names the targets' indicators. */
  indicatorSetId: string | null;
}

interface Part extends ProposalDocumentProps {
  draft: Draft;
  t: Text;
  room: RoomText;
}

/** Reads stored content part by part, so that an odd part doesn't hide the others. */
function readDraft(content: Readonly<Record<string, unknown>>): Draft {
  const parts = Object.entries(proposalDraft.shape).map(([name, schema]) => {
    const read = z.safeParse(schema, content[name]);
    return [name, read.success ? read.data : undefined];
  });
  return proposalDraft.partial().safeParse(Object.fromEntries(parts)).data ?? {};
}

/** A proposal as a document to read: numbered parts, tables with full rules, amounts in 万元. */
export async function ProposalDocument(props: ProposalDocumentProps) {
  const { content } = props;
  const [t, room] = await Promise.all([
    getTranslations("screens-application"),
    getTranslations("application"),
  ]);
  const part: Part = { ...props, draft: readDraft(content), t, room };
  const bodies: Record<(typeof proposalParts)[number]["code"], ReactNode> = {
    basics: <Basics {...part} />,
    people: <People {...part} />,
    content: <Content {...part} />,
    undertaking: <Undertaking {...part} />,
    money: <Budget {...part} />,
    declarations: <Declarations {...part} />,
  };
  return (
    <article className={styles.document}>
      {proposalParts.flatMap(({ code }, index) => [
        <h2 key={`${code}-title`}>
          {t(`numeral.${index + 1}`)}
          {t(`proposal.part.${code}`)}
        </h2>,
        <div key={code}>{bodies[code]}</div>,
      ])}
    </article>
  );
}

const label = (room: RoomText, path: string) => room(`fields.${path}.label`);

function Basics({ draft, words, room }: Part) {
  const { names } = words;
  const items: Fact[] = [
    { label: label(room, "title"), value: draft.title, wide: true },
    { label: label(room, "titleEn"), value: draft.titleEn, wide: true },
    { label: label(room, "countryCode"), value: names("country", draft.countryCode) },
    { label: label(room, "industryCode"), value: names("industry", draft.industryCode) },
    {
      label: label(room, "secondaryIndustryCode"),
      value: names("industry", draft.secondaryIndustryCode) || "—",
    },
    {
      label: label(room, "cooperationMode"),
      value: names("cooperation_mode", draft.cooperationMode),
    },
    { label: label(room, "startsOn"), value: <DateText value={draft.startsOn} /> },
    { label: label(room, "endsOn"), value: <DateText value={draft.endsOn} /> },
  ];
  return <Facts items={items} />;
}

function People({ draft, words, t, room }: Part) {
  return (
    <>
      <Rows
        t={t}
        room={room}
        path="partners"
        rows={draft.partners ?? []}
        columns={[
          ["name", (row) => row.name],
          ["nameEn", (row) => row.nameEn],
          ["countryCode", (row) => words.names("country", row.countryCode)],
          ["type", (row) => words.names("partner_type", row.type)],
        ]}
      />
      <Facts
        items={[
          {
            label: label(room, "investigator"),
            value: [draft.investigator?.name, draft.investigator?.title]
              .filter(Boolean)
              .join(" · "),
          },
        ]}
      />
      <Rows
        t={t}
        room={room}
        path="members"
        rows={draft.members ?? []}
        columns={[
          ["name", (row) => row.name],
          ["part", (row) => (row.part ? room(`options.members.part.${row.part}`) : "")],
          ["title", (row) => row.title],
          ["tasks", (row) => row.tasks],
        ]}
      />
    </>
  );
}

function Content({ draft, room }: Part) {
  return (
    <>
      {(["summary", "background"] as const).map((name) => (
        <section key={name}>
          <h3>{label(room, name)}</h3>
          <p className={styles.prose}>{draft[name] || "—"}</p>
        </section>
      ))}
    </>
  );
}

function Undertaking({ draft, words, indicatorSetId: set, t, room }: Part) {
  const { technologies, targets, milestones, tranches } = draft.undertaking ?? {};
  return (
    <>
      <Rows
        t={t}
        room={room}
        path="undertaking.technologies"
        rows={technologies ?? []}
        columns={[
          ["name", (row) => row.name],
          ["weight", (row) => row.weight],
          [
            "trlStart",
            (row) =>
              [row.trlStart ?? "—", words.names("trl_scale", row.trlScaleId)]
                .filter(Boolean)
                .join(" · "),
          ],
          ["plan", (row) => <LinkEnds row={row} words={words} />],
        ]}
      />
      <Rows
        t={t}
        room={room}
        path="undertaking.targets"
        rows={targets ?? []}
        columns={[
          ["indicatorCode", (row) => indicatorName(words, set, row.indicatorCode)],
          ["value", (row) => indicatorValue(words, set, row.indicatorCode, row.value)],
          ["core", (row) => (row.core ? t("yes") : t("no"))],
        ]}
      />
      <Rows
        t={t}
        room={room}
        path="undertaking.milestones"
        rows={milestones ?? []}
        columns={[
          ["name", (row) => row.name],
          ["plannedOn", (row) => row.plannedOn],
        ]}
      />
      <Rows
        t={t}
        room={room}
        path="undertaking.tranches"
        rows={tranches ?? []}
        columns={[
          ["condition", (row) => row.condition],
          ["amount", (row) => <Money yuan={row.amount} unit={t("wan")} />],
          ["plannedOn", (row) => row.plannedOn],
        ]}
      />
    </>
  );
}

const linkEnds = [
  ["import", "importBy"],
  ["digest", "digestBy"],
  ["absorb", "absorbBy"],
  ["reinnovate", "reinnovateBy"],
] as const;

/** The planned end of each link, two in a line. */
function LinkEnds({
  row,
  words,
}: {
  row: Partial<Record<(typeof linkEnds)[number][1], string | null | undefined>>;
  words: Words;
}) {
  return (
    <span className={styles.linkEnds}>
      {linkEnds.map(([link, field]) => (
        <span key={link}>
          {words.names("ledger_link", link)} <DateText value={row[field]} />
        </span>
      ))}
    </span>
  );
}

function Budget({ draft, words, t, room }: Part) {
  return (
    <>
      <Facts
        items={(["grantRequested", "ownFunds"] as const).map((name) => ({
          label: label(room, name),
          value: <Money yuan={draft[name]} unit={t("wan")} />,
        }))}
      />
      <Rows
        t={t}
        room={room}
        path="budget"
        rows={draft.budget ?? []}
        columns={[
          ["source", (row) => words.names("fund_source", row.source)],
          ["head", (row) => words.names("expense", row.head)],
          ["amount", (row) => <Money yuan={row.amount} unit={t("wan")} />],
        ]}
      />
    </>
  );
}

function Declarations({ content, draft, t, room }: Part) {
  const answers = Object.entries(draft.selfCheck ?? {});
  const items: Fact[] = answers.map(([name, answer]) => ({
    label: label(room, `selfCheck.${name}`),
    value: answer ? room(`options.selfCheck.${name}.${answer}`) : "—",
    wide: true,
  }));
  return (
    <Facts
      items={[
        ...items,
        { label: label(room, "selfCheckNote"), value: draft.selfCheckNote || "—", wide: true },
        // An expert's copy has no pledge: it would name who signed.
        ...("pledge" in content
          ? [
              {
                label: label(room, "pledge"),
                value: draft.pledge?.signed ? draft.pledge.signedName : t("proposal.notSigned"),
              },
            ]
          : []),
      ]}
    />
  );
}

interface RowsProps<Row> {
  t: Text;
  room: RoomText;
  path: string;
  rows: readonly Row[];
  columns: readonly (readonly [name: string, cell: (row: Row) => ReactNode])[];
}

function Rows<Row>({ t, room, path, rows, columns }: RowsProps<Row>) {
  const numbered = rows.map((row, index) => ({ row, key: String(index) }));
  return (
    <DataTable
      caption={label(room, path)}
      captionVisible
      phone="scroll"
      rows={numbered}
      rowKey={({ key }) => key}
      empty={<Facts items={[{ label: label(room, path), value: t("proposal.noRows") }]} />}
      columns={columns.map(
        ([name, cell], index): Column<{ row: Row; key: string }> => ({
          key: name,
          header: label(room, `${path}.${name}`),
          head: index === 0,
          align: name === "amount" || name === "weight" ? "end" : "start",
          cell: ({ row }) => cell(row) ?? "—",
        }),
      )}
    />
  );
}
