import type { Life } from "../life";
import { type LinkName, linkOf } from "./ledger";

/** The rule of the demonstration: a fifth of the confirmed digest cost, at most 50 万元 (domain.md §2.2). */
const ruleCode = "digest_subsidy";

/** The unit claims the incentive for the digest link of a technology. */
export const claim =
  (position: number, name: LinkName = "digest") =>
  async (life: Life): Promise<void> => {
    const rule = await life.demo.read((tx) =>
      tx.incentiveRule.findFirstOrThrow({ where: { code: ruleCode }, select: { id: true } }),
    );
    await life.run(life.admin, "absorption.claim-incentive", {
      ...(await linkOf(life, position, name)),
      ruleId: rule.id,
    });
  };

async function newest(life: Life) {
  const { id, version } = await life.demo.read((tx) =>
    tx.incentiveClaim.findFirstOrThrow({
      where: { projectId: life.projectId },
      orderBy: { claimedAt: "desc" },
      select: { id: true, version: true },
    }),
  );
  return { claimId: id, version };
}

export async function confirmClaim(life: Life): Promise<void> {
  await life.run(life.officer, "absorption.confirm-incentive", await newest(life));
}

/** Whoever confirmed may not issue: the head of the division does. */
export async function issueClaim(life: Life): Promise<void> {
  await life.run("head", "absorption.issue-incentive", {
    ...(await newest(life)),
    documentNumber: `常财教〔${life.demo.clock.day.slice(0, 4)}〕${life.index + 61}号`,
  });
}
