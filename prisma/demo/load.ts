import { sweep } from "@/lib/notices/sweep";
import { letGo, openAccounts, welcome } from "./accounts";
import { appliedProjects } from "./applied";
import { budgetSteps } from "./budget";
import { callDays, callKeys, publishCall } from "./calls";
import { carrierSteps } from "./carriers";
import { DemoClock } from "./clock";
import { liaisonSteps } from "./liaison";
import { Life } from "./life";
import { batchDays, batchKeys, registeredProjects } from "./registered";
import { Demo, runSteps, type Step } from "./runner";
import type { AppliedSpec } from "./spec";
import { firstStories, secondStories } from "./stories/closed-calls";
import { openStories } from "./stories/open-call";
import { registeredPlan } from "./stories/registered-stories";
import { confirmBatch, enterBatch, rowOf } from "./stories/registration";
import type { Plan } from "./stories/segments";
import { yearlySteps } from "./stories/yearly";

/** First of all the accounts are opened. */
const begins = -1120;
/** Minutes after nine: when the day's projects have moved on. */
const evening = 550;
/** How often the jobs' sweep runs on the way, in days. */
const sweepEvery = 7;

/**
 * Loads the demonstration: accounts and units, three calls, and projects in every state, each step by
 * its real command at its own time. Answers how many commands ran.
 */
export async function loadDemonstration(tell: (line: string) => void): Promise<number> {
  const clock = new DemoClock();
  const demo = new Demo(clock);
  try {
    clock.begin(clock.at(begins));
    tell("accounts and units");
    const unitIds = await openAccounts(demo);
    const callIds = new Map<string, string>();
    const calls = callKeys.map((key) =>
      stepOf(callDays[key].opens - 10, `call ${key}`, async () => {
        callIds.set(key, await publishCall(demo, key));
      }),
    );
    const unitId = (key: string) => unitIds.get(key) ?? "";
    const applied = appliedProjects.flatMap((spec, index) =>
      stepsOf(demo, spec, index, { callIds, unitId: unitId(spec.unit) }),
    );
    const staff = [
      stepOf(-9, "leavers", () => letGo(demo)),
      stepOf(-2, "newcomer", () => welcome(demo)),
      ...yearlySteps(unitIds).map(([day, act]) =>
        stepOf(day, "yearly forms", () => act(demo), evening),
      ),
    ];
    const rolled = [...budgetSteps(demo), ...carrierSteps(demo)];

    const steps = [
      ...staff,
      ...calls,
      ...applied,
      ...registrations(demo, unitId),
      ...rolled,
      ...liaisonSteps(demo),
      ...sweeps(),
    ];
    await runSteps(demo, steps, tell);
    return demo.commands;
  } finally {
    clock.end();
  }
}

function stepOf(day: number, of: string, run: () => Promise<void>, minutes = 0): Step {
  return { day, of, run, minutes };
}

interface Places {
  callIds: ReadonlyMap<string, string>;
  unitId: string;
}

function stepsOf(demo: Demo, spec: AppliedSpec, index: number, places: Places): Step[] {
  let life: Life | undefined;
  const known = (): Life => {
    life ??= new Life(demo, spec, index, places.callIds.get(spec.call) ?? null, places.unitId);
    return life;
  };
  return planOf(demo, spec, index).map(([day, act]) =>
    stepOf(day, `${spec.key} ${spec.story}`, () => act(known()), minutesOf(index)),
  );
}

/** Each project has its own time of day, so that its steps keep their order and others' lie between. */
const minutesOf = (index: number): number => 20 + ((index * 7) % 400);

function planOf(demo: Demo, spec: AppliedSpec, index: number): Plan {
  const decembers = decembersOf(demo);
  // Drafts of a closed call lie a day or two apart.
  const day = callDays[spec.call].opens + 10 + (spec.call === "open" ? 0 : index % 3);
  const setting = { spec, day, decembers };
  const story =
    spec.call === "open"
      ? openStories[spec.story]?.()
      : (spec.call === "first" ? firstStories : secondStories)[spec.story]?.(setting);
  if (story === undefined) throw new Error(`no story ${spec.story}`);
  return story;
}

/** The days of past Decembers on which annual reports are handed in. */
function decembersOf({ clock }: Demo): number[] {
  const year = Number(clock.today.slice(0, 4));
  return [3, 2, 1, 0].map((ago) => clock.offset(`${year - ago}-12-10`)).filter((day) => day < -8);
}

function registrations(demo: Demo, unitId: (key: string) => string): Step[] {
  return batchKeys.flatMap((batch, at) => {
    const specs = registeredProjects.filter((spec) => spec.batch === batch);
    const lives = specs.map((spec, index) => new Life(demo, spec, index, null, unitId(spec.unit)));
    let registrationId = "";
    const entering = stepOf(batchDays[batch], `batch ${batch}`, async () => {
      registrationId = await enterBatch(
        demo,
        lives,
        specs.map((spec) => rowOf(demo, spec)),
      );
    });
    if (batch === "pending") return [entering];
    const confirming = stepOf(batchDays[batch] + 2, `batch ${batch}`, () =>
      confirmBatch(demo, batch === "first" ? "officer2" : "head", registrationId, lives),
    );
    const after = lives.flatMap((life, index) => {
      const spec = specs[index];
      if (spec === undefined) return [];
      return registeredPlan(spec, decembersOf(demo)).map(([day, act]) =>
        stepOf(day, `${spec.key} ${spec.story}`, () => act(life), minutesOf(index + 50 * at)),
      );
    });
    return [entering, confirming, ...after];
  });
}

/** What time alone brings about: reminders, and the system's own transitions. */
function sweeps(): Step[] {
  const days: number[] = [];
  for (let day = begins + sweepEvery; day < -1; day += sweepEvery) days.push(day);
  return days.map((day) =>
    stepOf(
      day,
      "sweep",
      async () => {
        await sweep();
      },
      600,
    ),
  );
}
