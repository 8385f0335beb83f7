import { absorptionWays } from "./absorption";
import { acceptancePanelWays } from "./acceptance-panel";
import { applicationWays } from "./application";
import { approvalWays } from "./approval";
import { consequenceWays } from "./consequences";
import { evaluationWays } from "./evaluation";
import { liaisonWays } from "./liaison";
import { linkedFile } from "./linked-file";
import type { Way } from "./scene";
import { surveyWays } from "./surveys";

const documentWays: Readonly<Record<string, Way>> = {
  "documents.link-file": async (scene) => {
    const { fileId } = await linkedFile(scene);
    return { projectId: scene.id, documents: [{ fileId, documentKind: "D40" }] };
  },
  "documents.unlink-file": async (scene) => {
    const { id } = await linkedFile(scene);
    return { projectId: scene.id, fileLinkId: id, reason: "上传有误" };
  },
};

/** How each command on a project can succeed. */
export const ways: Readonly<Record<string, Way>> = {
  ...applicationWays,
  ...approvalWays,
  ...absorptionWays,
  ...evaluationWays,
  ...acceptancePanelWays,
  ...consequenceWays,
  ...surveyWays,
  ...documentWays,
  ...liaisonWays,
};
