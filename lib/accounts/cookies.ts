import { env } from "@/lib/kernel/env";

/** Cookies are marked Secure where the public address is https. */
export const secureCookies = (): boolean => env().origins[0].startsWith("https:");

/** The signed-in browser's cookie; the `__Host-` prefix binds it to this host where possible. */
export const sessionCookie = (): string => named("kehe.session");

/** The cookie of a browser in which somebody has signed in before. */
export const browserCookie = (): string => named("kehe.browser");

/** The name of a sign-in that failed, for the form to show again; for two minutes. */
export const triedNameCookie = (): string => named("kehe.tried");

const named = (name: string): string => (secureCookies() ? `__Host-${name}` : name);

/** The value of one cookie of a request. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const part of headers.get("cookie")?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** A Set-Cookie line that scripts can't read. */
export function cookieLine(name: string, value: string, maxAgeSeconds: number): string {
  const secure = secureCookies() ? "; Secure" : "";
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}
