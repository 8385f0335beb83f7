import type { Tx } from "@/lib/db/client";

/** What is asked of a part: whose rows, and whether experts stay unnamed. */
export interface PartRequest {
  tx: Tx;
  projectId: string;
  /** True where the reader may not learn yet who the experts are. */
  veiled: boolean;
}

/** One JSON file of the dossier. */
export interface RecordPart {
  /** Its name under `records/`, without the ending. */
  name: string;
  /** Tables that it covers; a test holds them against the schema. */
  tables: readonly string[];
  read: (request: PartRequest) => Promise<unknown>;
}
