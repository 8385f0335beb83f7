import { z } from "zod";

/** Every transition's input names the project and the version that the actor saw. */
export const projectTarget = z.strictObject({
  projectId: z.uuid(),
  version: z.int().min(1),
});

/** Every child command's input names the project; the child's own version stands beside it. */
export const childTarget = z.strictObject({ projectId: z.uuid() });
