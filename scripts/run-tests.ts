/**
 * Every check of the project, each counted; ends with "N passed, N failed".
 *   node scripts/test.mjs                      all
 *   node scripts/test.mjs --only types,unit    some of them
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { ensureBuild, ensureClient } from "./lib/build";
import { command, type House, runHouse } from "./lib/house";

interface Count {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  run: (house: House) => Promise<Count>;
}

const RESULTS = ".cache/test-results";

const STEPS: readonly Step[] = [
  check("lint", command("@biomejs/biome", "bin/biome", "lint", ".")),
  check("format", command("@biomejs/biome", "bin/biome", "check", "--linter-enabled=false", ".")),
  check("types", command("typescript", "bin/tsc", "--noEmit", "-p", "."), [
    command("next", "dist/bin/next", "typegen"),
  ]),
  check(
    "layers",
    command(
      "dependency-cruiser",
      "bin/dependency-cruiser.mjs",
      "app",
      "components",
      "lib",
      "scripts",
    ),
  ),
  check("unused", command("knip", "bin/knip.js")),
  { name: "unit", run: runVitest },
  check("build", [], [], ensureBuild),
  { name: "journeys", run: runPlaywright },
];

/** A check that counts as one. */
function check(
  name: string,
  last: string[],
  before: string[][] = [],
  work?: (house: House) => Promise<void>,
): Step {
  const run = async (house: House) => {
    if (work) await work(house);
    for (const args of last.length > 0 ? [...before, last] : before) {
      await house.run(args, `The check ${name} failed (see above).`);
    }
    return { passed: 1, failed: 0 };
  };
  return { name, run };
}

const vitestResult = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  success: z.boolean(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

async function runVitest(house: House): Promise<Count> {
  const file = resultFile("vitest.json");
  const ended = await finishes(house, [
    ...command("vitest", "vitest.mjs", "run"),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const result = vitestResult.parse(JSON.parse(readFileSync(file, "utf8")));
  const broken = result.testResults.filter(
    (each) => each.status === "failed" && each.assertionResults.length === 0,
  ).length;
  const failed = result.numFailedTests + broken;
  // An error outside any test fails the run without a failed test.
  return { passed: result.numPassedTests, failed: failed === 0 && !ended ? 1 : failed };
}

const playwrightResult = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
});

async function runPlaywright(house: House): Promise<Count> {
  const config = "e2e/playwright.config.ts";
  if (!existsSync(config)) throw new SetupProblem(`${config} is missing.`);
  const file = resultFile("playwright.json");
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = file;
  const ended = await finishes(house, [
    ...command("@playwright/test", "cli.js", "test"),
    `--config=${config}`,
    "--reporter=list,json",
  ]);
  const { errors, stats } = playwrightResult.parse(JSON.parse(readFileSync(file, "utf8")));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed === 0 && !ended ? 1 : failed };
}

function resultFile(name: string): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(process.cwd(), RESULTS, name);
  rmSync(file, { force: true });
  return file;
}

/** Runs a program to its end; true when it succeeded. */
async function finishes(house: House, args: string[]): Promise<boolean> {
  try {
    await house.run(args, "failed");
    return true;
  } catch (error) {
    if (error instanceof SetupProblem) return false;
    throw error;
  }
}

async function counted(house: House, step: Step): Promise<Count> {
  const begun = performance.now();
  console.log(`\n── ${step.name}`);
  let count: Count;
  try {
    count = await step.run(house);
  } catch (error) {
    console.error(error instanceof SetupProblem ? error.message : error);
    count = { passed: 0, failed: 1 };
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
  return count;
}

function chosenSteps(): readonly Step[] {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  if (!values.only) return STEPS;
  const names = values.only.split(",");
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown) {
    throw new SetupProblem(
      `There is no step ${unknown}: choose from ${STEPS.map((step) => step.name).join(", ")}.`,
    );
  }
  return STEPS.filter((step) => names.includes(step.name));
}

runHouse(async (house) => {
  // A database of the operator's must never be touched by tests.
  delete process.env.DATABASE_URL;
  const steps = chosenSteps();
  await ensureClient(house);
  const total: Count = { passed: 0, failed: 0 };
  for (const step of steps) {
    const { passed, failed } = await counted(house, step);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  await house.close();
  process.exit(total.failed === 0 ? 0 : 1);
});
