import { newId } from "@/lib/kernel/ids";
import { link, type Row } from "./absorption-rows";
import type { Scene } from "./scene";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** A patent that waits for the district's word. */
export async function right({ world, guard }: Scene): Promise<Row> {
  const id = newId();
  await world.owner.ipRight.create({
    data: {
      id,
      ...guard,
      type: "invention",
      status: "filed",
      title: "一种相控换能器",
      datedOn: day("2026-02-01"),
      recordedById: world.id("filler"),
      createdAt: world.now(),
    },
    select: { id: true },
  });
  return { id, version: 1 };
}

/** Somebody trained more than a year ago. */
export async function person({ world, guard }: Scene): Promise<Row> {
  const id = newId();
  await world.owner.trainedPerson.create({
    data: {
      id,
      ...guard,
      name: "王工",
      place: "abroad",
      topic: "装配工艺",
      endedOn: day("2025-01-10"),
      retentionOn: day("2026-01-10"),
      recordedById: world.id("filler"),
      createdAt: world.now(),
    },
    select: { id: true },
  });
  return { id, version: 1 };
}

/** An opinion that the first expert, who is seated in every scene, was asked for. */
export async function meritOpinion(scene: Scene): Promise<Row> {
  const { world, guard } = scene;
  const { linkId } = await link(scene, "submitted");
  const id = newId();
  await world.owner.meritOpinion.create({
    data: {
      id,
      ...guard,
      ledgerLinkId: linkId,
      expertId: world.id("expert1"),
      expertName: world.as("expert1").name,
      question: "是否可以复现？",
      requestedById: world.id("officer"),
      requestedByName: "何科",
      requestedAt: world.now(),
      dueAt: new Date(world.now().getTime() + 864_000_000),
    },
    select: { id: true },
  });
  return { id, version: 1 };
}
