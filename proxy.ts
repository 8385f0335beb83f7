import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, createNonce, securityHeaders } from "@/lib/http/csp";

/**
 * Gives every page its content security policy. The policy travels on the request too: Next.js
 * reads the nonce from it and puts it on its own scripts; our layouts read `x-nonce`
 * and the present path, `x-kehe-path`.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = createNonce();
  const forwarded = request.headers.get("x-forwarded-proto");
  const https = (forwarded ?? request.nextUrl.protocol).startsWith("https");
  const policy = contentSecurityPolicy({
    nonce,
    https,
    development: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-kehe-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of securityHeaders(https)) response.headers.set(name, value);
  return response;
}

/** The interface's answers carry no page: their headers are set in next.config.js, and their bodies stay streams. */
export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|api/).*)"] };
