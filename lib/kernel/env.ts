import { createHmac, hkdfSync } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { SetupProblem } from "./setup-problem";

/** An empty variable counts as unset, as compose files and shells produce them. */
function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
}

const flag = optional(z.enum(["0", "1"], "must be 1 or 0")).transform((value) => value === "1");
const postgresUrl = z
  .url("must be a connection string like postgresql://owner:password@host:5432/kehe")
  .regex(
    /^postgres(ql)?:\/\//,
    "must begin with postgresql:// because Kehe works with PostgreSQL and no other database",
  )
  .regex(/^postgres(ql)?:\/\/[^/@]+@[^/]+\/[^/?]+/, "must name user, host and database");
const origin = z
  .url("must be an address like https://kehe.example.gov.cn")
  .regex(/^https?:/, "must begin with https:// or http://")
  .transform((value) => new URL(value).origin);
const secret = z.string().min(32, "must have at least 32 characters");
const rolePrefix = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,30}$/, "must be lower-case letters, digits and _");

const variables = z.object({
  DATABASE_URL: optional(postgresUrl),
  KEHE_EMBEDDED_URL: optional(postgresUrl),
  DATA_DIR: optional(z.string()),
  PORT: optional(
    z.coerce.number("must be a port number").int().min(1).max(65535, "must be a port number"),
  ),
  NEXTAUTH_SECRET: optional(secret),
  NEXTAUTH_URL: optional(origin),
  KEHE_ORIGIN: optional(origin),
  KEHE_CLOCK_FILE: optional(z.string()),
  KEHE_AUDIT_KEY: optional(secret),
  KEHE_DATA_KEYS: optional(
    z
      .string()
      .regex(
        /^(\w+:[0-9a-f]{64})(,\w+:[0-9a-f]{64})*$/,
        "must be like k1:<64 hex digits>,k2:<64 hex digits>",
      ),
  ),
  KEHE_FILES_DIR: optional(z.string()),
  KEHE_ROLE_PREFIX: optional(rolePrefix),
  KEHE_DEMO: flag,
  KEHE_TRUST_PROXY: flag,
});

export interface Environment {
  /** True when an operator's own database is used: no demonstration, no set clock. */
  production: boolean;
  /** Connection string of the database's owner, who only migrates. */
  ownerUrl: string | null;
  secret: string;
  port: number;
  /** Origins that a write may come from; the first is the public address. */
  origins: readonly [string, ...string[]];
  clockFile: string | null;
  filesDir: string;
  auditKey: string | null;
  dataKeys: string | null;
  rolePrefix: string;
  /** True when the screens may offer the demonstration's accounts. */
  demo: boolean;
  /** True when a proxy in front sets X-Forwarded-For. */
  trustProxy: boolean;
}

/** Reads and checks the environment. Throws SetupProblem with one sentence on the first fault. */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const parsed = variables.safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SetupProblem(`The environment variable ${String(issue?.path[0])} ${issue?.message}.`);
  }
  const given = parsed.data;
  const production = given.DATABASE_URL !== undefined;
  if (production) refuseDemonstration(given);
  if (!given.NEXTAUTH_SECRET) {
    throw new SetupProblem(
      production
        ? "NEXTAUTH_SECRET is required with DATABASE_URL: set it to at least 32 random characters and keep it."
        : "NEXTAUTH_SECRET is not set: start Kehe with npm start, which makes one.",
    );
  }
  const port = given.PORT ?? 3000;
  const publicOrigin = given.KEHE_ORIGIN ?? given.NEXTAUTH_URL;
  return {
    production,
    ownerUrl: given.DATABASE_URL ?? given.KEHE_EMBEDDED_URL ?? null,
    secret: given.NEXTAUTH_SECRET,
    port,
    origins: publicOrigin
      ? [publicOrigin]
      : [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
    clockFile: given.KEHE_CLOCK_FILE ?? null,
    filesDir: given.KEHE_FILES_DIR ?? join(given.DATA_DIR ?? ".data", "files"),
    auditKey: given.KEHE_AUDIT_KEY ?? null,
    dataKeys: given.KEHE_DATA_KEYS ?? null,
    rolePrefix: given.KEHE_ROLE_PREFIX ?? "kehe",
    demo: given.KEHE_DEMO,
    trustProxy: given.KEHE_TRUST_PROXY,
  };
}

function refuseDemonstration(given: z.output<typeof variables>): void {
  if (given.KEHE_CLOCK_FILE) {
    throw new SetupProblem(
      "KEHE_CLOCK_FILE sets the clock for trials and is refused with DATABASE_URL: unset it.",
    );
  }
  if (given.KEHE_DEMO) {
    throw new SetupProblem(
      "KEHE_DEMO belongs to the demonstration and is refused with DATABASE_URL: unset it.",
    );
  }
}

let known: Environment | undefined;

/** The environment of this process, checked at the first use. */
export function env(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}

/** Login roles besides the owner: the web application, the jobs, and the part that checks passwords. */
export const DATABASE_ROLES = ["app", "jobs", "signin"] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** Connection string of the owner. Throws SetupProblem when there is no database. */
export function ownerUrl(): string {
  const url = env().ownerUrl;
  if (!url)
    throw new SetupProblem("There is no database: start Kehe with npm start, or set DATABASE_URL.");
  return url;
}

/** Name of a login role in the database cluster. */
export function roleName(role: DatabaseRole): string {
  return `${env().rolePrefix}_${role}`;
}

/** Password of a login role, derived so that nobody has to keep it. */
export function rolePassword(role: DatabaseRole): string {
  return createHmac("sha256", env().secret).update(`kehe database role ${role}`).digest("hex");
}

/** Connection string of a login role: the owner's, with other credentials. */
export function roleUrl(role: DatabaseRole): string {
  const url = new URL(ownerUrl());
  url.username = roleName(role);
  url.password = rolePassword(role);
  return url.href;
}

function derived(label: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().secret, "kehe", label, 32));
}

/** Key of the audit chain's HMAC. */
export function auditKey(): Buffer {
  const given = env().auditKey;
  return given ? Buffer.from(given, "utf8") : derived("audit chain");
}

export interface DataKeys {
  /** Id of the key that new values are encrypted with. */
  current: string;
  /** All keys that old values may name, 32 bytes each, by id. */
  keys: ReadonlyMap<string, Buffer>;
}

/** Keys of the encrypted columns; the first one given is the current one. */
export function dataKeys(): DataKeys {
  const given = env().dataKeys;
  if (!given)
    return { current: "derived", keys: new Map([["derived", derived("sensitive columns")]]) };
  const pairs = given.split(",").map((pair): [string, Buffer] => {
    const [id = "", hex = ""] = pair.split(":");
    return [id, Buffer.from(hex, "hex")];
  });
  return { current: pairs[0]?.[0] ?? "", keys: new Map(pairs) };
}
