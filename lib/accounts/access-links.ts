import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";
import { newToken, tokenHash } from "./tokens";

const lifeDays = 7;
export const passwordPurpose = "set_password";

/**
 * Makes a single-use link by which a person sets a password, and takes back earlier ones. Answers
 * its token (the page is `/access/<token>`); the database keeps only the hash.
 */
export async function makePasswordLink(tx: Tx, userId: string, now: Date): Promise<string> {
  await tx.accessLink.updateMany({
    where: { userId, purpose: passwordPurpose, usedAt: null },
    data: { usedAt: now },
  });
  const token = newToken();
  await tx.accessLink.create({
    data: {
      id: newId(),
      tokenHash: tokenHash(token),
      purpose: passwordPurpose,
      userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifeDays * 86_400_000),
    },
    select: { id: true },
  });
  return token;
}

export interface OpenLink {
  id: string;
  userId: string;
  username: string;
  name: string;
}

/** The link of this token while it can be used; null when unknown, used, expired or disabled. */
export async function openLink(tx: Tx, token: string, now: Date): Promise<OpenLink | null> {
  const link = await tx.accessLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      id: true,
      purpose: true,
      usedAt: true,
      expiresAt: true,
      user: { select: { id: true, username: true, name: true, status: true } },
    },
  });
  const usable =
    link?.purpose === passwordPurpose &&
    link.usedAt === null &&
    link.expiresAt > now &&
    link.user.status === "active";
  if (!usable) return null;
  return { id: link.id, userId: link.user.id, username: link.user.username, name: link.user.name };
}
