import { AlignmentType, Document, Packer, Paragraph, TextRun } from "docx";

/** A short official paper: a title, numbered paragraphs, who wrote it and when. */
export interface BriefPaper {
  title: string;
  paragraphs: readonly { heading: string; text: string }[];
  issuer: string;
  issuedOn: string;
  locale: "zh-CN" | "en";
}

const mm = (length: number): number => Math.round((length / 25.4) * 1440);
/** The faces of official papers (GB/T 9704), by the names under which Windows and WPS have them. */
const face = (eastAsia: string) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia,
});
const titleFace = face("方正小标宋简体");
const headingFace = face("黑体");
const bodyFace = face("仿宋");

/** Exactly 20 points a line: half a page holds fifteen lines of 37 characters below the title. */
const lineOf = { line: 400, lineRule: "exact" as const };

/** The paper as a Word file for A4, made to fill no more than half of it. */
export async function renderBrief(paper: BriefPaper): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    title: paper.title,
    creator: paper.issuer,
    styles: { default: { document: { run: { font: bodyFace, size: 24 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(30), bottom: mm(28), left: mm(28), right: mm(26) },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { ...lineOf, line: 520, after: 80 },
            children: [new TextRun({ text: paper.title, font: titleFace, size: 32 })],
          }),
          ...paper.paragraphs.map((part) => paragraphOf(part, paper.locale)),
          signature(paper.issuer),
          signature(paper.issuedOn),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

const paragraphOf = (
  { heading, text }: BriefPaper["paragraphs"][number],
  locale: BriefPaper["locale"],
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: lineOf,
    indent: locale === "en" ? {} : { firstLine: 480 },
    children: [new TextRun({ text: heading, font: headingFace }), new TextRun({ text })],
  });

const signature = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: lineOf,
    indent: { right: 480 },
    children: [new TextRun({ text })],
  });
