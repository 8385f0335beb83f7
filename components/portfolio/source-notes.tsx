import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { paperSource, sourceNotes } from "@/lib/library/paper/source";
import styles from "./portfolio.module.css";

interface SourceNotesProps {
  beside: (typeof sourceNotes)[number]["beside"];
  words: Words;
}

/** Where the figures come from, and where their source disagrees with itself. */
export async function SourceNotes({ beside, words }: SourceNotesProps) {
  const t = await getTranslations("overview");
  const english = words.locale === "en";
  return (
    <div className={styles.notes} id={`source-${beside}`}>
      <p>
        {t("source", {
          authors: paperSource.authors,
          title: english ? paperSource.en : paperSource.zh,
        })}
      </p>
      {sourceNotes
        .filter((note) => note.beside === beside)
        .map((note) => (
          <p key={note.code}>{english ? note.en : note.zh}</p>
        ))}
    </div>
  );
}
