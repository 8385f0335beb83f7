import { type AboutFunction, idOf } from "./types";

/** What an expert was asked about a link. */
export const meritOpinion: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.meritOpinion.findFirst({
    where: { id: idOf(hidden, "opinionId"), projectId: project.id },
    select: {
      question: true,
      dueAt: true,
      ledgerLink: { select: { link: true, technology: { select: { name: true } } } },
    },
  });
  if (row === null) return [];
  return [
    { label: "technology", value: row.ledgerLink.technology.name },
    { label: "link", value: row.ledgerLink.link, as: { list: "ledger_link" } },
    { label: "question", value: row.question },
    { label: "due", value: row.dueAt, as: "date" },
  ];
};
