import { TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { expect, it } from "vitest";
import { examplePaper } from "@/lib/documents/paper/paper.fixture";
import { renderWord } from "./paper";

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const entry = entries.find(({ filename }) => filename === name);
  if (entry === undefined || entry.directory) throw new Error(`no ${name}`);
  return entry.getData(new TextWriter());
}

it("writes the paper with numbered headings, repeated table heads and page x of y", async () => {
  const bytes = await renderWord(examplePaper);
  const document = await partOf(bytes, "word/document.xml");
  for (const text of ["一、评价结论", "二、结果应用", "（一）分项得分", "88.83", "■".repeat(17)]) {
    expect(document).toContain(text);
  }
  expect(document).toContain("<w:tblHeader/>");
  expect(document).toContain('w:eastAsia="FangSong"');
  const footer = await partOf(bytes, "word/footer1.xml");
  expect(footer).toContain("PAGE");
  expect(footer).toContain("NUMPAGES");
});

it("keeps typed text as text", async () => {
  const document = await partOf(await renderWord(examplePaper), "word/document.xml");
  expect(document).toContain("#strong[不是标记] &lt;b&gt;「核磁共振」&lt;/b&gt; $x$ &amp; @ref");
});
