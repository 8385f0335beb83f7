import { createHash, randomBytes } from "node:crypto";

/** An unguessable token for a cookie or a link; the database keeps only its hash. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a token. */
export const tokenHash = (token: string): string =>
  createHash("sha256").update(token).digest("hex");

/** A token as `newToken` makes it; anything else is not looked up. */
export const isToken = (text: string | undefined): text is string =>
  text !== undefined && /^[\w-]{43}$/.test(text);
