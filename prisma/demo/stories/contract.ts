import type { Life } from "../life";

export const draft = (life: Life) =>
  life.step(life.filler, "approval.draft-contract").then(() => {});

export async function sign(life: Life, person: string): Promise<void> {
  const contract = await life.demo.read((tx) =>
    tx.contract.findFirstOrThrow({
      where: { projectId: life.projectId },
      orderBy: { version: "desc" },
      select: { version: true, contentHash: true },
    }),
  );
  await life.step(person, "approval.sign-contract", {
    contractVersion: contract.version,
    contentHash: contract.contentHash,
  });
}

export const signUnit = (life: Life) => sign(life, life.admin);
export const signDistrict = async (life: Life) => {
  if (!life.direct) await sign(life, life.district);
};
export const signBureau = (life: Life) => sign(life, life.officer);

export const intoForce = (life: Life) =>
  life.step(life.officer, "approval.bring-contract-into-force").then(() => {});

export async function returnContract(life: Life): Promise<void> {
  await life.step(life.district, "approval.return-contract", {
    reason: "合同起止时间与申报书不一致，请修改后重新签署。",
  });
}

export const remind = (life: Life) =>
  life.run(life.officer, "approval.remind-signing").then(() => {});

export async function closeUnsigned(life: Life): Promise<void> {
  await life.step(life.officer, "approval.close-unsigned", {
    reason: "逾期三十日未签订合同，两次催办无果。",
  });
}
