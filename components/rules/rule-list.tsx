import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/states";
import type { ListedRule } from "@/lib/evaluation/publishing/queries";
import { type RuleWords, ruleName } from "./rule-words";

/** The rules of one family: the version in force, what is to come, an open draft. */
export function RuleList({ rules, context }: { rules: readonly ListedRule[]; context: RuleWords }) {
  const { t } = context;
  return (
    <DataTable
      caption={t("screen.title")}
      rows={rules}
      rowKey={({ code }) => code}
      empty={<EmptyState title={t("screen.emptyTitle")}>{t("screen.emptyHint")}</EmptyState>}
      columns={[
        {
          key: "name",
          header: t("screen.name"),
          head: true,
          cell: ({ newest }) => (
            <Link href={`/rules/${newest.family}/${newest.code}`}>{ruleName(context, newest)}</Link>
          ),
        },
        {
          key: "version",
          header: t("screen.version"),
          nowrap: true,
          cell: ({ inForce }) =>
            inForce ? t("screen.versionOf", { version: inForce.version }) : t("screen.ended"),
        },
        {
          key: "since",
          header: t("screen.since"),
          nowrap: true,
          cell: ({ inForce }) => inForce?.validFrom ?? t("screen.none"),
        },
        {
          key: "upcoming",
          header: t("screen.upcoming"),
          cell: ({ upcoming }) =>
            upcoming
              .map(({ version, validFrom }) => t("screen.upcomingOf", { version, day: validFrom }))
              .join(" · ") || t("screen.none"),
        },
        {
          key: "draft",
          header: t("screen.draft"),
          cell: ({ draft }) =>
            draft === null ? (
              t("screen.none")
            ) : (
              <>
                <Badge tone={draft.status === "submitted" ? "waiting" : "neutral"}>
                  {t(`screen.status.${draft.status}`)}
                </Badge>{" "}
                <LinkButton size="small" variant="quiet" href={`/rules/drafts/${draft.id}`}>
                  {t("screen.openDraft")}
                </LinkButton>
              </>
            ),
        },
      ]}
    />
  );
}
