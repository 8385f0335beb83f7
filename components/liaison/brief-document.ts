import { getTranslations } from "next-intl/server";
import { turnWords, type Words } from "@/components/project/words";
import { formatPaperDate, formatWan } from "@/components/ui/format";
import type { MadeDocument } from "@/lib/documents/document-endpoint";
import { renderBrief } from "@/lib/documents/word/brief";
import type { Brief } from "@/lib/liaison/brief";

type Text = Awaited<ReturnType<typeof getTranslations<"liaison.brief">>>;

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** 情况说明: half a page about a project for the leader, of facts on record only, as a Word file. */
export async function briefDocument(brief: Brief, words: Words, now: Date): Promise<MadeDocument> {
  const [t, common] = await Promise.all([
    getTranslations("liaison.brief"),
    getTranslations("common"),
  ]);
  const { project } = brief;
  const english = words.locale === "en";
  const parts = [
    ["facts", factsText(brief, words, t)],
    ["standing", standingText(brief, words, t)],
    ["money", moneyText(brief, t)],
    ["attention", attentionText(brief, words, t)],
  ] as const;
  const body = await renderBrief({
    title: t("title", { title: (english && project.titleEn) || project.title }),
    paragraphs: parts.map(([key, text]) => ({ heading: t(`heading.${key}`), text })),
    issuer: common("bureau"),
    issuedOn: formatPaperDate(now, words.locale),
    locale: words.locale,
  });
  return {
    name: `${t("fileName", { number: project.number ?? "" })}.docx`,
    mediaType: wordType,
    body,
  };
}

const day = (value: Date | null, words: Words): string =>
  value === null ? "—" : formatPaperDate(value, words.locale);

function factsText({ project, money }: Brief, words: Words, t: Text): string {
  const partner = project.partners.find(({ validTo }) => validTo === null);
  return [
    t("undertaken", {
      number: project.number ?? "—",
      unit: project.unitName,
      district: words.names("district", project.districtId),
      investigator: project.investigatorName || "—",
    }),
    partner
      ? t("partner", {
          partner: partner.name,
          country: words.names("country", partner.countryCode),
          mode: words.names("cooperation_mode", project.cooperationMode),
        })
      : "",
    t("term", {
      from: day(project.startsOn, words),
      to: day(project.endsOn, words),
      grant: formatWan(money.grant),
      own: formatWan(money.own),
    }),
  ].join("");
}

function standingText(brief: Brief, words: Words, t: Text): string {
  const { project, links, technologies } = brief;
  const { turn } = project;
  return [
    t("state", { state: words.state(project.state), since: day(project.stateSince, words) }),
    turn
      ? t(turn.until ? "turnUntil" : "turn", {
          who: turnWords(turn, words),
          until: day(turn.until, words),
        })
      : "",
    links.all > 0 ? t("links", { ...links, technologies }) : "",
    project.acceptanceResult
      ? t("result", { result: words.names("acceptance_result", project.acceptanceResult) })
      : "",
    project.grade
      ? t("grade", {
          grade: words.names("grade", project.grade),
          score: project.finalScore?.toFixed(2) ?? "—",
        })
      : "",
  ].join("");
}

function moneyText({ money }: Brief, t: Text): string {
  const budget = Number(money.budget);
  const share = budget > 0 ? Math.round((Number(money.spent) / budget) * 100) : 0;
  return [
    money.paidHere ? t("received", { received: formatWan(money.received) }) : t("paidElsewhere"),
    t("spent", { spent: formatWan(money.spent), share }),
    Number(money.toReturn) > 0
      ? t("refund", { due: formatWan(money.toReturn), back: formatWan(money.returned) })
      : "",
  ].join("");
}

function attentionText(brief: Brief, words: Words, t: Text): string {
  const { overdue, changes, watch, visitedOn } = brief;
  const parts = [
    overdue > 0 ? t("overdue", { count: overdue }) : "",
    changes > 0 ? t("changes", { count: changes }) : "",
    watch ? t("watch", { since: day(watch.sinceAt, words), reason: shortened(watch.reason) }) : "",
  ].join("");
  return (parts || t("nothing")) + (visitedOn ? t("visited", { on: day(visitedOn, words) }) : "");
}

const longest = 60;

/** Half a page has no room for a long reason. */
const shortened = (text: string): string => {
  const plain = text.replace(/[。.]$/, "");
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
};
