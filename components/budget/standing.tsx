import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { formatDecimal, formatMinute } from "@/components/ui/format";
import { Notice } from "@/components/ui/states";
import type { BudgetForm } from "@/lib/evaluation/rollup/queries";
import styles from "./budget.module.css";

const fieldNames: readonly string[] = ["objective", "money", "projects", "weights"];

/** Where a form stands: who filled it in and confirmed it, what is missing, what has changed since. */
export async function Standing({ form, words }: { form: BudgetForm; words: Words }) {
  const t = await getTranslations("rollup");
  const named = (code: string) => {
    const row = form.sheet.rows.find((each) => each.code === code);
    if (row) return `${code} ${words.locale === "en" ? row.en : row.zh}`;
    return fieldNames.includes(code) ? null : code;
  };
  const pending = Math.max(0, ...form.sheet.rows.map((row) => row.pending));
  return (
    <div className={styles.stack}>
      <p>
        {form.kind === "goals" || pending === 0
          ? t("screen.due", { count: form.sheet.due })
          : t("screen.pending", { count: form.sheet.due, pending })}
      </p>
      {form.form ? (
        <p>
          {t("screen.stands", {
            maker: form.form.madeByName,
            madeAt: formatMinute(form.form.madeAt),
          })}
        </p>
      ) : null}
      {form.form?.finalAt ? (
        <Notice
          title={t("screen.confirmed", {
            maker: form.form.finalByName ?? "—",
            at: formatMinute(form.form.finalAt),
          })}
        >
          <span className={styles.hash}>
            {t("screen.hash", { hash: form.form.frozenHash ?? "—" })}
          </span>
        </Notice>
      ) : null}
      {form.damaged ? <Notice tone="refused">{t("screen.damaged")}</Notice> : null}
      {form.changes.length > 0 ? (
        <Notice tone="warning" title={t("screen.changes")}>
          <p>{t("screen.changesHint")}</p>
          <ul className={styles.gaps}>
            {form.changes.map((change) => (
              <li key={`${change.code}.${change.part}`}>
                {t(`screen.change.${change.part}`, {
                  name: named(change.code) ?? "",
                  was: plain(change.was) || t("screen.nothing"),
                  is: plain(change.is) || t("screen.nothing"),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {form.form && form.gaps.length > 0 ? (
        <Notice tone="warning" title={t("screen.gaps")}>
          <ul className={styles.gaps}>
            {form.gaps.map(({ code, problem }) => (
              <li key={`${code}.${problem}`}>
                {[named(code), t(`gap.${problem}`)].filter(Boolean).join(" · ")}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}

/** Figures with separators, parts over wholes too. */
const plain = (text: string): string =>
  text
    .split("/")
    .map((part) => formatDecimal(part))
    .join("/");
