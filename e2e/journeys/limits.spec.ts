import { createHash } from "node:crypto";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { type Kehe, startKehe } from "../support/place";
import { Visitor, Watch } from "../support/visitor";

/** What only the running server shows: large bodies through the proxy, headers, odd addresses. */
let kehe: Kehe;

test.beforeAll(async () => {
  kehe = await startKehe("2026-03-02");
});
test.afterAll(() => kehe.stop());

const megabyte = 1_048_576;

/** A PDF by its first bytes, of this size. */
function paper(bytes: number): Buffer {
  const content = Buffer.alloc(bytes, "7");
  content.write("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
  return content;
}

const upload = (request: APIRequestContext, buffer: Buffer) =>
  request.post("/api/files", {
    headers: { origin: kehe.url },
    multipart: { file: { name: "合同.pdf", mimeType: "application/pdf", buffer } },
  });

test("a file of 49 MB travels in and out whole; one of 51 MB is refused", async ({ browser }) => {
  const visitor = await Visitor.open(browser, kehe, new Watch(), "filler");
  await visitor.goto("/");
  const { request } = visitor.page.context();
  const content = paper(49 * megabyte);

  const kept = await upload(request, content);
  expect(kept.status()).toBe(200);
  const { data } = await kept.json();
  expect(data.sha256).toBe(createHash("sha256").update(content).digest("hex"));

  const back = await request.get(`/api/files/${data.id}`);
  expect((await back.body()).equals(content)).toBe(true);
  expect(back.headers()).toMatchObject({
    "content-security-policy": expect.stringMatching(/default-src 'none'.*sandbox/),
    "x-content-type-options": "nosniff",
    "content-disposition": expect.stringContaining("attachment"),
  });

  const refused = await upload(request, paper(51 * megabyte));
  expect([refused.status(), (await refused.json()).code]).toEqual([413, "file_too_large"]);
});

test("odd addresses and bodies are refused, never a failure", async ({ browser }) => {
  const visitor = await Visitor.open(browser, kehe, new Watch(), "officer");
  await visitor.goto("/");
  const { request } = visitor.page.context();
  for (const address of ["/projects/%E0%A4%A", "/api/files/%ff", "/%00", "/projects?q=%E0%A4%A"]) {
    expect((await request.get(address)).status(), address).toBeLessThan(500);
  }
  const send = (body: string, headers: Record<string, string> = {}) =>
    request.post("/api/commands/application.save-draft", {
      data: Buffer.from(body), // a text would be encoded once more
      headers: { origin: kehe.url, "content-type": "application/json", ...headers },
    });
  expect((await send("{")).status()).toBe(400);
  expect((await send("{}", { "content-type": "text/plain" })).status()).toBe(415);
  expect((await send("{}", { origin: "https://evil.example" })).status()).toBe(403);
  expect((await send(JSON.stringify({ x: "x".repeat(10 * megabyte) }))).status()).toBe(413);
});
