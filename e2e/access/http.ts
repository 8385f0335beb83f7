import { encode } from "next-auth/jwt";
import { accountRoles, type Role } from "@/lib/access/roles";
import { newToken, tokenHash } from "@/lib/accounts/tokens";
import { handleCommand } from "@/lib/http/command-endpoint";
import { newId } from "@/lib/kernel/ids";
import type { PersonName, World } from "@/test/world";

export const origin = "http://127.0.0.1:3000";

/** Who signs in for each role; the public doesn't. */
const personOf: Partial<Record<Role, PersonName>> = {
  filler: "filler",
  unit_admin: "enterprise",
  district_officer: "district",
  bureau_officer: "officer2",
  division_head: "head",
  manager: "manager",
  expert: "expert1",
  auditor: "auditor",
  sysadmin: "admin",
  security_admin: "secadmin",
};

export type Cookies = ReadonlyMap<Role, string>;

/** Signs everybody in, with sessions that outlast the file. */
export async function signInAll(world: World): Promise<Cookies> {
  const cookies = new Map<Role, string>();
  for (const role of accountRoles) {
    const token = newToken();
    await world.owner.session.create({
      data: {
        id: newId(),
        tokenHash: tokenHash(token),
        userId: idOf(world, role),
        createdAt: world.now(),
        lastSeenAt: world.now(),
        expiresAt: new Date(world.now().getTime() + 86_400_000),
      },
      select: { id: true },
    });
    const secret = process.env.NEXTAUTH_SECRET ?? "";
    cookies.set(role, `kehe.session=${await encode({ token: { sub: token }, secret })}`);
  }
  return cookies;
}

/** The account behind a role's session. */
export const idOf = (world: World, role: Role): string => world.id(personOf[role] ?? "filler");

export interface Sent {
  cookie?: string | undefined;
  body?: BodyInit | null;
  headers?: Record<string, string>;
  method?: string;
}

/** Posts to the commands' one entry as a browser would; headers given win. */
export async function post(name: string, { cookie, body, headers = {}, method }: Sent) {
  const all: Record<string, string> = { origin, "content-type": "application/json", ...headers };
  if (cookie) all.cookie = cookie;
  const request = new Request(`${origin}/api/commands/${name}`, {
    method: method ?? "POST",
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== "")),
    body: body ?? null,
  });
  return told(await handleCommand(name, request));
}

export interface Told {
  status: number;
  code: string;
  type: string;
}

/** The status and code of an answer; every refusal must be problem+json with both. */
export async function told(response: Response): Promise<Told> {
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  const answer: unknown = await response.json();
  const code =
    answer !== null && typeof answer === "object" && "code" in answer ? String(answer.code) : "";
  return { status: response.status, code, type };
}
