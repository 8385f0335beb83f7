import { codeList } from "./code-entry";

const grant = { attributes: { grant: true } };

/** Sources of money, kept apart for separate accounting (domain.md §5.8). */
export const fundSourceCodes = codeList("fund_source", [
  ["central", "中央财政", "Central budget", grant],
  ["province", "省级财政", "Provincial budget", grant],
  ["city", "市级财政", "City budget", grant],
  ["district", "区级财政", "District budget", grant],
  ["own", "单位自筹", "Unit's own funds"],
  ["foreign_cash", "外方投入（现金）", "Foreign partner, in cash"],
  ["foreign_kind", "外方投入（实物）", "Foreign partner, in kind"],
  ["loan", "银行贷款", "Bank loan"],
  ["other", "其他", "Other"],
]);

/** The three direct heads and the indirect one, with their sub-heads. */
export const expenseCodes = codeList("expense", [
  ["equipment", "设备费", "Equipment"],
  ["operating", "业务费", "Operating costs"],
  ["labour", "劳务费", "Labour costs"],
  ["indirect", "间接费用", "Indirect costs"],
  ["performance_pay", "绩效支出", "Performance pay", { parent: "indirect" }],
  ["materials", "材料费", "Materials", { parent: "operating" }],
  ["testing", "测试化验加工费", "Testing, assay and processing", { parent: "operating" }],
  ["energy", "燃料动力费", "Fuel and power", { parent: "operating" }],
  [
    "travel",
    "差旅/会议/国际合作交流费",
    "Travel, meetings and international exchange",
    { parent: "operating" },
  ],
  [
    "publication",
    "出版/知识产权费",
    "Publication and intellectual property",
    { parent: "operating" },
  ],
  ["consulting", "专家咨询费", "Expert consulting", { parent: "labour" }],
]);
