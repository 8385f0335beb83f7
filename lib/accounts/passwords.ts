import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of a password, with its parameters and salt inside. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let dummy: Promise<string> | undefined;

/**
 * Does the password fit the hash? Without a hash (unknown name, no password set yet) the same work
 * is done against a throw-away hash, so that the time tells nothing.
 */
export async function fitsPassword(kept: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(24).toString("hex"));
  const against = kept ?? (await dummy);
  const fits = await verify(against, password);
  return fits && kept !== null;
}
