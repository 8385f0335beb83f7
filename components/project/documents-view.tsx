import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { FileList, Section } from "@/components/ui/content";
import { formatDate } from "@/components/ui/format";
import { EmptyState } from "@/components/ui/states";
import { holds } from "@/lib/access/actor";
import { citywideRoles } from "@/lib/access/roles";
import { query } from "@/lib/kernel/query";
import { projectDocuments } from "@/lib/project/detail";
import type { ProjectViewProps } from "./project-tabs";

/** The project's documents by kind, each with who added it and when. */
export async function DocumentsView({ actor, project, words }: ProjectViewProps) {
  const t = await getTranslations("projects");
  const documents = await query(actor, (tx) => projectDocuments(tx, actor, project.id));
  const dossier = holds(actor, ...citywideRoles) ? (
    <LinkButton size="small" href={`/api/projects/${project.id}/file.zip`}>
      {t("dossier.download")}
    </LinkButton>
  ) : null;
  if (documents.length === 0) return <EmptyState title={t("noDocuments")} actions={dossier} />;
  return (
    <Section
      title={t("view.documents")}
      note={dossier ? t("dossier.hint") : undefined}
      actions={dossier}
    >
      <FileList
        files={documents.map(({ file, documentKind, linkedByName, linkedAt }) => ({
          id: file.id,
          name: file.originalName,
          bytes: file.size,
          note: t("document", {
            kind: t.has(`ownKind.${documentKind}`)
              ? t(`ownKind.${documentKind}`)
              : words.names("document", documentKind),
            by: linkedByName,
            at: formatDate(linkedAt),
          }),
        }))}
      />
    </Section>
  );
}
