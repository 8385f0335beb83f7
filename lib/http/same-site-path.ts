/**
 * The path to return to after a form, from an untrusted text: a path of this site, or `fallback`.
 * Refuses other hosts in every spelling (`//host`, `/\host`, a scheme, control characters).
 */
export function sameSitePath(text: string | null | undefined, fallback = "/"): string {
  if (!text?.startsWith("/") || text.length > 2000) return fallback;
  const base = "http://kehe.invalid";
  const url = URL.parse(text, base);
  if (!url || url.origin !== base || /[\\\p{Cc}]/u.test(text)) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
