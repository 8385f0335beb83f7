import { getTranslations } from "next-intl/server";
import { LiaisonSection } from "@/components/liaison/liaison-section";
import { type Fact, Facts, Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, Money } from "@/components/ui/figures";
import type { ProjectDetail } from "@/lib/project/detail";
import type { ProjectViewProps } from "./project-tabs";
import type { Words } from "./words";

type Text = Awaited<ReturnType<typeof getTranslations<"projects">>>;

/** Facts, money and people of a project. */
export async function OverviewView({ actor, project, words }: ProjectViewProps) {
  const [t, common] = await Promise.all([getTranslations("projects"), getTranslations("common")]);
  const wan = common("unit.wan");
  return (
    <>
      <Section title={t("view.facts")}>
        <Facts items={identity(project, words, t)} />
      </Section>
      <LiaisonSection actor={actor} project={project} />
      <Section title={t("view.money")}>
        <Facts items={moneyFacts(project, t, wan)} />
        <DataTable
          caption={t("fundingCaption")}
          rows={project.fundingLines}
          rowKey={(row) => row.id}
          empty={<p>{common("none")}</p>}
          columns={[
            {
              key: "source",
              header: t("fundingColumn.source"),
              head: true,
              cell: (row) => words.names("fund_source", row.source),
            },
            { key: "year", header: t("fundingColumn.year"), cell: (row) => row.year },
            {
              key: "amount",
              header: t("fundingColumn.amount"),
              align: "end",
              cell: (row) => <Money yuan={row.amount.toString()} />,
            },
          ]}
        />
      </Section>
      <People project={project} words={words} t={t} none={common("none")} />
    </>
  );
}

async function People({
  project,
  words,
  t,
  none,
}: {
  project: ProjectDetail;
  words: Words;
  t: Text;
  none: string;
}) {
  const parts = await getTranslations("application.options.members.part");
  return (
    <Section title={t("view.people")} bare>
      <DataTable
        caption={t("partnerCaption")}
        captionVisible
        rows={project.partners}
        rowKey={(row) => row.id}
        empty={<p>{none}</p>}
        columns={[
          { key: "name", header: t("partnerColumn.name"), head: true, cell: (row) => row.name },
          {
            key: "country",
            header: t("partnerColumn.country"),
            cell: (row) => words.names("country", row.countryCode),
          },
          {
            key: "term",
            header: t("partnerColumn.term"),
            cell: (row) => <Term from={row.validFrom} to={row.validTo} t={t} />,
          },
        ]}
      />
      {project.members.length > 0 ? (
        <DataTable
          caption={t("peopleCaption")}
          captionVisible
          rows={project.members}
          rowKey={(row) => row.id}
          columns={[
            { key: "name", header: t("peopleColumn.name"), head: true, cell: (row) => row.name },
            {
              key: "part",
              header: t("peopleColumn.part"),
              cell: (row) => (parts.has(row.part) ? parts(row.part) : row.part),
            },
            { key: "title", header: t("peopleColumn.title"), cell: (row) => row.title ?? "—" },
          ]}
        />
      ) : null}
    </Section>
  );
}

function Term({ from, to, t }: { from: Date | null; to: Date | null; t: Text }) {
  if (from === null) return "—";
  return t.rich("term", {
    from: () => <DateText value={from} />,
    to: () => (to ? <DateText value={to} /> : t("now")),
  });
}

function identity(project: ProjectDetail, words: Words, t: Text): Fact[] {
  const { names } = words;
  const english = words.locale === "en";
  return [
    { label: t("fact.number"), value: project.number ?? t("unnumbered") },
    { label: t("fact.level"), value: names("programme_level", project.programmeLevel) },
    {
      label: t("fact.origin"),
      value: project.origin === "registration" ? t("origin.registered") : t("origin.call"),
    },
    ...(project.call
      ? [
          {
            label: t("fact.call"),
            value: (
              <a href={`/calls/${project.call.id}`}>
                {(english && project.call.titleEn) || project.call.title}
              </a>
            ),
          },
        ]
      : []),
    ...(project.upperDocumentNumber
      ? [{ label: t("fact.upperDocument"), value: project.upperDocumentNumber }]
      : []),
    { label: t("fact.unit"), value: project.unitName },
    { label: t("fact.uscc"), value: project.unit.uscc },
    { label: t("fact.recommendingUnit"), value: names("district", project.districtId) },
    {
      label: t("fact.administrativeDistrict"),
      value: names("district", project.administrativeDistrictId),
    },
    { label: t("fact.managingUnit"), value: names("district", project.managingUnitId) },
    { label: t("fact.country"), value: names("country", project.countryCode) },
    { label: t("fact.mode"), value: names("cooperation_mode", project.cooperationMode) },
    { label: t("fact.industry"), value: names("industry", project.industryCode) },
    ...(project.secondaryIndustryCode
      ? [
          {
            label: t("fact.secondaryIndustry"),
            value: names("industry", project.secondaryIndustryCode),
          },
        ]
      : []),
    { label: t("fact.investigator"), value: project.investigatorName || "—" },
    {
      label: t("fact.term"),
      value: <Term from={project.startsOn} to={project.endsOn} t={t} />,
    },
    ...resultFacts(project, words, t),
    ...(project.summary ? [{ label: t("fact.summary"), value: project.summary, wide: true }] : []),
  ];
}

function resultFacts(project: ProjectDetail, { names }: Words, t: Text): Fact[] {
  return [
    ...(project.acceptanceResult
      ? [
          {
            label: t("fact.acceptanceResult"),
            value: names("acceptance_result", project.acceptanceResult),
          },
        ]
      : []),
    ...(project.grade
      ? [
          { label: t("fact.grade"), value: names("grade", project.grade) },
          { label: t("fact.score"), value: project.finalScore?.toFixed(2) ?? "—" },
        ]
      : []),
  ];
}

function moneyFacts(project: ProjectDetail, t: Text, wan: string): Fact[] {
  const amounts = [
    ["grant", project.grantAmount],
    ["own", project.ownAmount],
    ["budget", project.budgetTotal],
    ["adjusted", project.adjustedBudget],
    ["spent", project.spentAmount],
  ] as const;
  return amounts.map(([key, amount]) => ({
    label: t(`fact.${key}`),
    value: <Money yuan={amount.toString()} unit={wan} />,
  }));
}
