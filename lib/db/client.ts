import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { type DatabaseRole, roleUrl } from "@/lib/kernel/env";

/** A transaction with the actor's context set; what commands and queries work with. */
export type Tx = Prisma.TransactionClient;

const held = globalThis as typeof globalThis & {
  keheDatabases?: Partial<Record<DatabaseRole, PrismaClient>>;
  keheProcessRole?: DatabaseRole;
};

/** Says as which login role this process works where a call names none; the default is the app's. */
export function workAs(role: DatabaseRole): void {
  held.keheProcessRole = role;
}

/** The client of one login role, made at first use and kept for the process. */
export function database(role: DatabaseRole = held.keheProcessRole ?? "app"): PrismaClient {
  held.keheDatabases ??= {};
  held.keheDatabases[role] ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: roleUrl(role), max: role === "app" ? 10 : 4 },
      { statementNameGenerator: statementNames() },
    ),
  });
  return held.keheDatabases[role];
}

/** A connection keeps each named statement until it ends; lists of many lengths make many texts. */
const mostNames = 400;

/**
 * Names for statements, so that PostgreSQL parses and plans a text once a connection and not at each
 * use (bench/README.md). Texts beyond the first few hundred stay without (an empty name).
 */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= mostNames) return "";
    const name = `kehe_${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** Closes every pool of this process. */
export async function closeDatabases(): Promise<void> {
  const clients = Object.values(held.keheDatabases ?? {});
  held.keheDatabases = {};
  await Promise.all(clients.map((client) => client.$disconnect()));
}
