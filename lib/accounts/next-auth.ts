import { createHash, randomBytes } from "node:crypto";
import type { AuthOptions } from "next-auth";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/kernel/env";
import { secureCookies, sessionCookie } from "./cookies";
import { sessionDefaults } from "./rules";

/** What next-auth's handler is given: only what Kehe has checked. */
export interface AuthCall {
  method: string;
  /** Its path below /api/auth, such as ["callback", "credentials"]. */
  path: readonly string[];
  cookies: Readonly<Record<string, string>>;
  body: Readonly<Record<string, string>>;
  /** Name shown by the session endpoint. */
  personName: string | null;
}

export interface AuthAnswer {
  status: number;
  location: string | null;
  cookies: string[];
  body: unknown;
}

/** Answers a session token, or throws the code of the refusal. */
export type Authorize = (username: string, password: string) => Promise<string>;

export const csrfCookie = (): string => (secureCookies() ? "__Host-kehe.csrf" : "kehe.csrf");
const callbackCookie = "kehe.callback";

/** A token with its cookie, as next-auth makes and checks them. */
export function csrfPair(): { token: string; cookie: string } {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${env().secret}`).digest("hex");
  return { token, cookie: `${token}|${hash}` };
}

/** Runs next-auth's own handler and collects its answer. */
export async function callNextAuth(call: AuthCall, authorize: Authorize): Promise<AuthAnswer> {
  const collected = new Collected();
  const handler: (request: object, response: object) => Promise<void> = NextAuth(
    options(call, authorize),
  );
  await handler(
    {
      method: call.method,
      query: { nextauth: [...call.path] },
      cookies: { ...call.cookies },
      headers: ownAddress(),
      body: { ...call.body },
    },
    collected,
  );
  return {
    status: collected.statusCode,
    location: collected.location(),
    cookies: collected.cookies().filter((line) => !line.startsWith(`${callbackCookie}=`)),
    body: collected.body,
  };
}

/** next-auth names its own address in some answers; it is the public one, never the caller's Host. */
function ownAddress(): Record<string, string> {
  const { host, protocol } = new URL(env().origins[0]);
  return { host, "x-forwarded-proto": protocol.slice(0, -1) };
}

function options(call: AuthCall, authorize: Authorize): AuthOptions {
  const cookie = { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies() } as const;
  return {
    secret: env().secret,
    useSecureCookies: secureCookies(),
    session: { strategy: "jwt", maxAge: sessionDefaults.absoluteHours * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: { name: sessionCookie(), options: cookie },
      csrfToken: { name: csrfCookie(), options: cookie },
      callbackUrl: { name: callbackCookie, options: cookie },
    },
    logger: { error: logCode, warn: () => {}, debug: () => {} },
    providers: [
      Credentials({
        credentials: { username: {}, password: { type: "password" } },
        authorize: async (given) => ({
          id: await authorize(given?.username ?? "", given?.password ?? ""),
        }),
      }),
    ],
    callbacks: {
      // The cookie holds the opaque session token and nothing about the person.
      jwt: ({ token, user }) => ({ sub: user ? user.id : token.sub }),
      session: ({ session }) => ({ expires: session.expires, user: { name: call.personName } }),
    },
  };
}

function logCode(code: string): void {
  process.stderr.write(`${JSON.stringify({ level: "error", place: "next-auth", code })}\n`);
}

/** The part of a response object that next-auth writes to. */
class Collected {
  statusCode = 200;
  body: unknown = null;
  private readonly headers = new Map<string, string | string[]>();

  status(code: number): this {
    this.statusCode = code;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    const value = this.headers.get(name.toLowerCase());
    return Array.isArray(value) ? [...value] : value;
  }

  setHeader(name: string, value: string | string[]): this {
    this.headers.set(name.toLowerCase(), value);
    return this;
  }

  json(body: unknown): void {
    this.body = body;
  }

  send(body: unknown): void {
    this.body = body;
  }

  end(): void {
    this.body = null;
  }

  location(): string | null {
    const value = this.headers.get("location");
    return typeof value === "string" ? value : null;
  }

  cookies(): string[] {
    const value = this.headers.get("set-cookie") ?? [];
    return Array.isArray(value) ? value : [value];
  }
}
