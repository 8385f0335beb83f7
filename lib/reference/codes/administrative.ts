import { codeList } from "./code-entry";

const city = { parent: "320400" };

/** GB/T 2260 (domain.md §5.1). */
export const administrativeCodes = codeList("administrative", [
  ["320400", "常州市", "Changzhou City"],
  ["320401", "市辖区", "Municipal districts", city],
  ["320402", "天宁区", "Tianning District", city],
  ["320404", "钟楼区", "Zhonglou District", city],
  ["320405", "戚墅堰区", "Qishuyan District", { ...city, validTo: "2015-05-31" }],
  ["320411", "新北区", "Xinbei District", city],
  ["320412", "武进区", "Wujin District", city],
  ["320413", "金坛区", "Jintan District", { ...city, validFrom: "2015-06-01" }],
  ["320481", "溧阳市", "Liyang City", city],
  ["320482", "金坛市", "Jintan City", { ...city, validTo: "2015-05-31" }],
]);

/** Units that recommend or manage without being an administrative district (§5.2; private codes). */
export const managingUnitCodes = codeList("managing_unit", [
  ["CZ-DIR", "市直属", "Units directly under the city"],
  ["CZ-STEC", "常州科教城", "Changzhou Science and Education Town"],
  [
    "CZ-EDZ",
    "常州经开区",
    "Changzhou Economic Development Zone",
    { validFrom: "2015-06-01", parent: "320412" },
  ],
  ["CZ-HTZ", "常州国家高新区", "Changzhou National High-tech Zone", { parent: "320411" }],
  ["WJ-HTZ", "武进国家高新区", "Wujin National High-tech Zone", { parent: "320412" }],
  ["XTH", "江苏省西太湖高新区", "West Taihu High-tech Zone, Jiangsu", { parent: "320412" }],
  ["ZGC", "江苏省中关村高新区", "Zhongguancun High-tech Zone, Jiangsu", { parent: "320481" }],
]);
