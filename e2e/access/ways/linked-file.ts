import { newId } from "@/lib/kernel/ids";
import type { Scene } from "./scene";

/** A paper that whoever acts has linked to the project itself. */
export async function linkedFile({
  world,
  guard,
  by,
}: Scene): Promise<{ id: string; fileId: string }> {
  const link = { id: newId(), fileId: await world.file("enterprise") };
  await world.owner.fileLink.create({
    data: {
      ...link,
      ...guard,
      documentKind: "D40",
      subjectType: "project",
      subjectId: guard.projectId,
      linkedById: by,
      linkedByName: "周敏",
      linkedAt: world.now(),
    },
    select: { id: true },
  });
  return link;
}
