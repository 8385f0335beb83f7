import { getTranslations } from "next-intl/server";
import { ProposalDocument } from "@/components/application/proposal-document";
import { formHref } from "@/components/project/action-words";
import type { ProjectViewProps } from "@/components/project/project-tabs";
import { LinkButton } from "@/components/ui/button";
import { Facts, Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, Figure } from "@/components/ui/figures";
import { EmptyState, Notice } from "@/components/ui/states";
import { myReviewSheet, mySeats, type ReviewSheetDto } from "@/lib/approval/sheet-queries";
import { query } from "@/lib/kernel/query";

/** What an expert sees of a review: his own seat and sheet, and the proposal. */
export async function ExpertPart({ actor, project, words }: ProjectViewProps) {
  const t = await getTranslations("screens-approval");
  const sheet = await query(actor, async (tx) => {
    const seats = await mySeats(tx, actor);
    const own = seats.find((seat) => seat.projectId === project.id && seat.purpose === "review");
    return own ? myReviewSheet(tx, actor, own.assignmentId) : null;
  });
  if (sheet === null) return <EmptyState title={t("sheet.none")} />;
  return (
    <>
      <MySeat sheet={sheet} />
      {sheet.status === "submitted" ? (
        <MyScores sheet={sheet} english={words.locale === "en"} />
      ) : null}
      <Section title={t("sheet.proposal")} bare>
        <ProposalDocument
          content={sheet.proposal}
          words={words}
          indicatorSetId={project.indicatorSetId}
        />
      </Section>
    </>
  );
}

async function MySeat({ sheet }: { sheet: ReviewSheetDto }) {
  const t = await getTranslations("screens-approval");
  if (sheet.status === "submitted") {
    return <Notice title={t("sheet.done")}>{t("sheet.doneText")}</Notice>;
  }
  const declared = sheet.conflictsDeclared;
  const command = declared ? "approval.submit-review" : "approval.declare-interest";
  return (
    <Notice
      title={declared ? t("sheet.open") : t("sheet.declareFirst")}
      actions={
        <LinkButton variant="primary" href={formHref(sheet.projectId, command)}>
          {declared ? t("sheet.fill") : t("sheet.declare")}
        </LinkButton>
      }
    >
      <p>
        {t("sheet.due")} <DateText value={sheet.dueAt} />
      </p>
    </Notice>
  );
}

async function MyScores({ sheet, english }: { sheet: ReviewSheetDto; english: boolean }) {
  const t = await getTranslations("screens-approval");
  const scores = new Map(sheet.scores.map(({ code, score }) => [code, score]));
  return (
    <Section title={t("sheet.mine")}>
      <DataTable
        caption={t("sheet.mine")}
        rows={sheet.criteria}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "criterion",
            header: t("sheet.criterion"),
            head: true,
            cell: ({ zh, en }) => (english ? en : zh),
          },
          { key: "weight", header: t("sheet.weight"), align: "end", cell: ({ weight }) => weight },
          {
            key: "score",
            header: t("sheet.score"),
            align: "end",
            cell: ({ code }) => <Figure value={scores.get(code)} />,
          },
        ]}
      />
      <Facts
        items={[
          { label: t("sheet.total"), value: <Figure value={sheet.total} /> },
          {
            label: t("panel.verdict"),
            value: sheet.verdict ? t(`verdict.${sheet.verdict}`) : "—",
          },
          { label: t("panel.comment"), value: sheet.comment, wide: true },
        ]}
      />
    </Section>
  );
}
