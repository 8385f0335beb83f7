import { getTranslations } from "next-intl/server";
import { certificateDocument } from "@/components/evaluation/certificate-document";
import { opinionDocument } from "@/components/evaluation/opinion/opinion-document";
import { reportDocument } from "@/components/evaluation/report/report-document";
import { loadWords } from "@/components/project/words";
import { formatMinute } from "@/components/ui/format";
import type { Actor } from "@/lib/access/actor";
import type { MadeDocument } from "@/lib/documents/document-endpoint";
import { collectDossier } from "@/lib/dossier/collect";
import { type DossierPaper, dossierStream } from "@/lib/dossier/write";
import { certificateOf } from "@/lib/evaluation/certificate";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

/** The whole file of a project (一项目一档) as one streamed ZIP; null outside the actor's scope. */
export async function dossierDocument(
  actor: Actor,
  projectId: string,
): Promise<MadeDocument | null> {
  if (!isId(projectId)) return null;
  const dossier = await query(actor, (tx) => collectDossier(tx, actor, projectId));
  if (dossier === null) return null;
  const t = await getTranslations("projects.dossier");
  const madeAt = clockNow();
  const { number, id, title } = dossier.project;
  const readme = t("readme", {
    number: number ?? "—",
    title,
    by: actor.name,
    at: formatMinute(madeAt),
    veiled: dossier.veiled ? t("veiled") : "",
  });
  return {
    name: `${number ?? id}-${t("name")}.zip`,
    mediaType: "application/zip",
    body: dossierStream(dossier, {
      madeAt,
      madeBy: actor.name,
      readme,
      papers: papersOf(actor, id),
    }),
  };
}

/** Rounds of an acceptance: one, and a second after the one rectification (domain.md §1.3). */
const rounds = [1, 2] as const;

function papersOf(actor: Actor, projectId: string): DossierPaper[] {
  const report = (format: "pdf" | "docx") => ({
    path: `papers/evaluation-report.${format}`,
    make: async () => bytesOf(await reportDocument(actor, projectId, format)),
  });
  const opinion = (round: number, format: "pdf" | "docx") => ({
    path: `papers/acceptance-opinion-${round}.${format}`,
    make: async () => bytesOf(await opinionDocument(actor, projectId, format, round)),
  });
  return [
    report("pdf"),
    report("docx"),
    ...rounds.flatMap((round) => [opinion(round, "pdf"), opinion(round, "docx")]),
    {
      path: "papers/acceptance-certificate.pdf",
      make: async () => {
        const certificate = await query(actor, (tx) => certificateOf(tx, actor, projectId));
        return (
          certificate && bytesOf(await certificateDocument(certificate, await loadWords(actor)))
        );
      },
    },
  ];
}

const bytesOf = async (made: MadeDocument | null): Promise<Uint8Array<ArrayBuffer> | null> =>
  made && new Uint8Array(await new Response(made.body).arrayBuffer());
