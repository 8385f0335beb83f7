import { getTranslations } from "next-intl/server";
import { worded } from "@/components/budget/measured";
import { Grade } from "@/components/evaluation/desk/desk-table";
import type { Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { Stat, Stats } from "@/components/ui/figures";
import { formatMinute } from "@/components/ui/format";
import { Notice } from "@/components/ui/states";
import type { CarrierPage } from "@/lib/evaluation/carriers/queries";
import styles from "./carriers.module.css";

type Line = CarrierPage["sheet"]["lines"][number];

/** One year's evaluation of a carrier: total, sub-totals, lines with what is behind them. */
export async function EvaluationPart({ carrier, words }: { carrier: CarrierPage; words: Words }) {
  const [t, forms] = await Promise.all([getTranslations("carriers"), getTranslations("rollup")]);
  const { sheet, evaluation } = carrier;
  const value = (line: Line, side: "target" | "actual") => {
    const { text, below } = worded({ how: null, unit: line.unit }, line[side], words, forms);
    return (
      <>
        {text}
        {below ? <span className={styles.below}>{below}</span> : null}
      </>
    );
  };
  return (
    <Section
      id="evaluation"
      title={t("screen.evaluation", { year: String(carrier.year) })}
      note={evaluation ? t(`status.${evaluation.status}`) : t("screen.computed")}
      bare
    >
      <div className={styles.stack}>
        <Standing carrier={carrier} />
        <Stats>
          <Stat
            label={t("screen.total")}
            value={sheet.total ?? "—"}
            note={<Grade grade={sheet.grade} words={words} />}
          />
          {sheet.levels.map((level) => (
            <Stat
              key={level.key}
              label={words.names("indicator_level", level.key)}
              value={`${level.score} / ${level.weight}`}
            />
          ))}
        </Stats>
        <DataTable<Line>
          caption={t("screen.evaluation", { year: String(carrier.year) })}
          rows={sheet.lines}
          rowKey={(line) => line.code}
          columns={[
            {
              key: "indicator",
              header: t("screen.indicator"),
              head: true,
              cell: (line) => `${line.code} ${words.locale === "en" ? line.en : line.zh}`,
            },
            {
              key: "target",
              header: t("screen.target"),
              align: "end",
              cell: (line) => value(line, "target"),
            },
            {
              key: "actual",
              header: t("screen.actual"),
              align: "end",
              cell: (line) => (line.dropped ? t("screen.dropped") : value(line, "actual")),
            },
            {
              key: "weight",
              header: t("screen.weight"),
              align: "end",
              cell: (line) => line.weight,
            },
            {
              key: "score",
              header: t("screen.score"),
              align: "end",
              cell: (line) => line.score ?? "—",
            },
            {
              key: "behind",
              header: t("screen.behind"),
              cell: (line) => {
                const [first] = line.behind;
                const count = t("screen.behindCount", { count: line.behind.length });
                return first ? <a href={`#row-${first}`}>{count}</a> : "—";
              },
            },
            {
              key: "reason",
              header: t("screen.reason"),
              width: "26%",
              cell: (line) => [line.reason, line.improvement].filter(Boolean).join(" ") || "—",
            },
          ]}
        />
        {evaluation?.opinion ? (
          <Notice title={t("screen.opinion")}>{evaluation.opinion}</Notice>
        ) : null}
      </div>
    </Section>
  );
}

async function Standing({ carrier }: { carrier: CarrierPage }) {
  const t = await getTranslations("carriers");
  const { evaluation, gaps, damaged, changed } = carrier;
  return (
    <>
      {evaluation ? (
        <p>
          {t("screen.made", { maker: evaluation.madeByName, at: formatMinute(evaluation.madeAt) })}
        </p>
      ) : null}
      {evaluation?.finalAt ? (
        <Notice
          title={t("screen.final", {
            maker: evaluation.finalByName ?? "—",
            at: formatMinute(evaluation.finalAt),
          })}
        >
          <span className={styles.hash}>
            {t("screen.hash", { hash: evaluation.frozenHash ?? "—" })}
          </span>
        </Notice>
      ) : null}
      {damaged ? <Notice tone="refused">{t("screen.damaged")}</Notice> : null}
      {changed ? <Notice tone="warning">{t("screen.changed", { total: changed })}</Notice> : null}
      {evaluation && gaps.length > 0 ? (
        <Notice tone="warning">
          {t("screen.gaps", { codes: [...new Set(gaps.map(({ code }) => code))].join(", ") })}
        </Notice>
      ) : null}
    </>
  );
}
