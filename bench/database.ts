import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { sessionCookie } from "@/lib/accounts/cookies";
import { startTemporary } from "@/lib/db/embedded";
import { prepareDatabase } from "@/lib/db/prepare";
import { env } from "@/lib/kernel/env";
import { type House, step, typescript } from "@/scripts/lib/house";

/** A database of its own, with what every installation starts with. */
export async function openDatabase(house: House, port: number): Promise<string> {
  return step("Starting a database", async () => {
    const server = await startTemporary();
    house.onClose(server.stop);
    process.env.KEHE_EMBEDDED_URL = server.url;
    process.env.NEXTAUTH_SECRET = server.nextAuthSecret;
    process.env.KEHE_ORIGIN = `http://127.0.0.1:${port}`;
    const files = mkdtempSync(join(tmpdir(), "kehe-bench-files-"));
    house.onClose(async () => rmSync(files, { recursive: true, force: true }));
    process.env.KEHE_FILES_DIR = files;
    await prepareDatabase(server.url);
    await house.run(typescript("scripts/load-reference.ts"), "No reference data (see above).");
    return server.url;
  });
}

/** The cookie of a session, as the browser would send it. */
export const cookieOf = async (token: string): Promise<string> =>
  `${sessionCookie()}=${await encode({ token: { sub: token }, secret: env().secret })}`;

/** The version of the server that is measured. */
export async function versionOf(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>("show server_version");
  await client.end();
  return rows[0]?.server_version ?? "?";
}
