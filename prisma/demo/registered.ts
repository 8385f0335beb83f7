import type { RegistrationRow } from "@/lib/application/registration/row";
import { type Line, type ProjectSpec, projectOf } from "./spec";

/** A project approved elsewhere: how it stood when it was registered. Days count from the load. */
export interface RegisteredSpec extends ProjectSpec {
  level: "national" | "provincial";
  state: RegistrationRow["state"];
  /** First day of its term. */
  starts: number;
  batch: BatchKey;
  story: string;
}

export const batchKeys = ["first", "second", "pending"] as const;
export type BatchKey = (typeof batchKeys)[number];

/** When an officer entered each batch; the last one waits for its second officer. */
export const batchDays: Readonly<Record<BatchKey, number>> = {
  first: -420,
  second: -130,
  pending: -3,
};

type Registered = readonly [
  level: RegisteredSpec["level"],
  state: RegisteredSpec["state"],
  starts: number,
  line: Line,
];

const first: readonly Registered[] = [
  [
    "national",
    "active",
    -560,
    [
      "links2",
      "robot",
      ["DE", "CNC", "M1"],
      [400, 1200, 36],
      "重载机器人伺服驱动关键技术合作研发",
      "Servo drives of heavy robots",
      "伺服驱动",
    ],
  ],
  [
    "national",
    "active",
    -540,
    [
      "links1",
      "battery",
      ["US", "AUTO", "M2"],
      [500, 1800, 36],
      "动力电池热失控防护国际联合研究",
      "Thermal runaway of batteries",
      "热失控预警",
    ],
  ],
  [
    "national",
    "active",
    -520,
    [
      "quiet",
      "carbon",
      ["RU", "CARBON", "M2"],
      [420, 1300, 36],
      "航空用碳纤维预制体编织联合研发",
      "Preforms for aviation",
      "三维编织",
    ],
  ],
  [
    "provincial",
    "active",
    -500,
    [
      "links2",
      "focus",
      ["IL", "PHARMA", "M1"],
      [100, 400, 30],
      "微创手术器械吻合机构引进开发",
      "Stapling mechanism for surgery",
      "吻合机构",
    ],
  ],
  [
    "provincial",
    "active",
    -520,
    [
      "links3",
      "rail",
      ["SE", "RAIL", "M2"],
      [90, 300, 30],
      "城轨信号车载设备测试合作研发",
      "Tests of on-board signalling",
      "半实物仿真",
    ],
  ],
  [
    "provincial",
    "active",
    -500,
    [
      "quiet",
      "solar",
      ["GB", "SOLAR", "M2"],
      [80, 280, 30],
      "双面组件发电预测联合研发",
      "Yield of bifacial modules",
      "辐照预测",
    ],
  ],
  [
    "provincial",
    "active",
    -480,
    [
      "quiet",
      "hospital",
      ["GB", "PHARMA", "M7"],
      [60, 120, 30],
      "中英儿童呼吸疾病联合研究基地",
      "Joint base for paediatric respiration",
    ],
  ],
  [
    "provincial",
    "active",
    -470,
    [
      "links1",
      "campus",
      ["DE", "CNC", "M5"],
      [110, 360, 30],
      "海外智能制造研发中心能力建设",
      "Overseas centre for smart production",
      "数字孪生",
    ],
  ],
  [
    "national",
    "evaluation",
    -1180,
    [
      "evaluate_good",
      "gear",
      ["DE", "AUTO", "M2"],
      [300, 900, 22],
      "混合动力变速器控制国际合作研发",
      "Control of hybrid gearboxes",
      "换挡控制",
    ],
  ],
  [
    "provincial",
    "evaluation",
    -1100,
    [
      "evaluate_excellent",
      "storage",
      ["CH", "GRID", "M2"],
      [100, 320, 20],
      "电网侧储能调频策略合作研发",
      "Frequency control by storage",
      "调频策略",
    ],
  ],
  [
    "provincial",
    "tracking",
    -1300,
    [
      "track1",
      "light",
      ["NL", "LIGHT", "M1"],
      [80, 260, 24],
      "园艺照明配光技术引进",
      "Horticultural lighting",
      "配光设计",
    ],
  ],
  [
    "provincial",
    "tracking",
    -1320,
    [
      "quiet",
      "harvest",
      ["IT", "AGRI", "M1"],
      [70, 220, 24],
      "丘陵拖拉机静液压传动技术引进",
      "Hydrostatic drive of tractors",
      "静液压传动",
    ],
  ],
  [
    "national",
    "archived",
    -2100,
    [
      "archived",
      "robot",
      ["JP", "CNC", "M2"],
      [350, 1100, 36],
      "精密减速器寿命试验国际合作",
      "Life tests of precision reducers",
      "寿命试验",
    ],
  ],
  [
    "provincial",
    "archived",
    -1900,
    [
      "archived",
      "chip",
      ["KR", "GRID", "M1"],
      [80, 260, 24],
      "车规级功率器件封装技术引进",
      "Packaging of power devices",
      "功率封装",
    ],
  ],
  [
    "provincial",
    "acceptance_filing",
    -1000,
    [
      "upper_recorded",
      "solar",
      ["FR", "SOLAR", "M2"],
      [90, 300, 18],
      "组件隐裂在线检测联合研发",
      "Crack detection of modules",
      "电致发光检测",
    ],
  ],
  [
    "provincial",
    "active",
    -620,
    [
      "own_acceptance",
      "valve",
      ["US", "CNC", "M1"],
      [70, 230, 18],
      "核级阀门疲劳评价技术引进",
      "Fatigue of nuclear-grade valves",
      "疲劳评价",
    ],
  ],
  [
    "provincial",
    "active",
    -480,
    [
      "worked_example",
      "focus",
      ["DE", "PHARMA", "M1"],
      [60, 240, 30],
      "聚焦超声治疗关键技术引进消化再创新",
      "Focused ultrasound: import, digestion, re-innovation",
      "聚焦超声相控换能器",
      "磁共振实时测温",
      "治疗计划软件",
    ],
  ],
];

const second: readonly Registered[] = [
  [
    "national",
    "active",
    -300,
    [
      "quiet",
      "storage",
      ["US", "GRID", "M2"],
      [450, 1500, 36],
      "长时储能关键材料国际联合研究",
      "Materials for long storage",
      "电解液再生",
    ],
  ],
  [
    "national",
    "active",
    -260,
    [
      "links1",
      "focus",
      ["DE", "PHARMA", "M2"],
      [380, 1100, 36],
      "影像引导放疗质控国际合作研发",
      "Quality of image-guided therapy",
      "剂量验证",
    ],
  ],
  [
    "provincial",
    "active",
    -320,
    [
      "links1",
      "robot",
      ["IT", "CNC", "M1"],
      [100, 330, 30],
      "柔性产线物流机器人调度技术引进",
      "Scheduling of mobile robots",
      "群体调度",
    ],
  ],
  [
    "provincial",
    "active",
    -280,
    [
      "quiet",
      "battery",
      ["FR", "AUTO", "M2"],
      [110, 350, 30],
      "退役电池梯次利用评估联合研发",
      "Second life of batteries",
      "余能评估",
    ],
  ],
  [
    "provincial",
    "active",
    -240,
    [
      "quiet",
      "chip",
      ["IL", "GRID", "M1"],
      [90, 280, 30],
      "传感器微能量采集技术引进",
      "Energy harvesting for sensors",
      "能量采集",
    ],
  ],
  [
    "provincial",
    "active",
    -220,
    [
      "quiet",
      "campus",
      ["SG", "GRID", "M8"],
      [50, 100, 24],
      "中新技术转移服务平台",
      "Technology transfer service platform",
    ],
  ],
  [
    "provincial",
    "suspended",
    -500,
    [
      "quiet",
      "carbon",
      ["RU", "CARBON", "M2"],
      [80, 260, 36],
      "超高温陶瓷涂层联合研发",
      "Ultra-high temperature coatings",
      "涂层工艺",
    ],
  ],
  [
    "provincial",
    "acceptance_filing",
    -760,
    [
      "quiet",
      "rail",
      ["CZ", "RAIL", "M2"],
      [70, 230, 20],
      "有轨电车储能供电联合研发",
      "Storage supply of trams",
      "快充管理",
    ],
  ],
  [
    "provincial",
    "acceptance_filing",
    -780,
    [
      "upper_recorded",
      "harvest",
      ["NL", "AGRI", "M1"],
      [60, 190, 20],
      "马铃薯分级视觉技术引进",
      "Grading of potatoes",
      "表面缺陷识别",
    ],
  ],
  [
    "national",
    "acceptance_review",
    -1250,
    [
      "upper_recorded",
      "gear",
      ["DE", "AUTO", "M2"],
      [320, 1000, 36],
      "风电增速箱润滑国际合作研发",
      "Lubrication of wind gearboxes",
      "润滑仿真",
    ],
  ],
  [
    "provincial",
    "rectification",
    -860,
    [
      "quiet",
      "light",
      ["KR", "LIGHT", "M1"],
      [60, 200, 24],
      "微显示光源对准技术引进",
      "Alignment of micro displays",
      "主动对准",
    ],
  ],
  [
    "provincial",
    "evaluation",
    -900,
    [
      "quiet",
      "valve",
      ["JP", "CNC", "M2"],
      [75, 240, 22],
      "污水处理曝气阀节能联合研发",
      "Saving energy in aeration",
      "曝气控制",
    ],
  ],
  [
    "provincial",
    "tracking",
    -1250,
    [
      "quiet",
      "hospital",
      ["IL", "PHARMA", "M9"],
      [40, 60, 24],
      "海外康复工程人才团队引进",
      "Team for rehabilitation engineering",
    ],
  ],
  [
    "provincial",
    "tracking",
    -1200,
    [
      "quiet",
      "focus",
      ["CH", "PHARMA", "M2"],
      [85, 270, 24],
      "睡眠呼吸监测算法联合研发",
      "Sleep apnoea algorithms",
      "呼吸事件识别",
    ],
  ],
  [
    "provincial",
    "archived",
    -1800,
    [
      "archived",
      "battery",
      ["DE", "AUTO", "M1"],
      [90, 300, 24],
      "锂电池注液工艺技术引进",
      "Filling of lithium cells",
      "真空注液",
    ],
  ],
  [
    "national",
    "archived",
    -2000,
    [
      "archived",
      "campus",
      ["FI", "CNC", "M7"],
      [260, 500, 36],
      "中芬清洁技术联合实验室",
      "Joint cleantech laboratory",
    ],
  ],
];

const pending: readonly Registered[] = [
  [
    "provincial",
    "active",
    -150,
    [
      "quiet",
      "rail",
      ["DE", "RAIL", "M2"],
      [90, 300, 30],
      "轨道减振扣件联合研发",
      "Damping rail fasteners",
      "减振扣件",
    ],
  ],
  [
    "provincial",
    "active",
    -140,
    [
      "quiet",
      "solar",
      ["NL", "SOLAR", "M2"],
      [80, 260, 30],
      "漂浮式光伏锚固联合研发",
      "Mooring of floating PV",
      "柔性锚固",
    ],
  ],
];

const specs = (batch: BatchKey, prefix: string, rows: readonly Registered[]): RegisteredSpec[] =>
  rows.map(([level, state, starts, line], at) => ({
    ...projectOf(prefix, line, at),
    level,
    state,
    starts,
    batch,
  }));

export const registeredProjects: readonly RegisteredSpec[] = [
  ...specs("first", "R", first),
  ...specs("second", "S", second),
  ...specs("pending", "T", pending),
];
