import { uploadFile } from "@/lib/documents/upload";
import { officials } from "./people";
import { photoOf } from "./photo";
import type { Demo, Step } from "./runner";

interface BodySpec {
  districtId: string;
  name: string;
  kind: "own_division" | "shared_division" | "zone_office" | "bureau";
  dedicated?: false;
  deputy?: string;
  phone?: false;
}

const body = (
  districtId: string,
  name: string,
  kind: BodySpec["kind"],
  rest: Partial<BodySpec> = {},
): BodySpec => ({ districtId, name, kind, ...rest });

/** Gaps are meant: Liyang has no deputy, Jintan's contact is part-time in a shared division, Zhonglou has nobody on record. */
const bodies: readonly BodySpec[] = [
  body("320412", "武进区科技局国际合作科", "own_division", { deputy: "武佐明" }),
  body("320411", "新北区科技局国际合作科", "own_division", { deputy: "辛辅之" }),
  body("320402", "天宁区科技局产学研与国际合作科", "shared_division", { deputy: "田协和" }),
  body("320481", "溧阳市科技局对外合作科", "own_division"),
  body("320413", "金坛区科技局综合科", "shared_division", { dedicated: false, phone: false }),
  body("CZ-EDZ", "常州经开区科技金融局", "zone_office", { deputy: "景从之" }),
  body("CZ-HTZ", "常州国家高新区科技局", "zone_office", { deputy: "高襄理" }),
  body("WJ-HTZ", "武进国家高新区科技局", "zone_office", { deputy: "吴副成" }),
  body("XTH", "西太湖高新区科技人才局", "zone_office", { deputy: "席同舟" }),
  body("ZGC", "中关村高新区科技局", "zone_office", { dedicated: false, deputy: "关相助" }),
  body("CZ-STEC", "常州科教城科技处", "zone_office", { deputy: "柯赞之" }),
  body("CZ-DIR", "市科技局国际合作处", "bureau", { deputy: "吕知微" }),
];

/** Whoever is named without an account in Kehe. */
const withoutAccount = "高新远";

async function register(demo: Demo, spec: BodySpec, at: number): Promise<void> {
  const officer =
    spec.kind === "bureau"
      ? officials.find(({ username }) => username === "officer")
      : officials.find(({ districtId }) => districtId === spec.districtId);
  await demo.run("officer", "liaison.set-body", {
    districtId: spec.districtId,
    version: 0,
    name: spec.name,
    kind: spec.kind,
    contactName: officer?.name ?? withoutAccount,
    contactUserId: officer ? demo.actor(officer.username).userId : null,
    ...(spec.phone === false ? {} : { contactPhone: `0519-8568${String(1001 + at * 7)}` }),
    dedicated: spec.dedicated === false ? "part_time" : "dedicated",
    ...(spec.deputy
      ? { deputyName: spec.deputy, deputyPhone: `0519-8568${String(1002 + at * 7)}` }
      : {}),
    duties:
      "受理推荐和区级确认；联系在管项目，走访核实吸收进展；收集合作信息；每月汇总待办和逾期事项。",
    validFrom: demo.clock.day,
  });
}

/** The running projects of a district, the largest grants first. */
async function running(demo: Demo, districtId?: string) {
  const rows = await demo.read((tx) =>
    tx.project.findMany({
      where: { state: "active", ...(districtId ? { districtId } : {}) },
      orderBy: [{ grantAmount: "desc" }, { id: "asc" }],
      take: 2,
      select: { id: true },
    }),
  );
  return rows.map(({ id }) => id);
}

async function photo(demo: Demo, username: string, name: string, seed: number): Promise<string> {
  const form = new FormData();
  form.append("file", new File([photoOf(seed)], `${name}.png`, { type: "image/png" }));
  const request = new Request("http://localhost/api/files", { method: "POST", body: form });
  demo.clock.tick();
  return (await uploadFile(request, demo.actor(username))).id;
}

interface VisitSpec {
  day: number;
  by: string;
  districtId: string;
  visitors: string;
  findings: string;
  agreed: string;
  photos: readonly string[];
}

const visits: readonly VisitSpec[] = [
  {
    day: -48,
    by: "district",
    districtId: "320412",
    visitors: "陆武平、何其远",
    findings: "进口设备已安装调试，两名工程师完成外方培训；消化环节技术资料整理滞后约一个月。",
    agreed: "十二月底前补齐消化环节的技术资料，区科技局协助联系检测机构。",
    photos: ["现场设备", "培训记录"],
  },
  {
    day: -31,
    by: "district2",
    districtId: "320411",
    visitors: "辛北辰",
    findings: "合作进展正常，外方专家月内到访；自筹资金到位八成。",
    agreed: "外方专家到访后一周内报送交流情况。",
    photos: ["样机"],
  },
  {
    day: -17,
    by: "liyang",
    districtId: "320481",
    visitors: "李漾舟、吕知微",
    findings: "关键部件国产替代试制完成，测试尚未排期。",
    agreed: "",
    photos: [],
  },
];

async function visit(demo: Demo, spec: VisitSpec, at: number): Promise<void> {
  const [projectId] = await running(demo, spec.districtId);
  if (projectId === undefined) return;
  const photos: string[] = [];
  for (const [index, name] of spec.photos.entries()) {
    photos.push(await photo(demo, spec.by, name, at * 10 + index));
  }
  await demo.run(spec.by, "liaison.record-visit", {
    projectId,
    visitedOn: demo.clock.day,
    visitors: spec.visitors,
    findings: spec.findings,
    agreed: spec.agreed,
    photos,
  });
}

const reasons = [
  "资助额大、设备进口周期长，关系本市支柱产业，按月跟进。",
  "外方控股结构调整，可能影响技术资料交付，按月跟进。",
];

async function watchLargest(demo: Demo): Promise<void> {
  for (const [at, projectId] of (await running(demo)).entries()) {
    await demo.run("officer", "liaison.watch-project", { projectId, reason: reasons[at] });
  }
}

/** The liaison desk: bodies with deliberate gaps, three visits, two projects under special watch. */
export function liaisonSteps(demo: Demo): Step[] {
  const step = (day: number, run: () => Promise<void>): Step => ({
    day,
    run,
    of: "liaison",
    minutes: 450,
  });
  return [
    step(-420, async () => {
      for (const [at, spec] of bodies.entries()) await register(demo, spec, at);
    }),
    ...visits.map((spec, at) => step(spec.day, () => visit(demo, spec, at))),
    step(-40, () => watchLargest(demo)),
  ];
}
