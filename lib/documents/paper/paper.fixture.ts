import type { Paper } from "./paper";

/** A small paper with each kind of block, and text that must never become markup. */
export const examplePaper: Paper = {
  locale: "zh-CN",
  issuer: "常州市科学技术局",
  title: "国际科技合作项目绩效评价报告",
  subtitle: "第1次评价",
  facts: [["项目名称", "#strong[不是标记] <b>「核磁共振」</b> $x$ & @ref"]],
  verdict: [
    ["评价等级", "良"],
    ["评价得分", "88.83"],
  ],
  issuedOn: "2026年11月26日",
  sections: [
    {
      title: "评价结论",
      blocks: [
        { kind: "heading", text: "分项得分" },
        {
          kind: "table",
          caption: "分项得分",
          small: true,
          columns: [
            { title: "部分", width: 30, names: true },
            { title: "得分", width: 20, align: "end" },
            { title: "图示", width: 50 },
          ],
          rows: [
            { cells: ["产出\n五十分", "43.34", { share: 86.68 }], strong: true },
            { cells: ["效益", "26.79", { share: 89.3 }] },
          ],
        },
        { kind: "list", items: ["Q1 掌握引进关键技术", "Q2 授权发明专利"] },
        { kind: "text", text: "第一段。\n第二段。" },
        { kind: "note", text: "注记。" },
        { kind: "signature", text: "王局长 · 2026-11-26" },
      ],
    },
    { title: "结果应用", blocks: [{ kind: "text", text: "按原方式支持。" }] },
  ],
};
