/** Runs scripts/<name>.ts with the environment of the running Kehe, or with the database started for it alone. */
import { existsSync } from "node:fs";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { ensureClient } from "./lib/build";
import { joinDatabase, openDatabase, prepare } from "./lib/database";
import { runHouse, typescript } from "./lib/house";

runHouse(async (house) => {
  const [name = "", ...args] = process.argv.slice(2);
  const file = `scripts/${name}.ts`;
  if (!/^[a-z-]+$/.test(name) || !existsSync(file))
    throw new SetupProblem(`There is no script ${file}.`);
  await ensureClient(house);
  if (!(await joinDatabase())) {
    await openDatabase(house, "application");
    await prepare(house);
  }
  await house.run(typescript(file, ...args), `${file} failed (see above).`);
  await house.close();
  process.exit(0);
});
