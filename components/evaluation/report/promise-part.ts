import { formatDate } from "@/components/ui/format";
import type { PaperSection, PaperTable } from "@/lib/documents/paper/paper";
import { indicatorName, valueText } from "../line-text";
import type { PartContext } from "./part-context";

/** The line of the promise: application → contract → changes → what was reached. */
export function promisePart(context: PartContext): PaperSection {
  const { report, t } = context;
  return {
    title: t("paper.promise"),
    blocks: [
      { kind: "note", text: t("paper.promiseNote", { version: report.baselineVersion }) },
      { kind: "heading", text: t("paper.promiseVersions") },
      versionsTable(context),
      { kind: "heading", text: t("paper.promiseTargets") },
      { kind: "note", text: t("paper.promiseMark") },
      targetsTable(context),
    ],
  };
}

function versionsTable({ report, t, absorption }: PartContext): PaperTable {
  return {
    kind: "table",
    caption: t("paper.promiseVersions"),
    columns: [
      { title: t("paper.promiseVersion"), width: 20, names: true },
      { title: t("paper.promiseCause"), width: 20 },
      { title: t("paper.promiseAt"), width: 20 },
      { title: t("paper.promiseMoved"), width: 40 },
    ],
    rows: report.promise.map((row, at) => {
      const before = report.promise[at - 1];
      const moved = before
        ? Object.keys(row.targets).filter((code) => before.targets[code] !== row.targets[code])
        : [];
      return {
        cells: [
          t("paper.version", { version: row.version }),
          absorption(`baselineCause.${row.cause}`),
          formatDate(row.frozenAt),
          moved.length === 0 ? "—" : moved.join(t("listSeparator")),
        ],
      };
    }),
  };
}

function targetsTable({ report, words, t }: PartContext): PaperTable {
  const { promise } = report;
  return {
    kind: "table",
    caption: t("paper.promiseTargets"),
    small: true,
    columns: [
      { title: t("line.code"), width: 8 },
      { title: t("line.indicator"), width: 34, names: true },
      ...promise.map(({ version }) => ({
        title: t("paper.version", { version }),
        width: 44 / promise.length,
        align: "end" as const,
      })),
      { title: t("paper.actual"), width: 15, align: "end" },
      { title: t("line.score"), width: 9, align: "end" },
    ],
    rows: report.lines.map((line) => ({
      cells: [
        line.indicatorCode,
        indicatorName(line, words),
        ...promise.map(({ targets }, at) => {
          const value = targets[line.indicatorCode] ?? null;
          const before = promise[at - 1]?.targets[line.indicatorCode];
          const moved = at > 0 && before !== value ? "*" : "";
          return `${valueText(t, words, line, value)}${moved}`;
        }),
        valueText(t, words, line, line.auditedValue ?? line.selfValue),
        line.score ?? line.selfScore ?? "—",
      ],
    })),
  };
}
