import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newToken, tokenHash } from "@/lib/accounts/tokens";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { projectDocuments } from "@/lib/project/detail";
import { type PersonName, useWorld } from "@/test/world";
import { linkFile } from "./commands/link-file";
import { unlinkFile } from "./commands/unlink-file";

const folder = mkdtempSync(join(tmpdir(), "kehe-files-"));
process.env.KEHE_FILES_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const world = useWorld();
const origin = "http://127.0.0.1:3000";
const cookies = new Map<PersonName, string>();
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

beforeAll(async () => {
  const people = ["filler", "enterprise", "enterprise2", "officer", "district", "expert1"] as const;
  for (const person of [...people, "auditor" as const]) {
    const token = newToken();
    await world.owner.session.create({
      data: {
        id: newId(),
        tokenHash: tokenHash(token),
        userId: world.id(person),
        createdAt: world.now(),
        lastSeenAt: world.now(),
        expiresAt: new Date(world.now().getTime() + 3_600_000),
      },
      select: { id: true },
    });
    const secret = process.env.NEXTAUTH_SECRET ?? "";
    cookies.set(person, `kehe.session=${await encode({ token: { sub: token }, secret })}`);
  }
});

const headersOf = (person: PersonName) => ({ origin, cookie: cookies.get(person) ?? "" });

async function send(body: BodyInit | null, headers: Record<string, string>) {
  const { POST } = await import("@/app/api/files/route");
  const init = { method: "POST", body, headers, duplex: "half" };
  return POST(new Request(`${origin}/api/files`, init));
}

function upload(person: PersonName, bytes: BlobPart, name: string) {
  const form = new FormData();
  form.append("file", new Blob([bytes]), name);
  return send(form, headersOf(person));
}

async function get(person: PersonName | null, id: string) {
  const { GET } = await import("@/app/api/files/[id]/route");
  const headers = person ? headersOf(person) : {};
  return GET(new Request(`${origin}/api/files/${id}`, { headers }), {
    params: Promise.resolve({ id }),
  });
}

async function uploaded(person: PersonName, name = "合同.pdf"): Promise<string> {
  const response = await upload(person, pdf, name);
  expect(response.status).toBe(200);
  return (await response.json()).data.id;
}

const leftIncoming = () => {
  try {
    return readdirSync(join(folder, "incoming"));
  } catch {
    return [];
  }
};

describe("upload and download", () => {
  it("keeps bytes, hash and name, and gives them back as a harmless attachment", async () => {
    const response = await upload("filler", pdf, "../../项目 合同'1'.pdf");
    expect(response.status).toBe(200);
    const { data } = await response.json();
    const { createHash } = await import("node:crypto");
    expect(data).toMatchObject({
      name: "项目 合同'1'.pdf",
      size: pdf.length,
      mediaType: "application/pdf",
      sha256: createHash("sha256").update(pdf).digest("hex"),
    });
    const back = await get("filler", data.id);
    expect(Buffer.from(await back.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(back.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition":
        "attachment; filename=\"__ __'1'.pdf\"; filename*=UTF-8''%E9%A1%B9%E7%9B%AE%20%E5%90%88%E5%90%8C%271%27.pdf",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    });
    const event = await world.owner.event.findFirstOrThrow({
      where: { command: "documents.upload-file", subjectId: data.id },
      select: { fileHashes: true, unitId: true },
    });
    expect(event).toEqual({ fileHashes: [data.sha256], unitId: world.units.first.id });
    expect(leftIncoming()).toEqual([]);
  });

  it.each([
    ["照片.png", png, "image/png"],
    ["名单.csv", "姓名,单位\n周敏,某公司\n", "text/csv"],
    ["说明.TXT", "\ufeff说明", "text/plain"],
  ])("takes %s", async (name, bytes, mediaType) => {
    const response = await upload("filler", bytes, name);
    expect((await response.json()).data.mediaType).toBe(mediaType);
  });

  it.each([
    ["a page named .pdf", "<!doctype html><script>1</script>", "a.pdf"],
    ["a page named .txt", "  <HTML><body>", "a.txt"],
    ["a page under its own name", "<html></html>", "a.html"],
    ["a drawing", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg"],
    ["a drawing named .csv", "<svg onload=alert(1)>", "a.csv"],
    ["a shell script named .txt", "#!/bin/sh\nid", "a.txt"],
    ["a program named .pdf", Buffer.from("4d5a90000300000004000000ffff0000", "hex"), "a.pdf"],
    ["a picture named .pdf", png, "a.pdf"],
    ["a document without an ending", pdf, "contract"],
    ["text with NUL", "a\u0000b", "a.csv"],
    ["text that is no UTF-8", Buffer.from([0xb3, 0xa3, 0xd6, 0xdd]), "a.txt"],
    ["a cut character at the end", Buffer.from([0x61, 0xe5, 0xb8]), "a.txt"],
    ["nothing", "", "a.txt"],
    ["an empty .pdf", "", "a.pdf"],
  ])("refuses %s with 415", async (_what, bytes, name) => {
    const before = await world.owner.storedFile.count();
    const response = await upload("filler", bytes, name);
    expect([response.status, (await response.json()).code]).toEqual([415, "file_type"]);
    expect(await world.owner.storedFile.count()).toBe(before);
    expect(leftIncoming()).toEqual([]);
  });

  const boundary = "multipart/form-data; boundary=x";
  const part = (field: string, more = '; filename="a.pdf"') =>
    `--x\r\nContent-Disposition: form-data; name="${field}"${more}\r\n\r\n%PDF-1.7\r\n`;

  it.each([
    ["JSON", "{}", { "content-type": "application/json" }, 415],
    ["no boundary", "x", { "content-type": "multipart/form-data" }, 400],
    ["nothing inside", "--x--\r\n", { "content-type": boundary }, 400],
    ["no body", null, { "content-type": boundary }, 400],
    ["a cut body", part("file"), { "content-type": boundary }, 400],
    ["garbage", "garbage", { "content-type": boundary }, 400],
    ["another field", `${part("other")}--x--\r\n`, { "content-type": boundary }, 400],
    ["a field without a file", `${part("file", "")}--x--\r\n`, { "content-type": boundary }, 400],
    ["two files", `${part("file")}${part("file")}--x--\r\n`, { "content-type": boundary }, 400],
    ["a declared giant", "x", { "content-type": boundary, "content-length": "99999999999" }, 413],
  ])("answers %s", async (_what, body, headers, status) => {
    const response = await send(body, { ...headersOf("filler"), ...headers });
    expect([response.status, response.headers.get("content-type")]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
    ]);
    expect(leftIncoming()).toEqual([]);
  });

  it("stops a stream that never ends, with 413", async () => {
    let sent = 0;
    const chunk = Buffer.alloc(1_048_576, 0x20);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Buffer.from(part("file").slice(0, -2)));
      },
      pull: (controller) => {
        sent += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const response = await send(body, { ...headersOf("filler"), "content-type": boundary });
    expect([response.status, (await response.json()).code]).toEqual([413, "file_too_large"]);
    expect(sent).toBeLessThan(60 * 1_048_576);
    expect(leftIncoming()).toEqual([]);
  });

  it("asks for an own Origin and a session", async () => {
    const form = new FormData();
    form.append("file", new Blob([pdf]), "a.pdf");
    expect((await send(form, { cookie: cookies.get("filler") ?? "" })).status).toBe(403);
    expect((await send(form, { ...headersOf("filler"), origin: "http://evil" })).status).toBe(403);
    expect((await send(form, { origin })).status).toBe(401);
    expect((await get(null, newId())).status).toBe(401);
  });
});

describe("who sees a file", () => {
  async function linked(
    link: Record<string, unknown> = {},
    state: "formal_review" | "expert_review" = "expert_review",
  ) {
    const fileId = await uploaded("filler");
    const project = await world.project({ state });
    await world.owner.fileLink.create({
      data: {
        id: newId(),
        projectId: project.id,
        unitId: project.unitId,
        districtId: project.districtId,
        fileId,
        documentKind: "D01",
        subjectType: "proposal",
        linkedById: world.id("filler"),
        linkedByName: "吴桐",
        linkedAt: world.now(),
        ...link,
      },
      select: { id: true },
    });
    return fileId;
  }

  const people = ["filler", "enterprise2", "district", "officer", "expert1", "auditor"] as const;
  const seenBy = async (id: string) => {
    const answers = await Promise.all(people.map((person) => get(person, id)));
    return people.filter((_, at) => answers[at]?.status === 200);
  };

  /** Who finds it among the documents of its project's page. */
  async function listedFor(fileId: string) {
    const { projectId } = await world.owner.fileLink.findFirstOrThrow({
      where: { fileId },
      select: { projectId: true },
    });
    const lists = await Promise.all(
      people.map((person) => {
        const actor = world.as(person);
        return query(actor, (tx) => projectDocuments(tx, actor, projectId));
      }),
    );
    return people.filter((_, at) => lists[at]?.some(({ file }) => file.id === fileId));
  }

  it("only who uploaded it, while it is unlinked", async () => {
    expect(await seenBy(await uploaded("filler"))).toEqual(["filler"]);
  });

  it("whoever sees the project, once linked", async () => {
    expect(await seenBy(await linked())).toEqual([
      "filler",
      "district",
      "officer",
      "expert1",
      "auditor",
    ]);
  });

  it.each([
    ["for officials", { audience: "officials" }, ["district", "officer", "auditor"]],
    ["naming experts", { documentKind: "D11" }, ["filler", "district", "officer", "auditor"]],
    ["of a seat", { subjectType: "assignment" }, ["filler", "district", "officer", "auditor"]],
    ["taken off again", { removedAt: new Date(0) }, []],
  ])("%s", async (_what, link, readers) => {
    const id = await linked(link);
    expect(await seenBy(id)).toEqual(readers);
    expect(await listedFor(id)).toEqual(readers);
  });

  it("a refused one leaves an event, an unknown one the same answer", async () => {
    const id = await linked();
    const before = await world.owner.event.count({
      where: { command: "documents.download-file", outcome: "refused" },
    });
    const refused = await get("enterprise2", id);
    const unknown = await get("enterprise2", newId());
    const odd = await get("enterprise2", "../../etc/passwd");
    const bodies = await Promise.all([refused, unknown, odd].map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect([refused.status, unknown.status, odd.status]).toEqual([404, 404, 404]);
    const after = await world.owner.event.count({
      where: { command: "documents.download-file", outcome: "refused" },
    });
    expect(after - before).toBe(3);
  });
});

describe("links", () => {
  it("take own and colleagues' files, and refuse strangers' on their field", async () => {
    const project = await world.project({ state: "active" });
    const own = await uploaded("filler");
    const foreign = await uploaded("enterprise2");
    const body = (fileId: string) => ({
      projectId: project.id,
      documents: [{ fileId, documentKind: "D39" }],
    });
    expect(await world.run("enterprise", linkFile, body(own))).toEqual({ files: 1 });
    expect((await get("district", own)).status).toBe(200);
    await world.run("enterprise", linkFile, body(own));
    const links = await world.owner.fileLink.findMany({
      where: { projectId: project.id },
      select: { id: true },
    });
    expect(links).toHaveLength(1);
    await expect(world.run("enterprise", linkFile, body(foreign))).rejects.toMatchObject({
      status: 422,
      details: { fields: { "documents.0.fileId": [{ code: "file_not_usable" }] } },
    });
    const unlink = { projectId: project.id, fileLinkId: links[0]?.id, reason: "传错" };
    await expect(world.run("filler", unlinkFile, unlink)).rejects.toMatchObject({ status: 403 });
    await world.run("enterprise", unlinkFile, unlink);
    await expect(world.run("enterprise", unlinkFile, unlink)).rejects.toMatchObject({
      status: 404,
    });
  });

  it("are closed to a unit while its file is judged, and to all once archived", async () => {
    const fileId = await uploaded("filler");
    const officers = await uploaded("officer");
    const body = (projectId: string, file: string) => ({
      projectId,
      documents: [{ fileId: file, documentKind: "D40" }],
      audience: "officials",
    });
    const judged = await world.project({ state: "expert_review" });
    const { audience: _, ...open } = body(judged.id, fileId);
    await expect(world.run("filler", linkFile, open)).rejects.toMatchObject({
      code: "wrong_state",
    });
    expect(await world.run("officer", linkFile, body(judged.id, officers))).toEqual({ files: 1 });
    const archived = await world.project({ state: "archived" });
    const late = world.run("officer", linkFile, body(archived.id, officers));
    await expect(late).rejects.toMatchObject({ status: 409 });
    const draft = await world.project({ state: "draft" });
    const secret = world.run("filler", linkFile, body(draft.id, fileId));
    await expect(secret).rejects.toMatchObject({ status: 422 });
  });
});

it("sweeps what no row names once it is a day old, and nothing else", async () => {
  const id = await uploaded("filler");
  const { sweepFiles } = await import("./sweep");
  const old = new Date(Date.UTC(2020, 0, 1));
  writeFileSync(join(folder, "incoming", "half"), "x");
  const kept = join(folder, "kept");
  for (const entry of readdirSync(kept, { recursive: true, withFileTypes: true })) {
    utimesSync(join(entry.parentPath, entry.name), old, old);
  }
  const orphan = join(kept, readdirSync(kept)[0] ?? "", newId());
  writeFileSync(orphan, "x");
  utimesSync(orphan, old, old);
  expect(await sweepFiles(world.now())).toBe(1);
  utimesSync(join(folder, "incoming", "half"), old, old);
  expect(await sweepFiles(world.now())).toBe(1);
  expect((await get("filler", id)).status).toBe(200);
  expect(await sweepFiles(world.now())).toBe(0);
});
