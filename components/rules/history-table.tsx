import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { formatMinute } from "@/components/ui/format";
import type { RuleHistory } from "@/lib/evaluation/publishing/queries";
import type { RuleWords } from "./rule-words";

/** All versions of a rule, newest first: since when, on what document, published by whom. */
export function HistoryTable({ history, context }: { history: RuleHistory; context: RuleWords }) {
  const { t, words } = context;
  return (
    <DataTable
      caption={t("screen.history")}
      rows={history.versions}
      rowKey={({ version }) => String(version)}
      columns={[
        {
          key: "version",
          header: t("screen.versions"),
          head: true,
          nowrap: true,
          cell: ({ version }) => t("screen.versionOf", { version }),
        },
        {
          key: "standing",
          header: t("screen.state"),
          cell: ({ standing }) => (
            <Badge tone={standing === "in_force" ? "done" : "neutral"}>
              {t(`screen.standing.${standing}`)}
            </Badge>
          ),
        },
        { key: "since", header: t("screen.since"), nowrap: true, cell: (row) => row.validFrom },
        {
          key: "basis",
          header: t("screen.basis"),
          cell: ({ basis, basisEn }) =>
            (words.locale === "en" && basisEn) || basis || t("screen.none"),
        },
        {
          key: "published",
          header: t("screen.published"),
          cell: ({ published }) =>
            published?.at
              ? t("screen.publishedBy", {
                  by: published.by ?? "",
                  at: formatMinute(published.at),
                })
              : t("screen.atStart"),
        },
        {
          key: "show",
          header: t("screen.show"),
          cell: ({ family, code, version }) => (
            <LinkButton
              size="small"
              variant="quiet"
              href={`/rules/${family}/${code}?version=${version}#content`}
              aria-label={`${t("screen.show")} ${t("screen.versionOf", { version })}`}
            >
              {t("screen.show")}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
