import { createHash } from "node:crypto";
import { canonical } from "@/lib/audit/event";

/** SHA-256 over the canonical JSON of what was submitted or frozen. */
export const hashOf = (content: unknown): string =>
  createHash("sha256").update(canonical(content)).digest("hex");
