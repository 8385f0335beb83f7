type Partner = readonly [name: string, nameEn: string, type: string];

/** Invented people on the partners' side. */
export const foreignExperts = [
  "Anna Keller",
  "David Cohen",
  "James Ward",
  "Mika Laine",
  "Pierre Martin",
] as const;

/** Invented partners by country. */
export const partners: Readonly<Record<string, readonly Partner[]>> = {
  DE: [
    ["莱茵示例机械公司", "Rhein Beispiel Maschinen GmbH", "enterprise"],
    ["内卡应用研究所", "Neckar Institut für Anwendung", "institute"],
    ["易北示例工业大学", "Elbe Demo University of Technology", "university"],
  ],
  GB: [
    ["塞文示例大学", "Severn Demo University", "university"],
    ["彭宁生物技术公司", "Pennine Demo Biotech Ltd.", "enterprise"],
  ],
  IL: [
    ["加利利示例医疗公司", "Galil Demo Medical Ltd.", "enterprise"],
    ["内盖夫示例技术转移公司", "Negev Demo Transfer Ltd.", "transfer_body"],
  ],
  RU: [
    ["伏尔加示例材料研究所", "Volga Demo Institute of Materials", "institute"],
    ["乌拉尔示例工业大学", "Ural Demo Technical University", "university"],
  ],
  US: [["落基示例控制公司", "Rocky Demo Controls Inc.", "enterprise"]],
  KR: [["汉江示例电子公司", "Hangang Demo Electronics Co.", "enterprise"]],
  IT: [["波河示例自动化公司", "Padana Demo Automazione S.p.A.", "enterprise"]],
  FR: [["卢瓦尔示例能源研究所", "Loire Demo Institut de l'Énergie", "institute"]],
  FI: [["芬示例清洁技术公司", "Suomi Demo Cleantech Oy", "enterprise"]],
  NL: [["须德示例农业大学", "Zuider Demo Agrarische Universiteit", "university"]],
  JP: [["濑户示例精工公司", "Seto Demo Seiko Co.", "enterprise"]],
  SE: [["梅拉伦示例轨道公司", "Mälaren Demo Rail AB", "enterprise"]],
  CH: [["阿勒示例仪器公司", "Aare Demo Instrumente AG", "enterprise"]],
  CZ: [["伏尔塔瓦示例研究所", "Vltava Demo Institut", "institute"]],
  SG: [["示例狮城科技研究局", "Lion Demo Research Agency", "government"]],
};

export const investigators: readonly string[] = [
  "周闻野",
  "孙拾微",
  "陶若水",
  "贺知行",
  "邱观复",
  "龚南屏",
  "潘守拙",
  "洪砚秋",
  "袁怀远",
  "雷鸣岐",
  "温如晦",
  "段锦城",
  "傅云深",
  "鲁望舒",
  "苗长青",
  "方既白",
  "阮竹溪",
];
