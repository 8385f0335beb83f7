import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { dataKeys } from "@/lib/kernel/env";

const algorithm = "aes-256-gcm";
const scheme = "s1";
const tagBytes = 16;

/**
 * Encrypts a sensitive column (AES-256-GCM): `s1.<key id>.<nonce>.<text and tag>`. The key id lets
 * old values be read after the key was changed; it is authenticated with the text.
 */
export function seal(text: string): string {
  const { current, keys } = dataKeys();
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyNamed(keys, current), nonce);
  cipher.setAAD(Buffer.from(`${scheme}.${current}`));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [scheme, current, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
}

/** Reads a sealed column. Throws when it was changed, or its key is not among the data keys. */
export function unseal(sealed: string): string {
  const [given, id, nonce, body] = sealed.split(".");
  if (given !== scheme || !id || !nonce || !body) throw new Error("not a sealed value");
  const bytes = Buffer.from(body, "base64url");
  if (bytes.length < tagBytes) throw new Error("not a sealed value");
  const decipher = createDecipheriv(
    algorithm,
    keyNamed(dataKeys().keys, id),
    Buffer.from(nonce, "base64url"),
    { authTagLength: tagBytes },
  );
  decipher.setAAD(Buffer.from(`${scheme}.${id}`));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return `${decipher.update(bytes.subarray(0, -tagBytes), undefined, "utf8")}${decipher.final("utf8")}`;
}

function keyNamed(keys: ReadonlyMap<string, Buffer>, id: string): Buffer {
  const key = keys.get(id);
  if (!key) throw new Error(`the data key ${id} is not among KEHE_DATA_KEYS`);
  return key;
}
