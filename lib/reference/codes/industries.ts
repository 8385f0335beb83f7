import { codeList } from "./code-entry";

/** The ten industry chains of the paper's years (domain.md §5.4 a). */
export const industryChainCodes = codeList("industry", [
  ["RAIL", "轨道交通", "Rail transit"],
  ["AUTO", "汽车及零部件", "Automobiles and parts"],
  ["AGRI", "农机和工程机械", "Agricultural and construction machinery"],
  ["SOLAR", "太阳能光伏", "Solar photovoltaics"],
  ["CARBON", "碳材料", "Carbon materials"],
  ["PHARMA", "新医药", "New medicine"],
  ["LIGHT", "新光源", "New light sources"],
  ["AVIATION", "通用航空", "General aviation"],
  ["GRID", "智能电网", "Smart grid"],
  ["CNC", "智能数控和机器人", "Intelligent numerical control and robots"],
]);

/** Strategic emerging industries, 2018 classification (§5.4 c). */
export const strategicIndustryCodes = codeList(
  "strategic_industry",
  (
    [
      ["SEI1", "新一代信息技术", "New-generation information technology"],
      ["SEI2", "高端装备", "High-end equipment"],
      ["SEI3", "新材料", "New materials"],
      ["SEI4", "生物", "Biology"],
      ["SEI5", "新能源汽车", "New-energy vehicles"],
      ["SEI6", "新能源", "New energy"],
      ["SEI7", "节能环保", "Energy saving and environmental protection"],
      ["SEI8", "数字创意", "Digital creativity"],
      ["SEI9", "相关服务", "Related services"],
    ] as const
  ).map(([code, zh, en]) => [code, zh, en, { validFrom: "2018-01-01" }] as const),
);

/** Divisions of GB/T 4754-2017 that occur here (§5.4 d). */
export const economicDivisionCodes = codeList(
  "economic_division",
  (
    [
      ["C26", "化学原料和化学制品制造业", "Chemical raw materials and products"],
      ["C27", "医药制造业", "Pharmaceuticals"],
      ["C33", "金属制品业", "Metal products"],
      ["C34", "通用设备制造业", "General equipment"],
      ["C35", "专用设备制造业", "Special equipment"],
      ["C36", "汽车制造业", "Automobiles"],
      [
        "C37",
        "铁路、船舶、航空航天和其他运输设备制造业",
        "Railway, ships, aerospace and other transport equipment",
      ],
      ["C38", "电气机械和器材制造业", "Electrical machinery and equipment"],
      [
        "C39",
        "计算机、通信和其他电子设备制造业",
        "Computers, communication and other electronic equipment",
      ],
      ["C40", "仪器仪表制造业", "Instruments and meters"],
      ["I65", "软件和信息技术服务业", "Software and information technology services"],
      ["M73", "研究和试验发展", "Research and experimental development"],
    ] as const
  ).map(([code, zh, en]) => [code, zh, en, { validFrom: "2017-10-01" }] as const),
);
