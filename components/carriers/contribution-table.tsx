import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import type { Words } from "@/components/project/words";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { Actor } from "@/lib/access/actor";
import type { CarrierPage } from "@/lib/evaluation/carriers/queries";
import { isState } from "@/lib/lifecycle/states";
import styles from "./carriers.module.css";

type Row = CarrierPage["contributions"][number];

interface ContributionTableProps {
  carrier: CarrierPage;
  actor: Actor;
  officer: boolean;
  words: Words;
}

/** What a carrier contributed, year by year; a second officer confirms. */
export async function ContributionTable(props: ContributionTableProps) {
  const { carrier, actor, officer, words } = props;
  const t = await getTranslations("carriers");
  return (
    <DataTable<Row>
      caption={t("screen.contributions")}
      anchored
      rows={carrier.contributions}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t("screen.noContributions")}>
          {t("screen.noContributionsHint")}
        </EmptyState>
      }
      columns={[
        {
          key: "title",
          header: t("screen.content"),
          head: true,
          cell: (row) => (
            <>
              {row.title}
              <span className={styles.below}>
                {row.year} · {t(`options.kind.${row.kind}`)}
              </span>
            </>
          ),
        },
        {
          key: "project",
          header: t("screen.project"),
          cell: ({ project }) => (project ? <ProjectCell project={project} words={words} /> : "—"),
        },
        {
          key: "amount",
          header: t("screen.amount"),
          align: "end",
          cell: (row) => <Money yuan={row.amount} />,
        },
        {
          key: "state",
          header: t("screen.confirmed"),
          cell: (row) =>
            row.confirmedAt ? (
              <Badge tone="done">{t("screen.confirmed")}</Badge>
            ) : (
              <Waiting
                row={row}
                carrier={carrier}
                mine={row.recordedById === actor.userId}
                officer={officer}
              />
            ),
        },
      ]}
    />
  );
}

function ProjectCell({ project, words }: { project: NonNullable<Row["project"]>; words: Words }) {
  const title = words.locale === "en" ? (project.titleEn ?? project.title) : project.title;
  const standing = [
    isState(project.state) ? words.state(project.state) : project.state,
    words.names("acceptance_result", project.acceptanceResult),
    words.names("grade", project.grade),
  ];
  return (
    <>
      <a href={`/projects/${project.id}`}>{title}</a>
      <span className={styles.below}>{standing.filter(Boolean).join(" · ")}</span>
    </>
  );
}

async function Waiting({
  row,
  carrier,
  mine,
  officer,
}: {
  row: Row;
  carrier: CarrierPage;
  mine: boolean;
  officer: boolean;
}) {
  const t = await getTranslations("carriers");
  return (
    <div className={styles.steps}>
      <Badge tone="waiting">{t("screen.open")}</Badge>
      {officer && !mine ? (
        <ConfirmAction
          command="carriers.confirm-contribution"
          body={{ contributionId: row.id, version: row.version }}
          label={t("screen.confirm")}
          title={t("screen.confirmTitle")}
        >
          <p>{t("screen.confirmText", { title: row.title, year: String(row.year) })}</p>
        </ConfirmAction>
      ) : null}
      {officer ? (
        <LinkButton
          size="small"
          variant="quiet"
          href={`/carriers/${carrier.id}/remove?contribution=${row.id}`}
        >
          {t("screen.remove")}
        </LinkButton>
      ) : null}
    </div>
  );
}
