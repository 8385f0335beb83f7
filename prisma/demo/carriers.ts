import { z } from "zod";
import { carrierPage } from "@/lib/evaluation/carriers/queries";
import type { Demo, Step } from "./runner";

type Body = readonly [
  key: string,
  kind: string,
  name: string,
  nameEn: string,
  countryCode: string | null,
  districtId: string | null,
];

const bodies: readonly Body[] = [
  [
    "centre",
    "transfer_body",
    "常州国际技术转移中心",
    "Changzhou International Technology Transfer Centre",
    null,
    "CZ-DIR",
  ],
  ["park", "park", "中以常州创新园", "China–Israel Changzhou Innovation Park", null, "320412"],
  [
    "platform",
    "platform",
    "中德智能制造合作平台",
    "Sino-German platform for smart manufacturing",
    null,
    "320411",
  ],
  [
    "station",
    "overseas_institute",
    "特拉维夫离岸研发站",
    "Offshore R&D station, Tel Aviv",
    "IL",
    null,
  ],
  [
    "incubator",
    "incubator",
    "常州国际科技企业孵化器",
    "Changzhou international incubator",
    null,
    "320404",
  ],
];

const made = z.object({ carrierId: z.uuid() });
const recorded = z.object({ contributionId: z.uuid() });

/** Intermediaries and platforms with what they brought, and two evaluations. */
class CarrierStory {
  readonly #ids = new Map<string, string>();
  readonly #used = new Set<string>();

  constructor(readonly demo: Demo) {}

  get #year(): number {
    return Number(this.demo.clock.today.slice(0, 4));
  }

  async register(): Promise<void> {
    for (const [key, kind, name, nameEn, countryCode, districtId] of bodies) {
      const data = await this.demo.run("officer", "carriers.register-carrier", {
        kind,
        name,
        nameEn,
        ...(countryCode ? { countryCode } : {}),
        ...(districtId ? { districtId } : {}),
        validFrom: "2019-06-01",
        source: "市科技局认定（演示数据）",
      });
      this.#ids.set(key, made.parse(data).carrierId);
    }
  }

  /** Records and has confirmed; `open` ones wait for the second officer. */
  async #contribute(key: string, body: object, open = false): Promise<void> {
    const data = await this.demo.run("officer", "carriers.record-contribution", {
      carrierId: this.#ids.get(key),
      ...body,
    });
    if (open) return;
    await this.demo.run("officer2", "carriers.confirm-contribution", {
      ...recorded.parse(data),
      version: 1,
    });
  }

  /** So many projects with a partner from these countries, each brought once. */
  async #bring(key: string, countries: string[], take: number, ago: number): Promise<void> {
    const projects = await this.demo.read((tx) =>
      tx.project.findMany({
        where: {
          countryCode: { in: countries },
          state: { in: ["active", "evaluation", "tracking", "archived"] },
          id: { notIn: [...this.#used] },
        },
        orderBy: { number: "asc" },
        take,
        select: { id: true, title: true },
      }),
    );
    for (const { id, title } of projects) {
      this.#used.add(id);
      await this.#contribute(key, {
        kind: "project_brought",
        year: this.#year - ago,
        title: `引荐外方合作：${title}`,
        projectId: id,
      });
    }
  }

  async contribute(): Promise<void> {
    const [last, now] = [this.#year - 1, this.#year];
    await this.#bring("centre", ["DE", "IT", "CZ"], 2, 1);
    await this.#bring("park", ["IL"], 2, 1);
    await this.#bring("platform", ["DE", "SE"], 1, 0);
    await this.#bring("station", ["IL"], 1, 0);
    const transfer = (key: string, year: number, title: string, amount: string) =>
      this.#contribute(key, { kind: "technology_transferred", year, title, amount });
    await transfer("centre", last, "五轴误差补偿软件许可", "600000");
    await transfer("centre", last, "齿面强化工艺包转让", "1000000");
    await transfer("park", now, "可穿戴心电芯片方案许可", "900000");
    await this.#contribute("centre", {
      kind: "outcome",
      year: last,
      title: "引荐项目衍生产品新增产值",
      amount: "4200000",
    });
    await this.#contribute(
      "incubator",
      { kind: "outcome", year: now, title: "孵化企业海外订单", amount: "1800000" },
      true,
    );
  }

  /** Evaluates a year by the officer; `by` confirms where given. */
  evaluate = (key: string, ago: number, by?: string) => async (): Promise<void> => {
    const carrierId = this.#ids.get(key) ?? "";
    const year = this.#year - ago;
    const page = await this.demo.read((tx) =>
      carrierPage(tx, this.demo.actor("officer"), carrierId, year, this.demo.clock.instant),
    );
    const data = await this.demo.run("officer", "carriers.save-evaluation", {
      carrierId,
      year,
      evaluationVersion: 0,
      lines: page?.sheet.lines
        .filter(({ problems }) => problems.length > 0)
        .map(({ code }) => ({
          code,
          reason: "合作洽谈周期较长，部分项目仍在实施。",
          improvement: "建立需求清单，定期组织对接。",
        })),
      opinion: "技术转移成效较好，引荐项目质量较高，应加强后续跟踪服务。",
    });
    const { evaluationId, version } = z
      .object({ evaluationId: z.uuid(), version: z.int() })
      .parse(data);
    if (by) await this.demo.run(by, "carriers.confirm-evaluation", { evaluationId, version });
  };
}

/** The carriers' steps, in days from the load. */
export function carrierSteps(demo: Demo): Step[] {
  const story = new CarrierStory(demo);
  const steps: [day: number, run: () => Promise<void>][] = [
    [-70, () => story.register()],
    [-66, () => story.contribute()],
    [-62, story.evaluate("centre", 1, "manager")],
    [-5, story.evaluate("park", 0)],
  ];
  return steps.map(([day, run]) => ({ day, run, of: "carriers", minutes: 500 }));
}
