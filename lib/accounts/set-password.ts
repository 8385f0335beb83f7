import type { Tx } from "@/lib/db/client";
import { invalidField } from "@/lib/kernel/errors";
import { hashPassword } from "./passwords";
import { passwordProblem } from "./role-rules";

/** Keeps a new password for a person; a weak one is refused on its field (422). */
export async function setPassword(
  tx: Tx,
  user: { id: string; username: string },
  password: string,
  now: Date,
): Promise<void> {
  const problem = passwordProblem(password, user.username);
  if (problem !== null) throw invalidField("password", problem);
  await tx.userAccount.update({
    where: { id: user.id },
    data: { passwordHash: await hashPassword(password), passwordChangedAt: now },
    select: { id: true },
  });
}
