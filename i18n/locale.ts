/** The two languages of Kehe. Chinese is the default; English is complete. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "zh-CN";
export const LOCALE_COOKIE = "kehe_locale";

/** The locale named by an untrusted text (cookie, form field), or undefined. */
export function parseLocale(text: string | null | undefined): Locale | undefined {
  return LOCALES.find((locale) => locale === text);
}
