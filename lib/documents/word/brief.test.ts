import { inflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { renderBrief } from "./brief";

/** The parts of a zip by their names; enough for what a test looks at. */
function partsOf(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  let at = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  at = bytes.readUInt32LE(at + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const packed = bytes.readUInt16LE(at + 10) === 8;
    parts.set(name, (packed ? inflateRawSync(data) : data).toString("utf8"));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

it("writes a Word file with the title, the numbered paragraphs, who and when", async () => {
  const file = await renderBrief({
    title: "关于“<b>核磁&共振</b>”项目的情况说明",
    paragraphs: [
      { heading: "一、基本情况。", text: "由承担单位实施。" },
      { heading: "二、当前进展。", text: "实施中。" },
    ],
    issuer: "常州市科学技术局",
    issuedOn: "2026年11月26日",
    locale: "zh-CN",
  });
  const parts = partsOf(Buffer.from(file));
  expect([...parts.keys()]).toContain("[Content_Types].xml");
  const document = parts.get("word/document.xml") ?? "";
  const texts = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]);
  expect(texts).toEqual([
    "关于“&lt;b&gt;核磁&amp;共振&lt;/b&gt;”项目的情况说明",
    "一、基本情况。",
    "由承担单位实施。",
    "二、当前进展。",
    "实施中。",
    "常州市科学技术局",
    "2026年11月26日",
  ]);
  expect(document).toContain('w:eastAsia="方正小标宋简体"');
});
