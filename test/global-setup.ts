import type { TestProject } from "vitest/node";
import { startTemporary } from "@/lib/db/embedded";
import { prepareDatabase } from "@/lib/db/prepare";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's connection string to the migrated template that each test file copies. */
    templateUrl: string;
    nextAuthSecret: string;
  }
}

/** Starts one server for the whole run and migrates the template; ends both afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporary();
  process.env.KEHE_EMBEDDED_URL = server.url;
  process.env.NEXTAUTH_SECRET = server.nextAuthSecret;
  try {
    await prepareDatabase(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("templateUrl", server.url);
  project.provide("nextAuthSecret", server.nextAuthSecret);
  return () => server.stop();
}
