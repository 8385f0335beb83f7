import { codeList } from "./code-entry";

/** Kinds of undertaking unit; the paper's own classes first (domain.md §5.5). */
export const unitTypeCodes = codeList("unit_type", [
  ["leading_innovator", "创新型领军企业", "Leading innovative enterprise"],
  ["pre_listing", "科技型上市培育企业", "Technology enterprise prepared for listing"],
  ["high_tech", "高新技术企业", "High-tech enterprise"],
  ["private", "民营企业", "Private enterprise"],
  ["small_micro", "小微企业", "Small or micro enterprise"],
  ["state_owned", "国有/国有控股企业", "State-owned or state-controlled enterprise"],
  ["foreign_owned", "外商独资企业", "Wholly foreign-owned enterprise"],
  ["joint_venture", "中外合资合作企业", "Sino-foreign joint venture"],
  ["hmt_invested", "港澳台资企业", "Enterprise with Hong Kong, Macao or Taiwan investment"],
  ["university", "高校", "University or college"],
  ["institute", "科研院所", "Research institute"],
  ["hospital", "医疗机构", "Medical institution"],
  ["new_rd_body", "新型研发机构", "New-type R&D organisation"],
  ["transfer_body", "技术转移机构", "Technology transfer organisation"],
]);

/** Labels that a unit may hold beside its kind. */
export const unitLabelCodes = codeList("unit_label", [
  ["high_tech", "高新技术企业", "High-tech enterprise"],
  ["tech_sme", "科技型中小企业", "Technology-based small or medium enterprise"],
  ["specialised", "专精特新企业", "Specialised, refined, distinctive and innovative enterprise"],
  ["gazelle", "瞪羚企业", "Gazelle enterprise"],
]);

/** Units of measure of indicators and ledger figures. */
export const measureUnitCodes = codeList("measure_unit", [
  ["item", "项", "items"],
  ["piece", "件", "pieces"],
  ["person", "人", "people"],
  ["percent", "%", "%"],
  ["level", "级", "levels"],
  ["wan_yuan", "万元", "10,000 yuan"],
  ["yuan", "元", "yuan"],
  ["ratio", "倍", "times"],
  ["kwh", "千瓦时", "kWh"],
  ["count", "次", "times occurred"],
  ["band", "档", "band"],
]);
