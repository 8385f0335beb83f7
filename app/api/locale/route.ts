import { NextResponse } from "next/server";
import { LOCALE_COOKIE, parseLocale } from "@/i18n/locale";
import { isOwnOrigin, sameSitePath } from "@/lib/http/same-site-path";

const ONE_YEAR_IN_SECONDS = 31_536_000;

function refusal(status: number, code: string): NextResponse {
  return NextResponse.json(
    { type: "about:blank", title: code, status, code },
    { status, headers: { "Content-Type": "application/problem+json" } },
  );
}

async function readForm(request: Request): Promise<FormData | undefined> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) return undefined;
  return request.formData().catch(() => undefined);
}

function text(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
}

/** Switches the language: a plain form with `locale` and `next` (a path of this site). */
export async function POST(request: Request): Promise<NextResponse> {
  if (!isOwnOrigin(request.headers)) return refusal(403, "foreign_origin");
  const form = await readForm(request);
  if (!form) return refusal(415, "media_type");
  const locale = parseLocale(text(form, "locale"));
  if (!locale) return refusal(422, "unknown_locale");
  const response = new NextResponse(null, {
    status: 303,
    headers: { Location: sameSitePath(text(form, "next")) },
  });
  response.cookies.set(LOCALE_COOKIE, locale, {
    path: "/",
    maxAge: ONE_YEAR_IN_SECONDS,
    sameSite: "lax",
    httpOnly: true,
  });
  return response;
}
