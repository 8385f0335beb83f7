import type { unitTypes } from "@/lib/accounts/unit-types";
import { usccFrom } from "@/lib/reference/uscc";

/** An invented unit with its administrator's account, and a filler of its own where it has one. */
export interface UnitSpec {
  key: UnitKey;
  uscc: string;
  name: string;
  nameEn: string;
  type: (typeof unitTypes)[number];
  districtId: string;
  address: string;
  admin: { username: string; name: string; nameEn: string };
  filler?: { username: string; name: string; nameEn: string };
}

const keys = [
  "focus",
  "robot",
  "rail",
  "light",
  "battery",
  "solar",
  "gear",
  "campus",
  "hospital",
  "chip",
  "carbon",
  "storage",
  "valve",
  "harvest",
] as const;
export type UnitKey = (typeof keys)[number];

const gbCodes: Readonly<Record<string, string>> = {
  "CZ-EDZ": "320412",
  "CZ-STEC": "320412",
  "WJ-HTZ": "320412",
  XTH: "320412",
  ZGC: "320481",
  "CZ-DIR": "320400",
};

type Names = readonly [zh: string, en: string];

const unit = (
  key: UnitKey,
  [name, nameEn]: Names,
  type: UnitSpec["type"],
  [districtId, address]: readonly [string, string],
  [adminName, adminNameEn]: Names,
  username: string = `${key}.admin`,
): UnitSpec => {
  const kind = type === "hospital" || type === "institute" ? "12" : "91";
  const serial = String(keys.indexOf(key) + 1).padStart(2, "0");
  return {
    key,
    uscc: usccFrom(`${kind}${gbCodes[districtId] ?? districtId}0DEMA00${serial}`),
    name,
    nameEn,
    type,
    districtId,
    address,
    admin: { username, name: adminName, nameEn: adminNameEn },
  };
};

export const units: readonly UnitSpec[] = [
  {
    ...unit(
      "focus",
      ["常州聆谱医疗科技有限公司", "Changzhou Lingpu Medical Technology Co., Ltd."],
      "high_tech",
      ["320412", "武进区示范路1号"],
      ["周聆音", "Zhou Lingyin"],
      "enterprise",
    ),
    filler: { username: "filler", name: "吴桐舟", nameEn: "Wu Tongzhou" },
  },
  unit(
    "robot",
    ["常州衡拓精密机器人有限公司", "Changzhou Hengtuo Precision Robotics Co., Ltd."],
    "leading_innovator",
    ["320411", "新北区示范路2号"],
    ["郑衡之", "Zheng Hengzhi"],
    "enterprise2",
  ),
  unit(
    "rail",
    ["常州驰岫轨道装备有限公司", "Changzhou Chixiu Rail Equipment Co., Ltd."],
    "joint_venture",
    ["320404", "钟楼区示范路3号"],
    ["马驰川", "Ma Chichuan"],
  ),
  unit(
    "light",
    ["常州昭明光源有限公司", "Changzhou Zhaoming Light Sources Co., Ltd."],
    "private",
    ["320402", "天宁区示范路4号"],
    ["叶昭言", "Ye Zhaoyan"],
  ),
  unit(
    "battery",
    ["溧阳蓄川动力电池有限公司", "Liyang Xuchuan Power Battery Co., Ltd."],
    "pre_listing",
    ["320481", "溧阳市示范路5号"],
    ["戴川柏", "Dai Chuanbai"],
  ),
  unit(
    "solar",
    ["常州曜辰光伏科技有限公司", "Changzhou Yaochen Photovoltaics Co., Ltd."],
    "high_tech",
    ["320413", "金坛区示范路6号"],
    ["邵曜青", "Shao Yaoqing"],
  ),
  unit(
    "gear",
    ["常州磐石传动股份有限公司", "Changzhou Panshi Transmission Co., Ltd."],
    "state_owned",
    ["CZ-EDZ", "经开区示范路7号"],
    ["石磐安", "Shi Pan'an"],
  ),
  unit(
    "campus",
    ["常州科教城智造研究院有限公司", "Changzhou Campus Institute of Intelligent Manufacturing"],
    "new_rd_body",
    ["CZ-STEC", "科教城示范楼8号"],
    ["文智周", "Wen Zhizhou"],
  ),
  unit(
    "hospital",
    ["常州市示范人民医院", "Changzhou Demonstration People's Hospital"],
    "hospital",
    ["CZ-DIR", "市区示范路9号"],
    ["沈济民", "Shen Jimin"],
  ),
  unit(
    "chip",
    ["常州芯澜微电子有限公司", "Changzhou Xinlan Microelectronics Co., Ltd."],
    "small_micro",
    ["WJ-HTZ", "武进高新区示范路10号"],
    ["蓝芯远", "Lan Xinyuan"],
  ),
  unit(
    "carbon",
    ["常州玄素碳材料有限公司", "Changzhou Xuansu Carbon Materials Co., Ltd."],
    "high_tech",
    ["XTH", "西太湖示范路11号"],
    ["墨玄清", "Mo Xuanqing"],
  ),
  unit(
    "storage",
    ["溧阳恒储能源科技有限公司", "Liyang Hengchu Energy Technology Co., Ltd."],
    "foreign_owned",
    ["ZGC", "中关村高新区示范路12号"],
    ["储恒岳", "Chu Hengyue"],
  ),
  unit(
    "valve",
    ["常州清渊流体控制有限公司", "Changzhou Qingyuan Fluid Control Co., Ltd."],
    "hmt_invested",
    ["320411", "新北区示范路13号"],
    ["虞清源", "Yu Qingyuan"],
  ),
  unit(
    "harvest",
    ["常州稼穑农业装备有限公司", "Changzhou Jiase Agricultural Equipment Co., Ltd."],
    "private",
    ["320412", "武进区示范路14号"],
    ["田稼禾", "Tian Jiahe"],
  ),
];

/** The unit of a key. */
export function unitOf(key: UnitKey): UnitSpec {
  const found = units.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no unit ${key}`);
  return found;
}
