interface ListedProject {
  /** Place in the table, from 1. */
  position: number;
  country: "IL" | "GB" | "DE";
  /** Code of the list `industry`, as the paper files it. */
  industry: string;
  /** Exactly as printed. */
  title: string;
  /** The title without an evident misprint. */
  corrected?: string;
  note?: { zh: string; en: string };
}

type Listed = string | Pick<ListedProject, "title" | "corrected" | "note">;

const misfiled = (zh: string, en: string) => ({
  zh: `论文归入本产业；内容也属${zh}`,
  en: `Filed here by the paper; also ${en}`,
});
const nearDuplicate = {
  zh: "与另一项题名相近，应查重",
  en: "Close to another title: check for duplicates",
};

const israel: readonly [string, readonly Listed[]][] = [
  [
    "PHARMA",
    [
      {
        title: "针对肿瘤细胞凋亡调控蛋白Bc1-2家族为靶点的新型抗癌药物的研发",
        corrected: "针对肿瘤细胞凋亡调控蛋白Bcl-2家族为靶点的新型抗癌药物的研发",
      },
      "核磁共振引导聚焦超声治疗肝癌技术研发及产业化",
      "中以生物医药产业技术转移能力建设",
      "中以合作CRO（医药研发外包）创新服务平台建设",
    ],
  ],
  [
    "AGRI",
    [
      "智能化高产温室技术创新与推广应用",
      { title: "高空救援灭火机器人掩饰样机的研发", corrected: "高空救援灭火机器人演示样机的研发" },
    ],
  ],
  [
    "CNC",
    [
      {
        title: "新型选择性发射极（SE）窄线掩膜对准印刷技术",
        note: misfiled("太阳能光伏", "solar photovoltaics"),
      },
      {
        title: "用于煤矿的无线传感器网络（WSN）",
        note: misfiled("信息技术", "information technology"),
      },
    ],
  ],
  ["SOLAR", ["光伏电池金属电极激光转印系统印刷线技术合作开发项目"]],
];

const britain: readonly [string, readonly Listed[]][] = [
  [
    "CNC",
    [
      {
        title: "3MW变速变桨风电机组整机智能控制关键技术研究及应用",
        note: misfiled("新能源（风电）", "new energy (wind)"),
      },
      {
        title: "新型高Cr热作磨具钢HHD的应用研究与开发",
        corrected: "新型高Cr热作模具钢HHD的应用研究与开发",
      },
      "激光熔覆、电火花沉积再制造关键技术研究与开发",
      "半导体晶圆表面的金属膜厚的高精度和快速在线检测技术",
      "基于云计算的移动实时GIS物流配送系统",
      "多镜望远镜系统子镜相位差校正理论与补偿技术的研究",
    ],
  ],
  [
    "PHARMA",
    [
      "防治栓塞类疾病的多糖药物国际合作研发与产业化",
      { title: "超临界流体药物结晶技术的联合开发", note: nearDuplicate },
      { title: "难溶性药物超临界流体结晶技术的联合研发", note: nearDuplicate },
      "颅内动脉血管瘤导流器新型装置的合作研发",
      "依折麦布超临界流体结晶技术的联合研发",
    ],
  ],
  [
    "RAIL",
    [
      {
        title: "风力发电齿轮传动系统系列化开发及产业化",
        note: misfiled("新能源（风电）", "new energy (wind)"),
      },
    ],
  ],
];

const germany: readonly [string, readonly Listed[]][] = [
  [
    "CNC",
    [
      "倒置立式系列数控机床的合作研发",
      "工程起重机传动装备关键技术引进及生产",
      "西门子高效能电机铸件德国铸造技术的联合研发",
      "餐厨垃圾综合处理技术的研究和开发",
    ],
  ],
  [
    "PHARMA",
    [
      "CHO细胞高表达系统与抗体工业化生产工艺技术的合作研究",
      { title: "医用胶原蛋白海绵的制备技术转移与新技术的联合开发", note: nearDuplicate },
      "自体肝细胞移植治疗肝硬化",
      { title: "外科治疗用胶原蛋白海绵的制备技术转移与新技术的开发", note: nearDuplicate },
    ],
  ],
  ["AUTO", ["车用雨量智能感应控制系统"]],
];

const listed = (
  country: ListedProject["country"],
  groups: readonly [string, readonly Listed[]][],
): Omit<ListedProject, "position">[] =>
  groups.flatMap(([industry, rows]) =>
    rows.map((row) => ({ country, industry, ...(typeof row === "string" ? { title: row } : row) })),
  );

/** The projects that Table 1 lists, in its order. The paper gives no state, date or amount for them. */
export const listedProjects: readonly ListedProject[] = [
  ...listed("IL", israel),
  ...listed("GB", britain),
  ...listed("DE", germany),
].map((row, i) => ({ position: i + 1, ...row }));

interface ListedCountry {
  country: ListedProject["country"];
  claimedProjects: number;
  claimedPartners: number;
  /** Project money in 万元 as printed. */
  claimedFunding: number;
  /** Exactly as printed. */
  partners: readonly string[];
}

/** What Table 1 claims for each country, and the partners that it names. */
export const listedCountries: readonly ListedCountry[] = [
  {
    country: "IL",
    claimedProjects: 13,
    claimedPartners: 10,
    claimedFunding: 765,
    partners: ["TOP Greenhouse Ltd", "以色列斯拉特公司（NTI）"],
  },
  {
    country: "GB",
    claimedProjects: 11,
    claimedPartners: 9,
    claimedFunding: 2051,
    partners: [
      "牛津大学",
      "Bradford大学",
      "曼彻斯特大学",
      "郝特福德大学",
      "ROMAX科技有限公司",
      "Ludger公司",
      "GH公司",
      "科泰兴达有限公司",
    ],
  },
  {
    country: "DE",
    claimedProjects: 11,
    claimedPartners: 9,
    claimedFunding: 3705,
    partners: [
      "EMAG Holding GmbH",
      "3W机电设备有限公司",
      "柏林格殷格翰制药有限公司",
      "CIWCIWC对华经济技术合作中心有限公司",
      "图宾根大学自然与医学科学研究所",
      "TZCIS",
    ],
  },
];
