/** The paper whose tables form the optional reference set; the stored copy lacks its Chinese title. */
export const paperSource = {
  code: "shao-ji-changzhou",
  authors: "SHAO Lizhen, JI Qingqing",
  zh: "“十二五”期间常州市国际科技合作项目调查（论文表1、表2）",
  en: "Research on the Path of Capacity Improvement for Local International Scientific and Technological Cooperation Based on Project: A Case Study of Changzhou City of Jiangsu Province (Tables 1 and 2)",
} as const;

interface SourceNote {
  code: string;
  /** The table or figure beside which it is shown. */
  beside: "table2" | "table1" | "countries";
  zh: string;
  en: string;
}

/** Where the paper disagrees with itself (domain.md §4.5): reported beside recomputed, never corrected. */
export const sourceNotes: readonly SourceNote[] = [
  {
    code: "text_total",
    beside: "table2",
    zh: "表2各行、各列与总计相符，合计13,176万元；论文正文所述项目总经费为18,176万元，相差5,000万元。两数均按原文保留，无法从文中判定何者为准。",
    en: "The rows, columns and grand total of Table 2 agree: 13,176 (10,000 yuan). The text of the paper gives 18,176 in all, exactly 5,000 more. Both stand as printed; the text doesn't decide between them.",
  },
  {
    code: "top_ten_share",
    beside: "countries",
    zh: "论文称前十位合作国经费15,972万元占90.9%；按18,176万元计算应为87.9%。",
    en: "The paper says that the first ten countries' 15,972 are 90.9% of the money; of 18,176 they are 87.9%.",
  },
  {
    code: "undecidable",
    beside: "countries",
    zh: "若前十位国家为11,972万元、总经费为13,176万元，则占90.86%，与90.9%相合；但若国别按经费排序，前十位国家至少13,042万元，则与此不符。原文无法判定，不作更正。",
    en: "11,972 of 13,176 would be 90.86% and fit the printed 90.9%; but if the countries are listed by money, the ten need at least 13,042. The text can't decide it, and nothing is corrected.",
  },
  {
    code: "listed_and_claimed",
    beside: "table1",
    zh: "表1称以色列、英国、德国合作项目分别为13、11、11项，实际列出9、12、9项；称合作单位10、9、9家，实际列名2、8、6家。",
    en: "Table 1 claims 13, 11 and 11 projects with Israel, the United Kingdom and Germany and lists 9, 12 and 9; it claims 10, 9 and 9 partners and names 2, 8 and 6.",
  },
];
