import { codeList } from "./code-entry";

const regionGroup = { attributes: { group: "HMT" } };

/** Countries and regions, ISO 3166-1 (domain.md §5.3); the paper's ten come first, in its order. */
export const countryCodes = codeList("country", [
  ["RU", "俄罗斯", "Russia"],
  ["DE", "德国", "Germany"],
  ["US", "美国", "United States"],
  ["GB", "英国", "United Kingdom"],
  ["KR", "韩国", "South Korea"],
  ["IL", "以色列", "Israel"],
  ["IT", "意大利", "Italy"],
  ["FR", "法国", "France"],
  ["FI", "芬兰", "Finland"],
  ["NL", "荷兰", "Netherlands"],
  ["JP", "日本", "Japan"],
  ["CH", "瑞士", "Switzerland"],
  ["SE", "瑞典", "Sweden"],
  ["DK", "丹麦", "Denmark"],
  ["NO", "挪威", "Norway"],
  ["AT", "奥地利", "Austria"],
  ["BE", "比利时", "Belgium"],
  ["ES", "西班牙", "Spain"],
  ["PT", "葡萄牙", "Portugal"],
  ["IE", "爱尔兰", "Ireland"],
  ["CZ", "捷克", "Czechia"],
  ["PL", "波兰", "Poland"],
  ["HU", "匈牙利", "Hungary"],
  ["SK", "斯洛伐克", "Slovakia"],
  ["SI", "斯洛文尼亚", "Slovenia"],
  ["RS", "塞尔维亚", "Serbia"],
  ["BY", "白俄罗斯", "Belarus"],
  ["UA", "乌克兰", "Ukraine"],
  ["CA", "加拿大", "Canada"],
  ["AU", "澳大利亚", "Australia"],
  ["NZ", "新西兰", "New Zealand"],
  ["SG", "新加坡", "Singapore"],
  ["MY", "马来西亚", "Malaysia"],
  ["TH", "泰国", "Thailand"],
  ["IN", "印度", "India"],
  ["BR", "巴西", "Brazil"],
  ["ZA", "南非", "South Africa"],
  ["KZ", "哈萨克斯坦", "Kazakhstan"],
  ["TR", "土耳其", "Türkiye"],
  ["HK", "中国香港", "Hong Kong, China", regionGroup],
  ["MO", "中国澳门", "Macao, China", regionGroup],
  ["TW", "中国台湾", "Taiwan, China", regionGroup],
]);

const members = (codes: string) => ({ attributes: { members: codes.split(" ") } });
const centralEastern = "CZ PL HU SK SI RS";

/** Groups of countries; a group's members change by a new entry, never by an edit. */
export const countryGroupCodes = codeList("country_group", [
  ["GUIDED", "重点引导国别", "Guided countries", members("DE GB IL")],
  [
    "PAPER_TOP_TEN",
    "2011—2014年前十位合作国",
    "First ten countries, 2011–2014",
    members("RU DE US GB KR IL IT FR FI NL"),
  ],
  [
    "JS_BILATERAL",
    "江苏省双边合作计划",
    "Jiangsu bilateral programmes",
    { validFrom: "2022-01-01", ...members("IL FI CZ NO SG") },
  ],
  [
    "JS_KEY",
    "江苏省重点国别",
    "Jiangsu key countries",
    { validFrom: "2022-01-01", ...members(`GB DE FR RU NL US CA AU NZ JP KR ${centralEastern}`) },
  ],
  ["HMT", "港澳台", "Hong Kong, Macao and Taiwan", members("HK MO TW")],
]);
