import { expect, it } from "vitest";
import { randomFrom } from "@/bench/seed/rows";
import { verifyChain } from "@/lib/audit/verify";
import { auditKey } from "@/lib/kernel/env";
import { addWorkingDays, shanghaiDate, shiftDate } from "@/lib/kernel/working-days";
import { remind } from "@/lib/notices/remind";
import { reminderDue } from "@/lib/notices/reminders";
import type { InsertedProject } from "@/test/world";
import { useWorld } from "@/test/world";
import { day, layCause, quiet } from "./causes.fixture";
import { levelDay, warningRuleIds } from "./rules";
import { sweepWarnings } from "./sweep";
import { noon } from "./warnings.fixture";

const world = useWorld("2026-01-05T04:00:00Z");
const firstDay = "2026-01-05";
const days = 400;
const none = new Map<string, number>();
const rules = warningRuleIds.filter((rule) => rule !== "ratio_low");

interface Cause {
  rule: (typeof rules)[number];
  project: InsertedProject;
  since: string;
  ends: string;
  end: (on: string) => Promise<unknown>;
}

/** Two causes a project, so that batches of a few projects have several each. */
async function layCauses(random: () => number): Promise<Cause[]> {
  const causes: Cause[] = [];
  const within = (from: number, to: number) => from + Math.floor(random() * (to - from));
  for (let n = 0; n < 16; n += 1) {
    const project = await quiet(world, n % 5 === 0 ? { unit: "direct" } : {});
    for (const at of [n, n + 3]) {
      const rule = rules[at % rules.length] ?? "link_late";
      const since = shiftDate(firstDay, within(0, 220));
      const ends = shiftDate(since, within(1, 300));
      causes.push({ rule, project, since, ends, end: await layCause[rule](world, project, since) });
    }
  }
  return causes;
}

/** Every statement on what the jobs write may be the one at which the process dies. */
async function killAtRandom(random: () => number): Promise<void> {
  const run = (sql: string) => world.owner.$executeRawUnsafe(sql);
  await run("create sequence statements_so_far");
  await run("create table dies_at (n bigint primary key)");
  await run(`create function die() returns trigger language plpgsql security definer as $$
    declare this bigint := nextval('statements_so_far'); begin
    if exists (select from dies_at where n = this) then
      raise exception 'the job process was killed';
    end if;
    return null; end $$`);
  for (const table of ["warning", "duty", "event", "event_head", "reminder", "warning_sweep"]) {
    await run(`create trigger die after insert or update on ${table}
      for each statement execute function die()`);
  }
  const doomed = Array.from({ length: 20_000 }, (_, n) => n + 1).filter(() => random() < 0.15);
  await run(`insert into dies_at values ${doomed.map((n) => `(${n})`).join(",")}`);
}

/** The day's jobs, begun again as often as they die; answers how often that was. */
async function runJobs(): Promise<number> {
  for (let deaths = 0; ; deaths += 1) {
    try {
      await sweepWarnings(world.now(), 3);
      await remind(world.now());
      return deaths;
    } catch (error) {
      if (!String(error).includes("was killed") || deaths > 200) throw error;
    }
  }
}

/** What must have been told of a cause, as `day verb rule project`. */
function expected({ rule, project, since, ends }: Cause): string[] {
  const on = (level: "amber" | "red") =>
    shanghaiDate(levelDay(rule, level, day(since), none) ?? day(ends));
  const told = (date: string, verb: string) => `${date} ${verb} ${rule} ${project.id}`;
  const lines = [
    told(on("amber"), "raise"),
    ...(on("red") < ends ? [told(on("red"), "worsen")] : []),
    told(ends, "close"),
  ];
  const last = shiftDate(firstDay, days - 1);
  return on("amber") < ends ? lines.filter((line) => line.slice(0, 10) <= last) : [];
}

/** The reminders of a warning's duty, a look a day, as `day rule project offset`. */
function expectedReminders(cause: Cause): string[] {
  const raised = expected(cause)
    .find((line) => line.includes(" raise "))
    ?.slice(0, 10);
  if (!raised) return [];
  const dueAt = addWorkingDays(new Date(noon(raised)), 10);
  const seen = new Map<number, string>();
  const last = shiftDate(firstDay, days - 1);
  for (let date = raised; date < cause.ends && date <= last; date = shiftDate(date, 1)) {
    const offset = reminderDue(dueAt, new Date(noon(date)));
    if (offset !== null && !seen.has(offset)) seen.set(offset, date);
  }
  const { rule, project } = cause;
  return [...seen].map(([offset, date]) => `${date} ${rule} ${project.id} ${offset}`);
}

it("each warning and reminder exactly once over 400 days in which the job process dies at random", async () => {
  const random = randomFrom(20_261_126);
  const causes = await layCauses(random);
  await killAtRandom(random);
  let deaths = 0;
  for (let n = 0; n < days; n += 1) {
    const date = shiftDate(firstDay, n);
    world.setClock(noon(date));
    for (const cause of causes.filter(({ ends }) => ends === date)) await cause.end(date);
    deaths += await runJobs();
  }
  const events = await world.owner.event.findMany({
    where: { command: { startsWith: "warnings." } },
    select: { at: true, command: true, params: true, projectId: true },
  });
  const ruleOf = (params: unknown) =>
    params !== null && typeof params === "object" && "rule" in params ? params.rule : "";
  const told = events.map(
    ({ at, command, params, projectId }) =>
      `${shanghaiDate(at)} ${command.slice("warnings.".length)} ${ruleOf(params)} ${projectId}`,
  );
  expect(told.toSorted()).toEqual(causes.flatMap(expected).toSorted());
  const reminders = await world.owner.reminder.findMany({
    where: { duty: { subjectType: "warning" } },
    select: { at: true, projectId: true, offsetDays: true, duty: { select: { kind: true } } },
  });
  const sent = reminders.map(
    ({ at, projectId, offsetDays, duty }) =>
      `${shanghaiDate(at)} ${duty.kind.slice("warnings.".length)} ${projectId} ${offsetDays}`,
  );
  expect(sent.toSorted()).toEqual(causes.flatMap(expectedReminders).toSorted());
  expect(await verifyChain(world.owner, auditKey())).toMatchObject({ ok: true });
  expect(told.length).toBeGreaterThan(40);
  expect(deaths).toBeGreaterThan(200);
}, 600_000);
