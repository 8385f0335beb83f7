import styles from "./application.module.css";
import type { CheckTexts } from "./check-texts";

interface ChecklistProps {
  items: readonly { code: string; ok: boolean }[];
  texts: CheckTexts;
  /** Address of the form's page; empty on that page itself. */
  form?: string;
}

/** What a proposal has and what it lacks, each with a sign and a word. */
export function Checklist({ items, texts, form = "" }: ChecklistProps) {
  const open = items.filter(({ ok }) => !ok).length;
  return (
    <section className={styles.checklist} aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p role="status">
        {open === 0 ? texts.ready : texts.missing.replace("{count}", String(open))}
      </p>
      <ul>
        {items.map(({ code, ok }) => (
          <li key={code} className={ok ? styles.ok : styles.lacking}>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              {ok ? <path d="m1.2 5.4 2.6 2.6 5-6" /> : <circle cx="5" cy="5" r="3.5" />}
            </svg>
            {ok || !texts.places[code] ? (
              <span>{texts.items[code] ?? code}</span>
            ) : (
              <a href={`${form}#${texts.places[code]}`}>{texts.items[code] ?? code}</a>
            )}
            <span className={styles.sign}>{ok ? texts.done : texts.open}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
