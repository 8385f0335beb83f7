import Link from "next/link";
import { titleOf } from "@/components/project/words";
import { DataTable } from "@/components/ui/data-table";
import { formatWan } from "@/components/ui/format";
import type { Effects } from "@/lib/evaluation/publishing/simulate";
import type { RuleWords } from "./rule-words";

const shown = 50;

/** What the newest evaluations or claims would have come to under the draft. */
export function EffectsPart({ effects, context }: { effects: Effects; context: RuleWords }) {
  const { t, words } = context;
  const rows = rowsOf(effects, context);
  return (
    <>
      <p>{summaryOf(effects, context)}</p>
      <p>{t("screen.effectsNote")}</p>
      {rows.length === 0 ? null : (
        <DataTable
          caption={t("screen.effects")}
          rows={rows.slice(0, shown)}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "project",
              header: t("screen.project"),
              head: true,
              cell: ({ project }) => (
                <Link href={`/projects/${project.id}?tab=evaluation`}>
                  {[project.number, titleOf(project, words)].filter(Boolean).join(" · ")}
                </Link>
              ),
            },
            { key: "was", header: t("screen.was"), nowrap: true, cell: ({ was }) => was },
            { key: "is", header: t("screen.is"), nowrap: true, cell: ({ is }) => is },
          ]}
        />
      )}
      {rows.length > shown ? <p>{t("screen.moreRows", { count: shown })}</p> : null}
    </>
  );
}

function summaryOf(effects: Effects, { t }: RuleWords): string {
  const counts = { considered: effects.considered, changed: effects.changed.length };
  if (effects.kind !== "scores") return t(`screen.${effects.kind}`, counts);
  const open = effects.changed.filter(({ is }) => is.total === null).length;
  const grades = effects.changed.filter(
    ({ was, is }) => is.grade !== null && was.grade !== is.grade,
  ).length;
  const told = t("screen.scores", { ...counts, changed: counts.changed - open, grades });
  return open === 0 ? told : `${told} ${t("screen.scoresOpen", { count: open })}`;
}

function rowsOf(effects: Effects, { t, words }: RuleWords) {
  const row = <T,>({ project, was, is }: Row<T>, say: (value: T) => string, at: number) => ({
    key: `${project.id}.${at}`,
    project,
    was: say(was),
    is: say(is),
  });
  switch (effects.kind) {
    case "scores":
      return effects.changed.map((each, at) =>
        row(
          each,
          ({ total, grade }) =>
            total === null || grade === null
              ? t("screen.notComputed")
              : `${total} ${words.names("grade", grade)}`,
          at,
        ),
      );
    case "hits":
      return effects.changed.map((each, at) =>
        row(each, (hit) => t(hit ? "screen.applies" : "screen.appliesNot"), at),
      );
    case "amounts":
      return effects.changed.map((each, at) =>
        row(each, (yuan) => (yuan === null ? t("screen.none") : formatWan(yuan)), at),
      );
  }
}

interface Row<T> {
  project: Effects["changed"][number]["project"];
  was: T;
  is: T;
}
