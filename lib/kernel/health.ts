import { database } from "@/lib/db/client";
import { now } from "./clock";

export interface Health {
  status: "ok" | "unavailable";
  time: string;
}

/** Can this process serve: does the database answer? */
export async function checkHealth(): Promise<Health> {
  const time = now().toISOString();
  try {
    await database().$queryRaw`select 1`;
    return { status: "ok", time };
  } catch {
    return { status: "unavailable", time };
  }
}
