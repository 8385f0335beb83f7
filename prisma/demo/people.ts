import type { AccountRole } from "@/lib/access/roles";

/** Somebody of an office. All names are invented. */
export interface Official {
  username: string;
  name: string;
  nameEn: string;
  role: AccountRole;
  districtId?: string;
}

const official = (
  username: string,
  name: string,
  nameEn: string,
  role: AccountRole,
  districtId?: string,
): Official => ({ username, name, nameEn, role, districtId });

/** The two who open all other accounts. */
export const administrators = [
  official("admin", "曹守一", "Cao Shouyi", "sysadmin"),
  official("secadmin", "严慎之", "Yan Shenzhi", "security_admin"),
] as const;

/** Offices of city and districts; those without a listed account can't sign in. */
export const officials: readonly Official[] = [
  official("officer", "何其远", "He Qiyuan", "bureau_officer"),
  official("officer2", "吕知微", "Lü Zhiwei", "bureau_officer"),
  official("head", "施敬文", "Shi Jingwen", "division_head"),
  official("manager", "张景行", "Zhang Jingxing", "manager"),
  official("auditor", "孔明鉴", "Kong Mingjian", "auditor"),
  official("district", "陆武平", "Lu Wuping", "district_officer", "320412"),
  official("district2", "辛北辰", "Xin Beichen", "district_officer", "320411"),
  official("zhonglou", "钟闻远", "Zhong Wenyuan", "district_officer", "320404"),
  official("tianning", "田宁安", "Tian Ning'an", "district_officer", "320402"),
  official("liyang", "李漾舟", "Li Yangzhou", "district_officer", "320481"),
  official("jintan", "金檀月", "Jin Tanyue", "district_officer", "320413"),
  official("edz", "景开来", "Jing Kailai", "district_officer", "CZ-EDZ"),
  official("stec", "柯教良", "Ke Jiaoliang", "district_officer", "CZ-STEC"),
  official("wjhtz", "吴高明", "Wu Gaoming", "district_officer", "WJ-HTZ"),
  official("xth", "席太清", "Xi Taiqing", "district_officer", "XTH"),
  official("zgc", "关中岳", "Guan Zhongyue", "district_officer", "ZGC"),
];

/** Two who have left, and one whose role nobody has given yet: work on the administrators' desks. */
export const leavers: readonly Official[] = [
  official("former1", "罗往之", "Luo Wangzhi", "bureau_officer"),
  official("former2", "汤归田", "Tang Guitian", "district_officer", "320404"),
];
export const newcomer = { username: "newcomer", name: "贝初来", nameEn: "Bei Chulai" };

/** One of the expert bank, each of another employer. */
export interface ExpertSpec {
  username: string;
  name: string;
  nameEn: string;
  employer: string;
  title: string;
  specialties: string[];
  finance: boolean;
}

const expert = (
  username: string,
  [name, nameEn]: readonly [string, string],
  [employer, title]: readonly [string, string],
  specialties: string[],
  finance = false,
): ExpertSpec => ({ username, name, nameEn, employer, title, specialties, finance });

/** The fifth and the tenth are finance experts. */
export const experts: readonly ExpertSpec[] = [
  expert("expert1", ["顾言初", "Gu Yanchu"], ["云湖理工大学", "教授"], ["PHARMA", "SEI4"]),
  expert("expert2", ["唐若谷", "Tang Ruogu"], ["江左智能装备研究院", "研究员"], ["CNC", "SEI2"]),
  expert("expert3", ["谢临渊", "Xie Linyuan"], ["南渡大学", "教授"], ["SOLAR", "GRID", "SEI6"]),
  expert("expert4", ["许清和", "Xu Qinghe"], ["沧澜新材料研究所", "研究员"], ["CARBON", "SEI3"]),
  expert("expert5", ["钱知数", "Qian Zhishu"], ["明衡会计师事务所", "注册会计师"], [], true),
  expert("bank06", ["韩立行", "Han Lixing"], ["北溟交通大学", "教授"], ["RAIL", "AUTO"]),
  expert("bank07", ["冯致用", "Feng Zhiyong"], ["东篱农业工程研究所", "研究员"], ["AGRI"]),
  expert("bank08", ["秦观澜", "Qin Guanlan"], ["远岫医科大学", "主任医师"], ["PHARMA"]),
  expert("bank09", ["蒋维桢", "Jiang Weizhen"], ["天工机床研究所", "高级工程师"], ["CNC"]),
  expert("bank10", ["沈计然", "Shen Jiran"], ["恒信财务咨询公司", "高级会计师"], [], true),
  expert("bank11", ["韦承光", "Wei Chengguang"], ["晨晖光电研究院", "研究员"], ["LIGHT", "SOLAR"]),
  expert("bank12", ["杨思齐", "Yang Siqi"], ["文澜大学", "教授"], ["SEI1", "I65"]),
  expert("bank13", ["朱子衡", "Zhu Ziheng"], ["凌云航空研究所", "研究员"], ["AVIATION"]),
  expert("bank14", ["尤怀瑾", "You Huaijin"], ["碧川环境科学院", "研究员"], ["SEI7"]),
];
