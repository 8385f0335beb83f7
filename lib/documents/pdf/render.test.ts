import { expect, it } from "vitest";
import { examplePaper } from "@/lib/documents/paper/paper.fixture";
import { renderPdf } from "./render";

const certificate = {
  locale: "zh-CN",
  title: "验收证书",
  number: "YS-2026-0001",
  facts: [["项目名称", "#strong[不是标记] 「核磁共振」 $x$ @ref"]],
  statement: "特发此证。",
  qr: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h5v5z"/></svg>',
  issuedOn: "2026年3月2日",
  words: {
    title: "验收证书",
    programme: "计划",
    number: "编号",
    issuer: "科技局",
    check: "核验",
    note: "说明",
  },
};

it("renders a template to PDF/A; typed text never becomes markup", () => {
  const bytes = Buffer.from(renderPdf("acceptance-certificate", certificate));
  expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(bytes.toString("latin1")).toContain("pdfaid:part");
});

it("says what is wrong with data that a template can't print", () => {
  expect(() => renderPdf("acceptance-certificate", { locale: "zh-CN" })).toThrow();
});

it("renders a paper with each kind of block, in both languages", () => {
  for (const locale of ["zh-CN", "en"] as const) {
    const data = { locale, words: {}, author: "Kehe", paper: { ...examplePaper, locale } };
    expect(Buffer.from(renderPdf("paper", data)).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  }
});
