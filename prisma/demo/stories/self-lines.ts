import { upload } from "../files";
import type { Life } from "../life";
import type { Quality } from "../spec";
import { explanationOf } from "./explanations";
import { reached } from "./reached";

/** The unit's lines: what it reached, with reasons where a target was missed or far exceeded. */
export async function selfLines(life: Life, quality: Quality): Promise<object[]> {
  const lines = (await reached(life, quality)).map(({ indicatorCode, value, score, off }) => ({
    indicatorCode,
    ...(score ? { achievement: value, score } : { value }),
    ...(off ? explanationOf(indicatorCode, off === "far_above") : {}),
  }));
  return [{ indicatorCode: "B0", ...explanationOf("B0", false) }, ...lines];
}

/** What a unit shows for each line; a weak project leaves some values without proof. */
const proven: Readonly<Record<Quality, string>> = {
  excellent: "Q1 Q2 Q3 Q4 L1 L2 L3 K2 E1 E2 E3 S1 S2 S3 N1 N2 U1 U2 M1 M2",
  good: "Q1 Q2 Q3 Q4 L1 L2 L3 K2 E1 E2 E3 S1 S2 S3 N1 N2 U2 M1 M2",
  fair: "Q1 Q2 Q3 L1 L3 K2 E1 E3 S3 N2 M1 M2",
  poor: "Q1 Q2 L1 E1 M2",
};

/** Names one bundle of papers as proof of what the unit can show. */
export async function prove(life: Life, quality: Quality): Promise<void> {
  const name = `指标佐证材料-${life.spec.key}`;
  const fileId = await upload(life.demo, life.admin, name, `D22 ${life.spec.key}`);
  for (const indicatorCode of proven[quality].split(" ")) {
    await life.run(life.admin, "evaluation.add-proof", {
      indicatorCode,
      fileId,
      description: "佐证材料汇编",
    });
  }
}
