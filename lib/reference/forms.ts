import { createHash } from "node:crypto";
import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";

/** A form whose questions are the input of a command. */
interface CommandForm {
  code: string;
  title: { zh: string; en: string };
  schema: z.ZodType;
}

const stored = z.object({ hash: z.string() });

/**
 * The version of a command's form that asks now: its questions as JSON Schema. Where a release asks
 * otherwise than the last version kept, the next version is kept at its first use. Answers its id.
 */
export async function formVersionOf(
  tx: Tx,
  { code, title, schema }: CommandForm,
  now: Date,
): Promise<string> {
  const questions = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const text = JSON.stringify(questions);
  const hash = createHash("sha256").update(text).digest("hex");
  const last = await tx.formVersion.findFirst({
    where: { code },
    orderBy: { version: "desc" },
    select: { id: true, version: true, definition: true },
  });
  if (last && stored.safeParse(last.definition).data?.hash === hash) return last.id;
  const version = (last?.version ?? 0) + 1;
  await tx.formVersion.createMany({
    data: [
      {
        id: newId(),
        code,
        version,
        title,
        definition: { hash, questions: JSON.parse(text) },
        publishedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  const kept = await tx.formVersion.findUniqueOrThrow({
    where: { code_version: { code, version } },
    select: { id: true },
  });
  return kept.id;
}
