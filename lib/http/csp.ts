import headers from "./security-headers.json";

/** What the headers depend on. `development` admits the dev server's reloading and nothing else. */
export interface HeaderContext {
  nonce: string;
  https: boolean;
  development: boolean;
}

/** A fresh nonce: 128 random bits in base64. */
export function createNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
}

/**
 * The content security policy of a page. Scripts and style elements run by nonce only; style
 * attributes are allowed because the form controls place themselves with them.
 */
export function contentSecurityPolicy({ nonce, https, development }: HeaderContext): string {
  const directives = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development
      ? "style-src-elem 'self' 'unsafe-inline'"
      : `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ];
  if (https) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

/** The headers that do not change with the nonce; HSTS only where the visitor came by https. */
export function securityHeaders(https: boolean): ReadonlyArray<readonly [string, string]> {
  return Object.entries({ ...headers.always, ...(https ? headers.overHttps : {}) });
}
