import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { Written } from "@/lib/warnings/write";
import type { Figures, Spread } from "./measure";

const readme = "bench/README.md";
/** Between which marks each table stands. */
const places = {
  pages: ["<!-- table -->", "<!-- end of table -->"],
  risks: ["<!-- risks -->", "<!-- end of risks -->"],
} as const;

/** What the design aims at. */
export const aims = {
  pageRatio: 1.5,
  commandMilliseconds: 4,
  scriptRatio: 1.2,
  sweepSeconds: 60,
} as const;

export interface Circumstances {
  projects: number;
  rounds: number;
  load: { before: number; after: number };
  begunAt: Date;
  postgres: string;
}

/** The table in Markdown, with the machine that it was measured on. */
export function table(figures: Figures, about: Circumstances): string {
  const ms = (value: number) => value.toFixed(1);
  const both = ({ p50, p95 }: Spread) => `${ms(p50)} / ${ms(p95)}`;
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`;
  const { bare } = figures;
  const lines = [
    machine(about),
    "",
    "| | p50 / p95 ms | its SQL p50 / p95 ms (statements) | p50 ÷ (bare + SQL) | JavaScript ÷ bare | HTML |",
    "|---|---|---|---|---|---|",
    `| bare page | ${both(bare)} | | | ${kilobytes(figures.bareScriptBytes)} | ${kilobytes(figures.bareHtmlBytes)} |`,
    ...figures.pages.map(({ name, page, sql, statements, scriptBytes, htmlBytes }) => {
      const ratio = page.p50 / (bare.p50 + sql.p50);
      const scripts = scriptBytes / figures.bareScriptBytes;
      return `| ${name} | ${both(page)} | ${both(sql)} (${statements}) | ${aimed(ratio, aims.pageRatio)} | ${aimed(scripts, aims.scriptRatio)} | ${kilobytes(htmlBytes)} |`;
    }),
  ];
  const { command } = figures;
  if (command) {
    const above = command.command.p50 - command.sql.p50;
    lines.push(
      "",
      "| | p50 / p95 ms | its SQL p50 / p95 ms (statements) | p50 − SQL p50, ms |",
      "|---|---|---|---|",
      `| ${command.name} | ${both(command.command)} | ${both(command.sql)} (${command.statements}) | ${aimed(above, aims.commandMilliseconds)} |`,
    );
  }
  return lines.join("\n");
}

/** A figure, bold where it misses its aim. */
function aimed(value: number, aim: number): string {
  const text = value.toFixed(2);
  return value <= aim ? text : `**${text}**`;
}

function machine({ projects, rounds, load, begunAt, postgres }: Circumstances): string {
  const [first] = cpus();
  return [
    `${projects.toLocaleString("en")} projects, ${rounds} rounds, ${begunAt.toISOString().slice(0, 16)}Z.`,
    `${cpus().length} cores (${first?.model.trim() ?? "unknown"}), Node ${process.versions.node}, PostgreSQL ${postgres}.`,
    `Load average ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after.`,
  ].join(" ");
}

export interface Timed<T> {
  seconds: number;
  /** Processor seconds of the server and the job together. */
  cpu: number;
  answer: T;
}

export interface Sweeps {
  first: Timed<Written>;
  again: Timed<Written>;
  night: Timed<Written>;
  reminders: Timed<number>;
  noReminders: Timed<number>;
}

/** What the jobs took, in Markdown; bold over a minute. */
export function sweepTable(sweeps: Sweeps, cells: number): string {
  const line = (name: string, { seconds, cpu }: Timed<unknown>, found: string) =>
    `| ${name} | ${aimed(seconds, aims.sweepSeconds)} | ${cpu.toFixed(1)} | ${found} |`;
  const changes = ({ raised, worsened, eased, closed }: Written) =>
    `${raised} raised, ${worsened} worsened, ${eased} eased, ${closed} closed`;
  return [
    `| jobs, ${cells.toLocaleString("en")} cells | seconds | processor seconds | found |`,
    "|---|---|---|---|",
    line("first round, all warnings are new", sweeps.first, changes(sweeps.first.answer)),
    line("called again on the same day", sweeps.again, changes(sweeps.again.answer)),
    line("next night's round", sweeps.night, changes(sweeps.night.answer)),
    line("reminders, all due at once", sweeps.reminders, `${sweeps.reminders.answer}`),
    line("reminders, none new", sweeps.noReminders, `${sweeps.noReminders.answer}`),
  ].join("\n");
}

/** Puts a table between its marks in bench/README.md. */
export function writeTable(text: string, place: keyof typeof places = "pages"): void {
  const whole = readFileSync(readme, "utf8");
  const [begin, end] = places[place];
  const from = whole.indexOf(begin);
  const to = whole.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${readme} has no place for the table`);
  writeFileSync(readme, `${whole.slice(0, from + begin.length)}\n${text}\n${whole.slice(to)}`);
}
