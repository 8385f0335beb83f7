import { recordsBegin } from "./codes/code-entry";

/** A unit that recommends: an administrative district, a managing unit, or the direct units' seat. */
export interface DistrictRow {
  code: string;
  zh: string;
  en: string;
  kind: "admin" | "managing" | "direct";
  validFrom: string;
  validTo?: string;
  predecessor?: string;
  /** Where a former district's units belong today, and who runs them. */
  currentAdministrativeDistrict: string;
  currentManagingUnit?: string;
}

const lastOldDay = "2015-05-31";
const firstNewDay = "2015-06-01";

const row = (
  code: string,
  zh: string,
  en: string,
  kind: DistrictRow["kind"],
  rest: Partial<DistrictRow> = {},
): DistrictRow => ({
  code,
  zh,
  en,
  kind,
  validFrom: recordsBegin,
  currentAdministrativeDistrict: code,
  ...rest,
});

/** Recommending units of Changzhou (domain.md §5.1, §5.2), in the order of official tables. */
export const districts: readonly DistrictRow[] = [
  row("320412", "武进区", "Wujin District", "admin"),
  row("320411", "新北区", "Xinbei District", "admin"),
  row("320404", "钟楼区", "Zhonglou District", "admin"),
  row("320402", "天宁区", "Tianning District", "admin"),
  row("320405", "戚墅堰区", "Qishuyan District", "admin", {
    validTo: lastOldDay,
    currentAdministrativeDistrict: "320412",
    currentManagingUnit: "CZ-EDZ",
  }),
  row("320481", "溧阳市", "Liyang City", "admin"),
  row("320482", "金坛市", "Jintan City", "admin", {
    validTo: lastOldDay,
    currentAdministrativeDistrict: "320413",
  }),
  row("320413", "金坛区", "Jintan District", "admin", {
    validFrom: firstNewDay,
    predecessor: "320482",
  }),
  row("CZ-EDZ", "常州经开区", "Changzhou Economic Development Zone", "managing", {
    validFrom: firstNewDay,
    currentAdministrativeDistrict: "320412",
  }),
  row("CZ-HTZ", "常州国家高新区", "Changzhou National High-tech Zone", "managing", {
    currentAdministrativeDistrict: "320411",
  }),
  row("WJ-HTZ", "武进国家高新区", "Wujin National High-tech Zone", "managing", {
    currentAdministrativeDistrict: "320412",
  }),
  row("XTH", "江苏省西太湖高新区", "West Taihu High-tech Zone, Jiangsu", "managing", {
    currentAdministrativeDistrict: "320412",
  }),
  row("ZGC", "江苏省中关村高新区", "Zhongguancun High-tech Zone, Jiangsu", "managing", {
    currentAdministrativeDistrict: "320481",
  }),
  row("CZ-STEC", "常州科教城", "Changzhou Science and Education Town", "managing", {
    currentAdministrativeDistrict: "320412",
  }),
  row("CZ-DIR", "市直属", "Units directly under the city", "direct", {
    currentAdministrativeDistrict: "320400",
  }),
];
