import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { formatDate, formatMinute, formatPaperDate } from "@/components/ui/format";
import type { Paper, PaperBlock, PaperSection, PaperTable } from "@/lib/documents/paper/paper";
import type { OpinionPaper } from "@/lib/evaluation/panel/opinion-paper";
import type { ProjectDetail } from "@/lib/project/detail";

type Text = Awaited<ReturnType<typeof getTranslations<"opinion-paper">>>;

interface Context {
  project: ProjectDetail;
  found: OpinionPaper;
  words: Words;
  t: Text;
}

/** 验收意见 (D26) as an official paper: the panel's text, who sat on it, the votes and the signatures. */
export async function opinionPaper(
  project: ProjectDetail,
  found: OpinionPaper,
  words: Words,
): Promise<Paper> {
  const [t, common] = await Promise.all([
    getTranslations("opinion-paper"),
    getTranslations("common"),
  ]);
  const context: Context = { project, found, words, t };
  const { panel, opinion, completion } = found;
  return {
    locale: words.locale,
    issuer: common("bureau"),
    title: t("title"),
    subtitle: t("round", { round: panel.round }),
    facts: factsOf(context),
    verdict: [
      [t("verdict"), opinion.verdict ? t(`verdicts.${opinion.verdict}`) : "—"],
      [t("completion"), completion === null ? "—" : `${completion}%`],
      [t("signatures"), `${panel.signed}/${panel.voted}`],
    ],
    issuedOn: opinion.opinionAt ? formatPaperDate(opinion.opinionAt, words.locale) : "—",
    sections: [textPart(context), panelPart(context), conclusionPart(context)],
  };
}

function factsOf({ project, found: { panel }, words, t }: Context): [string, string][] {
  const english = words.locale === "en";
  const { startsOn, endsOn } = project;
  return [
    [t("project"), english ? (project.titleEn ?? project.title) : project.title],
    [t("number"), project.number ?? "—"],
    [t("unit"), project.unitName],
    [t("district"), words.names("district", project.districtId)],
    [t("investigator"), project.investigatorName || "—"],
    [
      t("term"),
      startsOn && endsOn
        ? t("fromTo", { from: formatDate(startsOn), to: formatDate(endsOn) })
        : "—",
    ],
    [t("route"), t(`routes.${panel.route}`)],
    ...(panel.meetingAt
      ? ([
          [t("meetingAt"), formatMinute(panel.meetingAt)],
          [t("meetingPlace"), panel.meetingPlace ?? "—"],
        ] satisfies [string, string][])
      : []),
    [t("formed"), t(panel.drawn ? "drawn" : "byHand")],
  ];
}

function textPart({ found: { opinion }, words, t }: Context): PaperSection {
  const { text, opinionByName, opinionByRole, opinionAt } = opinion;
  const role = opinionByRole ? ` · ${words.role(opinionByRole)}` : "";
  const at = opinionAt ? ` · ${formatMinute(opinionAt)}` : "";
  return {
    title: t("text"),
    blocks: [
      { kind: "text", text },
      { kind: "signature", text: `${t("drafted", { name: opinionByName ?? "—" })}${role}${at}` },
    ],
  };
}

/** The panel with employer, part, vote and signature; reservations below. */
function panelPart({ found: { seats, votes }, t }: Context): PaperSection {
  const table: PaperTable = {
    kind: "table",
    caption: t("panel"),
    small: true,
    columns: [
      { title: t("name"), width: 3, names: true },
      { title: t("employer"), width: 6 },
      { title: t("part"), width: 2 },
      ...(votes ? [{ title: t("vote"), width: 2 }] : []),
      { title: t("signedAt"), width: 4 },
    ],
    rows: seats.map((seat) => ({
      cells: [
        seat.expertName,
        seat.expertEmployer ?? "—",
        t(seat.lead ? "leader" : "member"),
        ...(votes ? [seat.verdict ? t(`verdicts.${seat.verdict}`) : "—"] : []),
        seat.opinionSignedAt
          ? t("signed", { name: seat.expertName, at: formatMinute(seat.opinionSignedAt) })
          : t("unsigned"),
      ],
    })),
  };
  const reserved = seats.flatMap(({ expertName, reservation }) =>
    reservation ? [t("reservation", { name: expertName, text: reservation })] : [],
  );
  const blocks: PaperBlock[] = [table, { kind: "note", text: t("signingNote") }];
  if (reserved.length > 0) {
    blocks.push({ kind: "heading", text: t("reservations") }, { kind: "list", items: reserved });
  }
  return { title: t("panel"), blocks };
}

function conclusionPart({ found, words, t }: Context): PaperSection {
  const { votes, completion, result, proposedResult } = found;
  const items = [
    ...(votes ? [t("tally", { ...votes })] : []),
    completion === null ? t("noCompletion") : t("completionText", { completion }),
    ...(proposedResult
      ? [t("proposed", { result: words.names("acceptance_result", proposedResult) })]
      : []),
    ...(result ? [t("issued", { result: words.names("acceptance_result", result) })] : []),
  ];
  return { title: t("conclusion"), blocks: [{ kind: "list", items }] };
}
