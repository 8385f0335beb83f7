import { LOCALE_COOKIE, parseLocale } from "@/i18n/locale";
import { requireOrigin } from "@/lib/http/guard";
import { refusalProblem, unexpectedProblem } from "@/lib/http/problem";
import { sameSitePath } from "@/lib/http/same-site-path";
import { readTexts } from "@/lib/http/texts";
import { Refusal } from "@/lib/kernel/errors";

const oneYearSeconds = 31_536_000;

/** Switches the language: a plain form with `locale` and `next` (a path of this site). */
export async function POST(request: Request): Promise<Response> {
  try {
    requireOrigin(request);
    const { locale: wanted, next } = await readTexts(request);
    const locale = parseLocale(wanted);
    if (!locale) throw new Refusal(422, "unknown_locale");
    const cookie = `${LOCALE_COOKIE}=${locale}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${oneYearSeconds}`;
    return new Response(null, {
      status: 303,
      headers: { location: sameSitePath(next), "set-cookie": cookie },
    });
  } catch (error) {
    return error instanceof Refusal ? refusalProblem(error) : unexpectedProblem(error, "locale");
  }
}
