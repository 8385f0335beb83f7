import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { PrismaClient } from "@/lib/generated/prisma/client";
import type { Command } from "@/lib/kernel/command";
import { execute } from "@/lib/kernel/execute";
import { newId } from "@/lib/kernel/ids";
import { useDatabase } from "./database";
import {
  districts,
  type PersonName,
  personId,
  personSpec,
  type UnitName,
  units,
} from "./world/people";
import { type InsertedProject, insertProject, type ProjectOptions } from "./world/project";
import { insertPeople, insertReference, reference } from "./world/reference";

/** The instant at which the world starts: Monday 2 March 2026, 10:00 in Shanghai; the call is open. */
export const worldStart = "2026-03-02T02:00:00Z";

export interface World {
  /** The owner's client: inserts anything, past commands and policies. */
  owner: PrismaClient;
  ownerUrl: string;
  reference: typeof reference;
  units: typeof units;
  districts: typeof districts;
  id: (person: PersonName) => string;
  /** The signed-in actor of a person, with the roles of the design. */
  as: (person: PersonName) => Actor;
  /** The present instant of the world's clock, which the kernel reads too. */
  now: () => Date;
  setClock: (instant: string | Date) => void;
  /** Inserts a project in any state, with the rows it would have by then. */
  project: (options: ProjectOptions) => Promise<InsertedProject>;
  /** Inserts a stored file (its row; no bytes) and answers its id. */
  file: (by: PersonName, name?: string) => Promise<string>;
  /** Runs a command through the one write path and answers its data. */
  run: (person: PersonName, command: Command, body: unknown, key?: string) => Promise<unknown>;
}

/**
 * A database of its own with people, units, reference rows and one open call. Call it at the top of
 * a test file; use what it answers inside the tests.
 */
export function useWorld(start: string = worldStart): World {
  const { ownerUrl } = useDatabase();
  const folder = mkdtempSync(join(tmpdir(), "kehe-world-"));
  const clockFile = join(folder, "clock");
  let instant = new Date(start);
  const setClock = (to: string | Date): void => {
    instant = new Date(to);
    writeFileSync(clockFile, instant.toISOString());
  };
  setClock(start);
  process.env.KEHE_CLOCK_FILE = clockFile;
  const owner = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl, max: 3 }) });

  beforeAll(async () => {
    await insertPeople(owner, instant);
    await insertReference(owner, instant);
  });
  afterAll(async () => {
    await owner.$disconnect();
    delete process.env.KEHE_CLOCK_FILE;
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    owner,
    ownerUrl,
    reference,
    units,
    districts,
    id: personId,
    as: actorOf,
    now: () => instant,
    setClock,
    project: (options) => insertProject(owner, instant, options),
    file: (by, name = "合同.pdf") => insertFile(owner, instant, by, name),
    run: async (person, command, body, key) =>
      (await execute(command, { actor: actorOf(person), body, key })).data,
  };
}

function actorOf(person: PersonName): Actor {
  const { name, roles, unit, district } = personSpec(person);
  return {
    kind: "user",
    userId: personId(person),
    sessionId: null,
    name,
    held: roles.map((role) => ({
      role,
      unitId: unit ? units[unit].id : null,
      districtId: district ? districts[district].id : null,
    })),
  };
}

async function insertFile(
  owner: PrismaClient,
  now: Date,
  by: PersonName,
  name: string,
): Promise<string> {
  const id = newId();
  const { unit, district, name: uploadedByName } = personSpec(by);
  await owner.storedFile.create({
    data: {
      id,
      sha256: id.replaceAll("-", "").padEnd(64, "0"),
      size: 1024,
      mediaType: "application/pdf",
      originalName: name,
      storageKey: `test/${id}`,
      uploadedById: personId(by),
      uploadedByName,
      uploadedAt: now,
      unitId: unit ? units[unit].id : null,
      districtId: district ? districts[district].id : null,
    },
    select: { id: true },
  });
  return id;
}

export type { InsertedProject, PersonName, ProjectOptions, UnitName };
