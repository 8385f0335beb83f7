import { Agent, request } from "node:http";

export interface Timed {
  status: number;
  body: string;
  /** From the first byte sent to the last byte read. */
  milliseconds: number;
}

export interface Ask {
  path: string;
  cookie?: string;
  /** A command's body; its request is a POST. */
  json?: unknown;
}

/** One keep-alive connection, one request at a time: what a page costs, not how many wait. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #origin: URL;

  constructor(origin: string) {
    this.#origin = new URL(origin);
  }

  ask({ path, cookie, json }: Ask): Promise<Timed> {
    const body = json === undefined ? null : JSON.stringify(json);
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const sent = request(
        {
          agent: this.#agent,
          host: this.#origin.hostname,
          port: this.#origin.port,
          path,
          method: body === null ? "GET" : "POST",
          headers: {
            ...(cookie ? { cookie } : {}),
            ...(body === null
              ? {}
              : {
                  origin: this.#origin.origin,
                  "content-type": "application/json",
                  "content-length": Buffer.byteLength(body),
                }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("error", reject);
          answer.on("end", () =>
            resolve({
              milliseconds: performance.now() - begun,
              status: answer.statusCode ?? 0,
              body: Buffer.concat(chunks).toString("utf8"),
            }),
          );
        },
      );
      sent.on("error", reject);
      sent.end(body ?? undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Bytes of a page's scripts as a browser receives them: compressed, each file once. */
export async function scriptBytes(origin: string, html: string): Promise<number> {
  const files = new Set(
    [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map((match) => match[1] ?? ""),
  );
  let bytes = 0;
  for (const file of files) bytes += await transferred(new URL(file, origin));
  return bytes;
}

function transferred(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve(bytes));
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end();
  });
}
