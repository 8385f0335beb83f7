import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/figures";
import { Notice } from "@/components/ui/states";
import type { ImportAnswer } from "./import-form";
import type { ImportTexts } from "./import-texts";

type Problem = ImportAnswer["problems"][number];

/** What the dry run found, errors before warnings, and what would be registered. */
export function ImportFindings({ answer, texts }: { answer: ImportAnswer; texts: ImportTexts }) {
  const { words } = texts;
  const of = (severity: Problem["severity"]) =>
    answer.problems.filter((problem) => problem.severity === severity);
  const [errors, warnings] = [of("error"), of("warning")];
  const count = (text: string | undefined, number: number) =>
    (text ?? "").replace("{count}", String(number));
  return (
    <>
      <Section title={words.problems ?? ""} bare>
        <div role="status">
          {errors.length > 0 ? (
            <Notice tone="refused">{count(words.errors, errors.length)}</Notice>
          ) : (
            <Notice>
              {warnings.length > 0 ? count(words.warnings, warnings.length) : words.clean}
            </Notice>
          )}
        </div>
        {answer.problems.length > 0 ? (
          <ProblemTable problems={[...errors, ...warnings]} texts={texts} />
        ) : null}
      </Section>
      <Section title={words.preview ?? ""} bare>
        <DataTable
          caption={words.preview ?? ""}
          rows={answer.preview}
          rowKey={({ row }) => String(row)}
          columns={[
            { key: "row", header: words.row ?? "", align: "end", cell: ({ row }) => row },
            { key: "title", header: words.project ?? "", head: true, cell: ({ title }) => title },
            { key: "unit", header: words.unit ?? "", cell: ({ unitName }) => unitName },
            {
              key: "state",
              header: words.state ?? "",
              cell: ({ state }) => texts.states[state] ?? state,
            },
            {
              key: "grant",
              header: words.grant ?? "",
              align: "end",
              cell: ({ grant }) => <Money yuan={grant} />,
            },
          ]}
        />
      </Section>
    </>
  );
}

function ProblemTable({ problems, texts }: { problems: readonly Problem[]; texts: ImportTexts }) {
  const { words } = texts;
  return (
    <DataTable
      caption={words.problems ?? ""}
      rows={problems.map((problem, index) => ({ ...problem, key: String(index) }))}
      rowKey={({ key }) => key}
      columns={[
        { key: "row", header: words.row ?? "", align: "end", cell: ({ row }) => row },
        {
          key: "column",
          header: words.column ?? "",
          head: true,
          cell: ({ column }) => texts.columns[column] ?? column,
        },
        {
          key: "problem",
          header: words.problem ?? "",
          cell: (problem) => problemText(problem, texts),
        },
        {
          key: "severity",
          header: words.severity ?? "",
          cell: ({ severity }) => (
            <Badge tone={severity === "error" ? "refused" : "attention"}>{words[severity]}</Badge>
          ),
        },
      ]}
    />
  );
}

/** The text of a finding with its values in place. */
function problemText(
  { column, code, params = {} }: Problem,
  { problems, districts }: ImportTexts,
): string {
  const text = problems[code] ?? code;
  const shown = (value: string | number) =>
    (column === "districtId" ? districts[String(value)] : undefined) ?? String(value);
  return Object.entries(params).reduce(
    (filled, [name, value]) => filled.replaceAll(`{${name}}`, shown(value)),
    text,
  );
}
