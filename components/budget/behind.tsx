import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/figures";
import { formatDecimal, formatWan } from "@/components/ui/format";
import { EmptyState, Notice } from "@/components/ui/states";
import type { BudgetForm } from "@/lib/evaluation/rollup/queries";
import type { Part } from "@/lib/evaluation/rollup/rules";
import type { FormRow } from "@/lib/evaluation/rollup/sheet";
import { decimalOf, subtract, toFixed } from "@/lib/kernel/fraction";
import { sumYuan } from "@/lib/kernel/money";
import styles from "./budget.module.css";

interface BehindProps {
  form: BudgetForm;
  /** An indicator's code, or `money`. */
  code: string;
  words: Words;
  /** The address that opens another cell of a kind of form. */
  href: (code: string, kind?: string) => string;
}

type Brief = Pick<
  BudgetForm["sheet"]["projects"][number],
  "id" | "number" | "title" | "titleEn" | "unitName"
>;

function ProjectName({ project, words, tab }: { project: Brief; words: Words; tab: string }) {
  const title = words.locale === "en" ? (project.titleEn ?? project.title) : project.title;
  return (
    <>
      <a href={`/projects/${project.id}${tab}`}>{title}</a>
      <span className={styles.below}>
        {project.number ?? "—"} · {project.unitName}
      </span>
    </>
  );
}

/** What a cell stands on: the projects, with what each of them adds. */
export async function Behind(props: BehindProps) {
  const { form, code, words, href } = props;
  if (code === "money") return <MoneyBehind {...props} />;
  const t = await getTranslations("rollup");
  const row = form.sheet.rows.find((each) => each.code === code);
  if (row === undefined) return null;
  const name = `${row.code} ${words.locale === "en" ? row.en : row.zh}`;
  return (
    <Section
      id="behind"
      title={t("screen.behind", { name })}
      note={t(`screen.behindHow.${row.how ?? "none"}`)}
      bare
    >
      {row.from.length > 0 ? (
        <p>
          {t("screen.from")}
          {row.from.map((each) => (
            <span key={each}>
              {" "}
              <a href={href(each, "self_evaluation")}>{each}</a>
            </span>
          ))}
        </p>
      ) : null}
      {row.parts.length > 0 || row.from.length === 0 ? (
        <Parts form={form} row={row} words={words} />
      ) : null}
    </Section>
  );
}

const shown = (row: FormRow, value: string | null, words: Words): string | null => {
  if (value === null) return null;
  if (row.kind === "qualitative") return words.names("achievement", value);
  return formatDecimal(value);
};

async function Parts({ form, row, words }: { form: BudgetForm; row: FormRow; words: Words }) {
  const t = await getTranslations("rollup");
  const projects = new Map(form.sheet.projects.map((project) => [project.id, project]));
  const lines = row.parts.flatMap((part) => {
    const project = projects.get(part.projectId);
    return project ? [{ ...part, project }] : [];
  });
  type Line = Part & { project: Brief };
  return (
    <DataTable<Line>
      caption={t("screen.behind", { name: row.code })}
      rows={lines}
      rowKey={(line) => line.projectId}
      empty={<EmptyState title={t("screen.noProjects")} />}
      columns={[
        {
          key: "project",
          header: t("screen.project"),
          head: true,
          cell: ({ project }) => <ProjectName project={project} words={words} tab="/report" />,
        },
        {
          key: "target",
          header: t("screen.target"),
          align: "end",
          cell: (line) => shown(row, line.target, words),
        },
        {
          key: "actual",
          header: t("screen.actual"),
          align: "end",
          cell: (line) => shown(row, line.actual, words) ?? t("screen.noResult"),
        },
        ...(row.how === "quotient"
          ? [
              {
                key: "base",
                header: t("screen.base"),
                align: "end" as const,
                cell: (line: Line) => (line.base ? formatDecimal(line.base) : "—"),
              },
            ]
          : []),
        {
          key: "reached",
          header: t("screen.reached"),
          cell: (line) =>
            line.left ? t("screen.left") : t(line.reached ? "screen.yes" : "screen.no"),
        },
      ]}
    />
  );
}

async function MoneyBehind({ form, words }: BehindProps) {
  const t = await getTranslations("rollup");
  const { drawn, money } = form.sheet;
  const issued = sumYuan(drawn.map((row) => row.issued));
  const gap = toFixed(subtract(decimalOf(issued), decimalOf(money.executed.fiscal)), 2);
  return (
    <Section
      id="behind"
      title={t("screen.behindMoney")}
      note={t("screen.behindMoneyHint", {
        issued: formatWan(issued),
        executed: formatWan(money.executed.fiscal),
      })}
      bare
    >
      {form.kind === "self_evaluation" && Number(gap) !== 0 ? (
        <Notice tone="warning">
          {t("screen.differs", { by: formatWan(gap.replace("-", "")) })}
        </Notice>
      ) : null}
      <DataTable
        caption={t("screen.behindMoney")}
        rows={drawn}
        rowKey={(row) => row.projectId}
        empty={<EmptyState title={t("screen.noProjects")} />}
        columns={[
          {
            key: "project",
            header: t("screen.project"),
            head: true,
            cell: ({ projectId, ...row }) => (
              <ProjectName
                project={{ id: projectId, ...row }}
                words={words}
                tab="?tab=absorption"
              />
            ),
          },
          ...(["planned", "issued", "received"] as const).map((key) => ({
            key,
            header: t(`screen.${key}`),
            align: "end" as const,
            cell: (row: (typeof drawn)[number]) => <Money yuan={row[key]} />,
          })),
        ]}
      />
    </Section>
  );
}
