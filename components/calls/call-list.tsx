import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateText, Money } from "@/components/ui/figures";
import type { CallListItem } from "@/lib/calls/queries";

interface CallListProps {
  calls: readonly CallListItem[];
  words: Words;
  now: Date;
}

const groups = ["open", "upcoming", "drafts", "closed"] as const;
type Group = (typeof groups)[number];

function groupOf(call: CallListItem, now: Date): Group {
  if (call.status !== "published") return "drafts";
  if (call.open) return "open";
  return call.opensAt > now ? "upcoming" : "closed";
}

/** Calls by whether they take applications: open ones first, each with the days left. */
export async function CallList({ calls, words, now }: CallListProps) {
  const t = await getTranslations("screens-application.calls");
  return groups.map((group) => {
    const rows = calls.filter((call) => groupOf(call, now) === group);
    if (rows.length === 0 && group !== "open") return null;
    return (
      <Section key={group} title={t(group)} bare>
        <DataTable
          caption={t(group)}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<p>{t("none")}</p>}
          columns={columns(words, t)}
        />
      </Section>
    );
  });
}

type Text = Awaited<ReturnType<typeof getTranslations<"screens-application.calls">>>;

function columns(words: Words, t: Text): Column<CallListItem>[] {
  return [
    {
      key: "name",
      header: t("name"),
      head: true,
      cell: (call) => <a href={`/calls/${call.id}`}>{callTitle(call, words)}</a>,
    },
    { key: "code", header: t("code"), nowrap: true, cell: ({ code }) => code },
    {
      key: "opens",
      header: t("opensAt"),
      nowrap: true,
      phoneHidden: true,
      cell: ({ opensAt }) => <DateText value={opensAt} minute />,
    },
    {
      key: "closes",
      header: t("closesAt"),
      nowrap: true,
      cell: ({ closesAt }) => <DateText value={closesAt} minute />,
    },
    {
      key: "left",
      header: t("left"),
      nowrap: true,
      cell: ({ daysLeft }) =>
        daysLeft === null ? "—" : <Badge tone="waiting">{t("daysLeft", { days: daysLeft })}</Badge>,
    },
    {
      key: "budget",
      header: `${t("budget")} (${t("wan")})`,
      align: "end",
      cell: ({ budget }) => <Money yuan={budget} />,
    },
    { key: "count", header: t("projects"), align: "end", cell: ({ projectCount }) => projectCount },
  ];
}

/** A call's title in the reader's language. */
export const callTitle = (call: { title: string; titleEn: string | null }, words: Words): string =>
  (words.locale === "en" && call.titleEn) || call.title;
