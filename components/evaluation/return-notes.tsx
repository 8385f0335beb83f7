import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { DateText } from "@/components/ui/figures";
import { Notice } from "@/components/ui/states";
import styles from "./evaluation.module.css";

interface Note {
  id: string;
  field: string;
  reason: string;
  byName: string;
  byRole: string;
  at: Date;
}

/** Why something was returned, field by field, until it is answered. */
export async function ReturnNotes({ notes, words }: { notes: readonly Note[]; words: Words }) {
  const t = await getTranslations("screens-evaluation");
  const all = await getTranslations("evaluation");
  if (notes.length === 0) return null;
  const label = (field: string) =>
    all.has(`fields.${field}.label`) ? all(`fields.${field}.label`) : field;
  return (
    <Notice tone="warning" title={t("returned")}>
      <ul className={styles.plain}>
        {notes.map((note) => (
          <li key={note.id}>
            <strong>{label(note.field)}</strong> {note.reason}{" "}
            <span className={styles.sub}>
              {note.byName} · {words.role(note.byRole)} · <DateText value={note.at} />
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
