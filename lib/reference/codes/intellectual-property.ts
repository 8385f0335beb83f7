import { codeList } from "./code-entry";

/** Types and status of rights and other results (domain.md §5.10). */
export const ipTypeCodes = codeList("ip_type", [
  ["invention", "发明专利", "Invention patent"],
  ["utility_model", "实用新型", "Utility model"],
  ["design", "外观设计", "Design"],
  ["pct", "PCT", "PCT application"],
  ["foreign_patent", "国外专利", "Foreign patent"],
  ["software", "软件著作权", "Software copyright"],
  ["circuit_layout", "集成电路布图设计", "Integrated circuit layout"],
  ["plant_variety", "植物新品种", "Plant variety"],
  ["international_standard", "国际标准", "International standard"],
  ["national_standard", "国家标准", "National standard"],
  ["industry_standard", "行业标准", "Industry standard"],
  ["group_standard", "团体标准", "Group standard"],
  ["paper", "论文", "Paper"],
  ["know_how", "技术秘密", "Know-how"],
  ["new_product", "认定新产品", "Identified new product"],
]);

export const ipStatusCodes = codeList("ip_status", [
  ["filed", "申请", "Filed"],
  ["accepted", "受理", "Accepted"],
  ["granted", "授权", "Granted"],
  ["lapsed", "失效", "Lapsed"],
  ["licensed", "许可", "Licensed"],
  ["assigned", "转让", "Assigned"],
]);
