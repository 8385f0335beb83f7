import type { Life } from "../life";
import type { Quality } from "../spec";
import { type Reached, resultsOf, spentShare } from "./results";

/** 万元 that a project of this quality has spent. */
export const spentOf = (life: Life, quality: Quality): number =>
  Math.round((life.spec.grant + life.spec.own) * spentShare[quality]);

/** What the project reached of the targets that its last baseline froze. */
export async function reached(life: Life, quality: Quality): Promise<Reached[]> {
  const baseline = await life.demo.read((tx) =>
    tx.baseline.findFirstOrThrow({
      where: { projectId: life.projectId },
      orderBy: { version: "desc" },
      select: {
        targets: {
          orderBy: { position: "asc" },
          select: { indicatorCode: true, kind: true, value: true },
        },
      },
    }),
  );
  return resultsOf(baseline.targets, quality, spentOf(life, quality));
}
