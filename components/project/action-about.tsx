import { getTranslations } from "next-intl/server";
import { type Fact, Facts } from "@/components/ui/content";
import { DateText, Money } from "@/components/ui/figures";
import type { AboutLine } from "@/lib/commands/about/types";
import styles from "./action.module.css";
import type { Words } from "./words";

/** What the step is about: the link, the tranche, the change … in a few lines above the form. */
export async function ActionAbout({ lines, words }: { lines: readonly AboutLine[]; words: Words }) {
  if (lines.length === 0) return null;
  const [t, common, all] = await Promise.all([
    getTranslations("about"),
    getTranslations("common"),
    getTranslations(),
  ]);
  const wan = common("unit.wan");
  const shown = ({ value, as = "text" }: AboutLine) => {
    if (value === null) return "—";
    if (as === "date") return <DateText value={value} />;
    const text = String(value);
    if (as === "money") return <Money yuan={text} unit={wan} />;
    if (as === "text") return text;
    if ("bilingual" in as) return words.locale === "en" ? as.bilingual.en : as.bilingual.zh;
    if ("list" in as) return words.names(as.list, text);
    return all(`${as.text}.${text}`);
  };
  const repeated = new Map<string, number>();
  const items: Fact[] = lines.map((line) => {
    const nth = (repeated.get(line.label) ?? 0) + 1;
    repeated.set(line.label, nth);
    const name = t(line.label);
    const long = typeof line.value === "string" && line.value.length > 24;
    return { label: nth > 1 ? `${name} ${nth}` : name, value: shown(line), wide: long };
  });
  return (
    <section className={styles.about} aria-label={t("title")}>
      <Facts items={items} />
    </section>
  );
}
