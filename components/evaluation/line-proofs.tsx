import { getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import { Tag } from "@/components/ui/badge";
import type { EvaluationFormLine } from "@/lib/evaluation/queries";
import styles from "./evaluation.module.css";

interface LineProofsProps {
  line: EvaluationFormLine;
  projectId: string;
  /** The self-evaluation is with the unit, which may take a proof off again. */
  open: boolean;
}

/** What a line's actual value stands on; a value without proof says so. */
export async function LineProofs({ line, projectId, open }: LineProofsProps) {
  const t = await getTranslations("screens-evaluation");
  if (line.unproven) return <Tag>{t("proof.missing")}</Tag>;
  if (line.proofs.length === 0) return "—";
  return line.proofs.map(({ id, source, note, file }) => (
    <span key={id} className={styles.reason}>
      {t(`proof.source.${source}`)}
      {note ? t("proof.note", { note }) : null}
      {file ? (
        <>
          {" "}
          <a href={`/api/files/${file.id}`}>{file.name}</a>
        </>
      ) : null}
      {open && (source === "file" || source === "record") ? (
        <StepLinks
          projectId={projectId}
          actions={["evaluation.remove-proof"]}
          params={{ proofId: id }}
        />
      ) : null}
    </span>
  ));
}
