import { createHash } from "node:crypto";
import { type APIResponse, expect } from "@playwright/test";
import pg from "pg";
import { z } from "zod";
import type { PersonName } from "@/test/world/people";
import type { Cast } from "./cast";
import { pdf } from "./form";
import type { Kehe } from "./place";

const idRow = z.object({ id: z.string(), version: z.number() });
type Place = z.output<typeof idRow>;

/** The technology of the project at a place, counted from one, among those in use. */
const inUse =
  "select id from technology where project_id = $1 and removed_at is null order by position offset $2::int - 1 limit 1";

interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** What is recorded of one link: its criteria, cost in yuan, figures, and how far the technology is. */
export interface LinkEntry {
  position: number;
  link: string;
  day: string;
  criteria: readonly string[];
  cost?: string;
  figures?: readonly object[];
  mastery?: { mastery: number; trlNow: number };
}

/**
 * Entries that a journey makes in bulk: each person sends them from the browser in which he is signed
 * in, to the same place as the forms do. What a journey is about goes through the screens instead.
 */
export class LedgerHand {
  constructor(
    private readonly cast: Cast,
    private readonly kehe: Kehe,
    private readonly projectId: string,
  ) {}

  async send(person: PersonName, command: string, body: object): Promise<void> {
    const data = { projectId: this.projectId, ...body };
    const answer = await this.post(person, `/api/commands/${command}`, { data });
    expect(answer.status(), `${person} ${command}: ${await answer.text()}`).toBe(200);
    this.cast.minutesLater(1);
  }

  /** Signs in anew where the journey's clock has outlived the session. */
  private async post(
    person: PersonName,
    path: string,
    body: { data: object } | { multipart: { file: Upload } },
  ): Promise<APIResponse> {
    const visitor = await this.cast.as(person);
    const headers = { origin: this.kehe.url };
    const { request } = visitor.page.context();
    const answer = await request.post(path, { ...body, headers });
    if (answer.status() !== 401) return answer;
    await visitor.goto("/");
    return request.post(path, { ...body, headers });
  }

  /** Uploads a paper of its own content and answers the file's id. */
  async paper(person: PersonName, name: string): Promise<string> {
    const file = { name: `${name}.pdf`, mimeType: "application/pdf", buffer: pdf(name) };
    const answer = await this.post(person, "/api/files", { multipart: { file } });
    const { data } = z
      .object({ data: z.object({ id: z.string(), sha256: z.string() }) })
      .parse(await answer.json());
    expect(data.sha256).toBe(createHash("sha256").update(file.buffer).digest("hex"));
    return data.id;
  }

  /** Records, proves and submits a link, and the district confirms it. */
  async close(entry: LinkEntry): Promise<void> {
    this.kehe.setClock(entry.day);
    await this.prove(entry);
    await this.send("enterprise", "absorption.submit-link", await this.link(entry));
    await this.send("district", "absorption.confirm-link", {
      ...(await this.link(entry)),
      closedOn: entry.day,
    });
  }

  private async prove(entry: LinkEntry): Promise<void> {
    const { position, link, day } = entry;
    const name = `${position}-${link}`;
    if (entry.mastery) {
      const { id, version } = await this.technology(position);
      await this.send("enterprise", "absorption.set-mastery", {
        technologyId: id,
        version,
        note: "复现测试通过",
        fileId: await this.paper("enterprise", `掌握度-${name}`),
        ...entry.mastery,
      });
    }
    await this.send("enterprise", "absorption.record-link-figures", {
      ...(await this.link(entry)),
      cost: entry.cost ?? "0",
      figures: (entry.figures ?? []).map((figure) => ({
        basis: "物料清单价值",
        asOf: day,
        ...figure,
      })),
    });
    for (const criterionCode of entry.criteria) {
      await this.send("enterprise", "absorption.add-evidence", {
        ...(await this.link(entry)),
        criterionCode,
        description: "环节证明材料",
        datedOn: day,
        fileId: await this.paper("enterprise", `${name}-${criterionCode}`),
      });
    }
  }

  /** A link as it stands now. */
  async link({ position, link }: Pick<LinkEntry, "position" | "link">) {
    const { id, version } = await this.find(
      `select l.id, l.version from ledger_link l where l.link = $3 and l.technology_id = (${inUse})`,
      [position, link],
    );
    return { linkId: id, version };
  }

  private technology(position: number): Promise<Place> {
    return this.find(`select id, version from technology where id = (${inUse})`, [position]);
  }

  private async find(sql: string, values: readonly (string | number)[]): Promise<Place> {
    const client = new pg.Client({ connectionString: this.kehe.ownerUrl });
    await client.connect();
    try {
      const { rows } = await client.query(sql, [this.projectId, ...values]);
      return idRow.parse(rows[0]);
    } finally {
      await client.end();
    }
  }
}
