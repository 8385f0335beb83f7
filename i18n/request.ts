import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { DEFAULT_LOCALE, LOCALE_COOKIE, parseLocale } from "./locale";
import { loadMessages } from "./messages";

/** next-intl's view of a request: the language comes from a cookie, never from the address. */
export default getRequestConfig(async () => {
  const jar = await cookies();
  const locale = parseLocale(jar.get(LOCALE_COOKIE)?.value) ?? DEFAULT_LOCALE;
  return { locale, messages: loadMessages(locale), timeZone: "Asia/Shanghai" };
});
