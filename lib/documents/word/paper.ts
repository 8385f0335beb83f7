import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import { heading, subheading } from "@/lib/documents/paper/numbering";
import type { Paper, PaperBlock, PaperSection } from "@/lib/documents/paper/paper";
import { factsTable, ruledTable, verdictTable } from "./tables";

/** Millimetres in the twentieths of a point that Word counts in. */
const mm = (length: number): number => Math.round((length / 25.4) * 1440);

const body = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "FangSong" };
const heavy = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "SimHei" };

/** A paper as a Word file with the fonts of official papers; the reader's machine has its own for them. */
export async function renderWord(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    title: paper.title,
    creator: paper.issuer,
    styles: {
      default: {
        document: {
          run: { font: body, size: 24 },
          paragraph: { spacing: { line: 360, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [sheet(paper)],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function sheet(paper: Paper): ISectionOptions {
  return {
    properties: {
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: { top: mm(30), bottom: mm(28), left: mm(28), right: mm(26) },
      },
    },
    footers: { default: footerOf(paper) },
    children: [
      ...coverOf(paper),
      ...paper.sections.flatMap((section, at) => partOf(section, at + 1, paper.locale)),
    ],
  };
}

function footerOf({ locale }: Paper): Footer {
  const words = locale === "en" ? ["Page ", " of ", ""] : ["第 ", " 页　共 ", " 页"];
  const run = new TextRun({
    size: 18,
    children: [
      words[0] ?? "",
      PageNumber.CURRENT,
      words[1] ?? "",
      PageNumber.TOTAL_PAGES,
      words[2] ?? "",
    ],
  });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  });
}

const centred = (text: string, size: number, space = 0, bold = false): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: space, after: space },
    children: [new TextRun({ text, size, bold, font: bold ? heavy : body })],
  });

function coverOf(paper: Paper): (Paragraph | Table)[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 6, color: "000000" } },
      children: [new TextRun({ text: paper.issuer, size: 32, bold: true, font: heavy })],
    }),
    centred(paper.title, 44, 480, true),
    centred(paper.subtitle, 26, 120),
    factsTable(paper.facts),
    centred("", 24),
    verdictTable(paper.verdict),
    ...(paper.lead ? [centred("", 24), factsTable(paper.lead)] : []),
    centred(paper.issuedOn, 24, 240),
  ];
}

function partOf(
  section: PaperSection,
  part: number,
  locale: Paper["locale"],
): (Paragraph | Table)[] {
  const headings = section.blocks.filter(({ kind }) => kind === "heading");
  return [
    headingOf(`${heading(part, locale)}${section.title}`, 1, part === 1),
    ...section.blocks.flatMap((block, at) =>
      block.kind === "heading"
        ? [headingOf(`${subheading(part, headings.indexOf(block) + 1, locale)}${block.text}`, 2)]
        : blockOf(block, locale, leadsTo(section.blocks[at + 1])),
    ),
  ];
}

/** A remark, a signature and a table's head aren't parted from the sentence before. */
const leadsTo = (next: PaperBlock | undefined): boolean =>
  next !== undefined && ["note", "signature", "table", "heading"].includes(next.kind);

/** The first part begins the page after the cover. */
const headingOf = (text: string, level: 1 | 2, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    pageBreakBefore,
    spacing: { before: 240, after: 120 },
    children: [
      new TextRun({ text, bold: true, size: level === 1 ? 30 : 26, font: heavy, color: "000000" }),
    ],
  });

function blockOf(
  block: Exclude<PaperBlock, { kind: "heading" }>,
  locale: Paper["locale"],
  keepNext: boolean,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case "table":
      return [
        ruledTable(block),
        new Paragraph({ spacing: { line: 160, lineRule: LineRuleType.AUTO }, children: [] }),
      ];
    case "list":
      return block.items.map((item, at) => line(`${at + 1}. ${item}`, {}));
    case "signature":
      return [line(block.text, { alignment: AlignmentType.RIGHT })];
    case "note":
      return [line(block.text, { keepNext })];
    case "text":
      return block.text
        .split("\n")
        .map((text) =>
          line(text, locale === "en" ? { keepNext } : { keepNext, indent: { firstLine: 480 } }),
        );
  }
}

const line = (
  text: string,
  look: { alignment?: "right"; indent?: { firstLine: number }; keepNext?: boolean },
) => new Paragraph({ ...look, spacing: { after: 80 }, children: [new TextRun({ text })] });
