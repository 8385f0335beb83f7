import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { SetupProblem } from "@/lib/kernel/setup-problem";

const secretsSchema = z.object({
  /** Names the folder outside the checkout when the server can't live inside it. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  ownerPassword: z.string().min(32),
  nextAuthSecret: z.string().min(32),
  /** The port of the last start, tried first at the next one. */
  port: z.int().positive().nullable(),
});

export type Secrets = z.infer<typeof secretsSchema>;

function secretsFile(dataDir: string): string {
  return join(dataDir, "secrets.json");
}

/** The passwords of the embedded installation: made at the first start, kept in `DATA_DIR` for its owner only. */
export function loadSecrets(dataDir: string): Secrets {
  const file = secretsFile(dataDir);
  if (!existsSync(file)) {
    if (existsSync(join(dataDir, "postgres"))) {
      throw new SetupProblem(
        `${file} is missing but a database is there: put the file back, or move ${dataDir} away to begin anew.`,
      );
    }
    const secrets: Secrets = {
      id: randomBytes(8).toString("hex"),
      ownerPassword: randomBytes(24).toString("hex"),
      nextAuthSecret: randomBytes(32).toString("hex"),
      port: null,
    };
    saveSecrets(dataDir, secrets);
    return secrets;
  }
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new SetupProblem(
      `${file} can't be read: restore it from a copy, or move ${dataDir} away to begin anew.`,
    );
  }
}

/** Replaces the file in one step, so that a crash leaves the old or the new one. */
export function saveSecrets(dataDir: string, secrets: Secrets): void {
  mkdirSync(dataDir, { recursive: true });
  const next = `${secretsFile(dataDir)}.${process.pid}`;
  writeFileSync(next, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, secretsFile(dataDir));
}
