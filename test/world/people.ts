import type { AccountRole } from "@/lib/access/roles";

/** A fixed id per kind and number, so that tests can name rows before they exist. */
export const fixedId = (kind: number, n: number): string =>
  `00000000-0000-7000-8000-${String(kind).padStart(4, "0")}${String(n).padStart(8, "0")}`;

export const districts = {
  wujin: { id: "320412", zh: "武进区", en: "Wujin", kind: "administrative" },
  xinbei: { id: "320411", zh: "新北区", en: "Xinbei", kind: "administrative" },
  direct: { id: "CZ-DIR", zh: "市直属", en: "Direct units", kind: "direct" },
} as const;

/** Units: `first` (Wujin), `second` (Xinbei) and `direct`, a unit without a district bureau. */
export const units = {
  first: {
    id: fixedId(1, 1),
    uscc: "91320412000000027Q",
    name: "常州聚焦医疗科技有限公司",
    nameEn: "Changzhou Focus Medical Technology Co., Ltd.",
    district: "wujin",
  },
  second: {
    id: fixedId(1, 2),
    uscc: "91320411000000019F",
    name: "常州新北精密机器人有限公司",
    nameEn: "Changzhou Xinbei Precision Robotics Co., Ltd.",
    district: "xinbei",
  },
  direct: {
    id: fixedId(1, 3),
    uscc: "12320400000000035C",
    name: "常州市先进材料研究所",
    nameEn: "Changzhou Institute of Advanced Materials",
    district: "direct",
  },
} as const satisfies Record<
  string,
  { id: string; uscc: string; name: string; nameEn: string; district: keyof typeof districts }
>;

export type UnitName = keyof typeof units;

interface PersonSpec {
  name: string;
  roles: readonly AccountRole[];
  unit?: UnitName;
  district?: keyof typeof districts;
}

/** The design's accounts, and a few more that tests need (`direct`, `expert6` of finance). */
export const people = {
  enterprise: { name: "周敏", roles: ["filler", "unit_admin"], unit: "first" },
  filler: { name: "吴桐", roles: ["filler"], unit: "first" },
  enterprise2: { name: "郑岩", roles: ["filler", "unit_admin"], unit: "second" },
  direct: { name: "蒋文", roles: ["filler", "unit_admin"], unit: "direct" },
  district: { name: "陆武", roles: ["district_officer"], district: "wujin" },
  district2: { name: "新月", roles: ["district_officer"], district: "xinbei" },
  officer: { name: "何科", roles: ["bureau_officer"] },
  officer2: { name: "吕颖", roles: ["bureau_officer"] },
  head: { name: "施处", roles: ["division_head"] },
  manager: { name: "张局", roles: ["manager"] },
  auditor: { name: "孔审", roles: ["auditor"] },
  admin: { name: "曹管", roles: ["sysadmin"] },
  secadmin: { name: "严安", roles: ["security_admin"] },
  expert1: { name: "专家一", roles: ["expert"] },
  expert2: { name: "专家二", roles: ["expert"] },
  expert3: { name: "专家三", roles: ["expert"] },
  expert4: { name: "专家四", roles: ["expert"] },
  expert5: { name: "专家五", roles: ["expert"] },
  expert6: { name: "专家六", roles: ["expert"] },
} as const satisfies Record<string, PersonSpec>;

export type PersonName = keyof typeof people;

export const personNames = Object.keys(people).filter((key): key is PersonName => key in people);

/** The id of a person's account, also before the world is built. */
export const personId = (name: PersonName): string => fixedId(2, personNames.indexOf(name) + 1);

/** A person's row with its general type. */
export const personSpec = (name: PersonName): PersonSpec => people[name];
