import { upload } from "../files";
import type { Life } from "../life";
import { type LinkName, linkOf } from "./ledger";

const paper = (life: Life, name: string) =>
  upload(life.demo, life.filler, `${name}-${life.spec.key}`, `record ${life.spec.key}`);

/** The registration of the import contract, two people trained and one patent, on one day. */
export async function keepRecords(life: Life): Promise<void> {
  const today = life.demo.clock.day;
  await life.run(life.filler, "absorption.record-registration", {
    kind: "technology_import",
    number: `JSJK${today.slice(0, 4)}${life.spec.key}`,
    registeredOn: today,
    title: `${life.spec.title}技术许可合同`,
    amount: "1200000",
    fileId: await paper(life, "技术进口合同登记证"),
  });
  for (const [name, place] of [
    ["王海涛", "abroad"],
    ["李静", "home"],
  ] as const) {
    await life.run(life.filler, "absorption.record-training", {
      name,
      place,
      topic: "工艺装配与调试",
      endedOn: today,
      certified: true,
      fileId: await paper(life, `培训合格证-${name}`),
    });
  }
}

export async function recordPatent(life: Life): Promise<void> {
  await life.run(life.filler, "absorption.record-right", {
    type: "invention",
    status: "filed",
    title: "一种阵元间距自适应的相控换能器",
    datedOn: life.demo.clock.day,
    differenceStatement: "外方换能器阵元间距固定，本发明按焦深自适应调整。",
    fileId: await paper(life, "专利受理通知书"),
  });
}

/** The district confirms all but the newest record, which stays on its desk. */
export async function confirmRecords(life: Life): Promise<void> {
  const where = { projectId: life.projectId, review: "recorded" };
  const select = { id: true, version: true } as const;
  const rows = await life.demo.read(async (tx) => ({
    training: await tx.trainedPerson.findMany({ where, select }),
    registration: await tx.contractRegistration.findMany({ where, select }),
  }));
  for (const [recordType, records] of Object.entries(rows)) {
    for (const { id, version } of records) {
      await life.run(life.district, "absorption.confirm-record", {
        recordType,
        recordId: id,
        version,
      });
    }
  }
}

/** A year after the training: one stayed. */
export async function stateRetention(life: Life): Promise<void> {
  const person = await life.demo.read((tx) =>
    tx.trainedPerson.findFirstOrThrow({
      where: { projectId: life.projectId, stayed: null },
      orderBy: { id: "asc" },
      select: { id: true, version: true },
    }),
  );
  await life.run(life.filler, "absorption.state-retention", {
    personId: person.id,
    version: person.version,
    stayed: true,
    asOf: life.demo.clock.day,
  });
}

/** An expert is asked about the merit of a link; `expert` has it on his desk. */
export const askExpert =
  (position: number, name: LinkName, expert: string) =>
  async (life: Life): Promise<void> => {
    const expertId = life.demo.actor(expert).userId;
    await life.run(life.officer, "absorption.request-merit-opinion", {
      ...(await linkOf(life, position, name)),
      expertId,
      question: "现有数据能否说明该技术已具备自主改进能力？",
      dueOn: life.demo.clock.date(10),
    });
  };

export const answerMerit =
  (expert: string) =>
  async (life: Life): Promise<void> => {
    const opinion = await life.demo.read((tx) =>
      tx.meritOpinion.findFirstOrThrow({
        where: { projectId: life.projectId, status: "requested" },
        select: { id: true, version: true },
      }),
    );
    await life.run(expert, "absorption.give-merit-opinion", {
      opinionId: opinion.id,
      version: opinion.version,
      verdict: "sound",
      text: "复现和改型试验数据完整，具备自主改进能力。",
    });
  };
