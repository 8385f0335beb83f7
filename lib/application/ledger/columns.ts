import type { RegistrationRow } from "../registration/row";

/** How a cell is read: text, a code (by code or name), a day, a whole number, or 万元. */
export type ColumnKind =
  | "text"
  | "code"
  | "state"
  | "day"
  | "integer"
  | "money"
  | "decimal"
  | "names";

export interface LedgerColumn {
  /** Where the value goes; `technologies` becomes the undertaking. */
  key: Exclude<keyof RegistrationRow, "undertaking"> | "technologies";
  zh: string;
  en: string;
  kind: ColumnKind;
  /** The list whose codes or names are understood; `district` for recommending units. */
  list?: string;
  required?: boolean;
}

const needed = { required: true } as const;

/** The ledger's columns in the order of the template; headers are understood in both languages. */
export const ledgerColumns: readonly LedgerColumn[] = [
  { key: "number", zh: "项目编号", en: "Project number", kind: "text" },
  { key: "title", zh: "项目名称", en: "Project title", kind: "text", ...needed },
  { key: "titleEn", zh: "英文名称", en: "English title", kind: "text" },
  {
    key: "programmeLevel",
    zh: "项目级别",
    en: "Programme level",
    kind: "code",
    list: "programme_level",
    ...needed,
  },
  { key: "upperDocumentNumber", zh: "立项文号", en: "Upper document number", kind: "text" },
  { key: "year", zh: "立项年度", en: "Year", kind: "integer", ...needed },
  { key: "state", zh: "当前环节", en: "Present state", kind: "state", ...needed },
  { key: "stateSince", zh: "进入环节日期", en: "State since", kind: "day" },
  {
    key: "uscc",
    zh: "统一社会信用代码",
    en: "Unified social credit code",
    kind: "text",
    ...needed,
  },
  { key: "unitName", zh: "承担单位", en: "Undertaking unit", kind: "text", ...needed },
  {
    key: "unitType",
    zh: "单位类型",
    en: "Unit type",
    kind: "code",
    list: "unit_type",
    ...needed,
  },
  {
    key: "districtId",
    zh: "推荐单位",
    en: "Recommending unit",
    kind: "code",
    list: "district",
    ...needed,
  },
  {
    key: "countryCode",
    zh: "合作国家和地区",
    en: "Partner country or region",
    kind: "code",
    list: "country",
    ...needed,
  },
  { key: "industryCode", zh: "产业", en: "Industry", kind: "code", list: "industry", ...needed },
  {
    key: "secondaryIndustryCode",
    zh: "第二产业",
    en: "Second industry",
    kind: "code",
    list: "industry",
  },
  {
    key: "cooperationMode",
    zh: "合作方式",
    en: "Cooperation mode",
    kind: "code",
    list: "cooperation_mode",
    ...needed,
  },
  { key: "partnerName", zh: "外方合作单位", en: "Foreign partner", kind: "text", ...needed },
  { key: "partnerNameEn", zh: "外方英文名称", en: "Partner's English name", kind: "text" },
  { key: "partnerType", zh: "外方类型", en: "Partner type", kind: "code", list: "partner_type" },
  {
    key: "investigatorName",
    zh: "项目负责人",
    en: "Principal investigator",
    kind: "text",
    ...needed,
  },
  { key: "summary", zh: "项目简介", en: "Summary", kind: "text" },
  { key: "startsOn", zh: "开始日期", en: "Start date", kind: "day", ...needed },
  { key: "endsOn", zh: "结束日期", en: "End date", kind: "day", ...needed },
  { key: "grantCentral", zh: "中央财政（万元）", en: "Central grant (10k CNY)", kind: "money" },
  { key: "grantProvince", zh: "省级财政（万元）", en: "Provincial grant (10k CNY)", kind: "money" },
  { key: "grantCity", zh: "市级财政（万元）", en: "City grant (10k CNY)", kind: "money" },
  { key: "grantDistrict", zh: "区级财政（万元）", en: "District grant (10k CNY)", kind: "money" },
  { key: "ownFunds", zh: "单位自筹（万元）", en: "Own funds (10k CNY)", kind: "money" },
  { key: "foreignFunds", zh: "外方投入（万元）", en: "Foreign funds (10k CNY)", kind: "money" },
  { key: "loanFunds", zh: "银行贷款（万元）", en: "Loans (10k CNY)", kind: "money" },
  { key: "otherFunds", zh: "其他资金（万元）", en: "Other funds (10k CNY)", kind: "money" },
  { key: "spent", zh: "已支出（万元）", en: "Spent (10k CNY)", kind: "money" },
  {
    key: "acceptanceResult",
    zh: "验收结论",
    en: "Acceptance result",
    kind: "code",
    list: "acceptance_result",
  },
  { key: "acceptedOn", zh: "验收日期", en: "Accepted on", kind: "day" },
  { key: "certificateNumber", zh: "验收证书号", en: "Certificate number", kind: "text" },
  { key: "score", zh: "绩效得分", en: "Score", kind: "decimal" },
  {
    key: "technologies",
    zh: "关键技术（用；分隔）",
    en: "Key technologies (separated by ;)",
    kind: "names",
  },
];
