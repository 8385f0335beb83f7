import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { insiders } from "./cast";
import { expectedTransitions } from "./expectations";
import { type ExpectedOffice, expectedOffices } from "./expectations-children";
import { attempt, fingerprint } from "./watch";
import { officeWays } from "./ways/offices";
import { prepareWorld } from "./ways/scene";

const folder = mkdtempSync(join(tmpdir(), "kehe-offices-"));
process.env.KEHE_FILES_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const world = useWorld();
beforeAll(() => prepareWorld(world));

const registration = expectedTransitions
  .filter(({ id }) => id === "T00")
  .map(({ command, roles }): ExpectedOffice => ({ command, roles }));

const wayOf = (command: string) => {
  const way = officeWays[command];
  if (way === undefined) throw new Error(`no way to try ${command}`);
  return way;
};

/** A password that isn't the present one, and a file that is no ledger: refused for what they are. */
const heldUpByInput = ["accounts.change-password", "application.import-ledger"];

/** A session or a counter may be touched by looking; nothing else may change. */
const print = () => fingerprint(world, { except: ["session"] });

describe.each([...registration, ...expectedOffices])("$command", (row) => {
  const { command, roles, unseenBy = [] } = row;

  it("refuses every other role, with 404 where its record isn't to be seen", async () => {
    const others = insiders(world).filter(({ role }) => !roles.includes(role));
    for (const { name, role, actor } of others) {
      const body = await wayOf(command)(world, actor.userId ?? "");
      const before = await print();
      const result = await attempt(command, actor, body);
      expect(result.status, `${command} by ${name}: ${result.code}`).toBe(
        unseenBy.includes(role) ? 404 : 403,
      );
      expect(await print(), `${command} by ${name}`).toEqual(before);
    }
  });

  it("lets its own roles in", async () => {
    for (const { name, role, actor } of insiders(world)) {
      if (!roles.includes(role)) continue;
      const body = await wayOf(command)(world, actor.userId ?? "");
      const result = await attempt(command, actor, body);
      expect(result.status, `${command} by ${name}: ${result.code}`).toBe(
        heldUpByInput.includes(command) ? 422 : 200,
      );
    }
  });
});
