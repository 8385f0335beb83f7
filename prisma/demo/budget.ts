import { z } from "zod";
import { type BudgetForm, budgetForm } from "@/lib/evaluation/rollup/queries";
import type { FormKind } from "@/lib/evaluation/rollup/schema";
import { startOfShanghaiDay } from "@/lib/kernel/working-days";
import type { Demo, Step } from "./runner";

const answer = z.object({ budgetItemId: z.uuid() });

/** Yuan by source; what isn't given is nothing. */
const split = (fiscal: string, carried = "0") => ({ fiscal, carried, other: "0" });

const explained = {
  cause: "market",
  reason: "部分项目进口部件交付推迟，成果转化周期较长。",
  improvement: "加强过程管理，督促承担单位按期完成。",
} as const;

/** A budget item with two years: last year's forms confirmed, this year's under way. */
class BudgetStory {
  #itemId = "";

  constructor(readonly demo: Demo) {}

  get #year(): number {
    return Number(this.demo.clock.today.slice(0, 4));
  }

  /** The item, and the calls that count under it. */
  async open(): Promise<void> {
    const made = await this.demo.run("officer", "rollup.create-item", {
      code: "KJ-GJHZ",
      zh: "国际科技合作专项资金",
      en: "International S&T cooperation fund",
      fund: "市科技发展专项资金",
      reverseVariant: "linear",
      validFrom: "2020-01-01",
    });
    this.#itemId = answer.parse(made).budgetItemId;
    const calls = await this.demo.read((tx) =>
      tx.call.findMany({ where: { status: "published" }, select: { id: true } }),
    );
    await this.demo.run("officer", "rollup.set-members", {
      budgetItemId: this.#itemId,
      version: 1,
      callIds: calls.map(({ id }) => id),
      projectIds: [],
    });
  }

  /** Money and objective of a year, `ago` years back; what was executed is what the grants came to. */
  setYear =
    (ago: number, initial: string, adjusted: string, yearVersion = 0) =>
    async (): Promise<void> => {
      const year = this.#year - ago;
      await this.demo.run("officer", "rollup.set-year", {
        budgetItemId: this.#itemId,
        yearVersion,
        year,
        objective:
          "支持本市企业、高校与重点国别开展技术引进和联合研发，推动引进技术的消化、吸收和再创新，提升国产化率和自主改型能力。",
        initial: split(initial),
        adjusted: split(adjusted),
        executed: split(await this.#issued(year)),
      });
    };

  async #issued(year: number): Promise<string> {
    const sum = await this.demo.read((tx) =>
      tx.payment.aggregate({
        where: {
          purpose: "grant",
          status: { not: "held" },
          project: { call: { budgetItemId: this.#itemId } },
          issuedAt: {
            gte: startOfShanghaiDay(`${year}-01-01`),
            lt: startOfShanghaiDay(`${year + 1}-01-01`),
          },
        },
        _sum: { amount: true },
      }),
    );
    return sum._sum.amount?.toFixed(2) ?? "0";
  }

  async #form(ago: number, kind: FormKind): Promise<BudgetForm> {
    const at = { budgetItemId: this.#itemId, year: this.#year - ago };
    const found = await this.demo.read((tx) =>
      budgetForm(tx, this.demo.actor("officer"), at, kind, this.demo.clock.instant),
    );
    if (found === null) throw new Error(`no year ${at.year}`);
    return found;
  }

  fill = (ago: number, kind: FormKind) => async (): Promise<void> => {
    const form = await this.#form(ago, kind);
    await this.demo.run("officer", `rollup.save-${kind.replace("_", "-")}`, {
      budgetItemYearId: form.id,
      formVersion: form.form?.version ?? 0,
      ...typed(form),
    });
  };

  /** A second officer confirms, unless something is still missing. */
  confirm = (ago: number, kind: FormKind, by: string) => async (): Promise<void> => {
    const { form, gaps } = await this.#form(ago, kind);
    if (form === null || gaps.length > 0) return;
    await this.demo.run(by, "rollup.confirm-form", { formId: form.id, version: form.version });
  };
}

const offTarget = (rows: BudgetForm["sheet"]["rows"]) =>
  rows.filter(({ worse, overAchieved }) => worse || overAchieved);

/** What is typed on each kind of form. */
function typed({ kind, sheet }: BudgetForm): object {
  const rows = sheet.rows.filter(({ dropped }) => kind === "department" || !dropped);
  const given: Readonly<Record<FormKind, () => object>> = {
    goals: () => ({ remark: "指标值为本年度到期项目合同目标合计。" }),
    monitoring: () => ({
      expectedExecuted: sheet.money.adjusted.fiscal,
      lines: rows.map(({ code, pending }) =>
        pending > 0
          ? {
              code,
              likelihood: "possible",
              hindrance: "other",
              reason: "部分项目年底前到期，尚未验收评价。",
            }
          : { code, likelihood: "certain" },
      ),
    }),
    self_evaluation: () => ({
      achieved:
        "到期项目基本完成合同任务，多数形成样机和自有工艺文件，个别项目因市场变化未达预期。",
      executionReason: "部分项目后续拨款待中期检查或验收通过后下达。",
      lines: offTarget(rows).map(({ code }) => ({ code, ...explained })),
    }),
    department: () => ({
      opinion:
        "专项资金使用规范，总体绩效良好。建议对消化吸收进度滞后的项目加强督导，下年度优先支持优秀项目。",
      lines: rows.map(({ code, weight, kind: of, worse, overAchieved }) => ({
        code,
        weight,
        ...(worse || overAchieved
          ? { reason: explained.reason, improvement: explained.improvement }
          : {}),
        ...(of === "qualitative"
          ? { achievement: "achieved", score: (Number(weight) * 0.9).toFixed(2) }
          : {}),
      })),
    }),
  };
  return given[kind]();
}

/** The budget item's steps, in days from the load. */
export function budgetSteps(demo: Demo): Step[] {
  const story = new BudgetStory(demo);
  const steps: [day: number, run: () => Promise<void>][] = [
    [-92, () => story.open()],
    [-90, story.setYear(1, "7000000", "6500000")],
    [-89, story.fill(1, "goals")],
    [-88, story.confirm(1, "goals", "officer2")],
    [-86, story.fill(1, "self_evaluation")],
    [-84, story.confirm(1, "self_evaluation", "officer2")],
    [-80, story.setYear(0, "3000000", "2600000")],
    [-79, story.fill(0, "goals")],
    [-78, story.confirm(0, "goals", "head")],
    [-76, story.fill(0, "monitoring")],
    [-74, story.confirm(0, "monitoring", "officer2")],
    [-60, story.fill(1, "department")],
    [-58, story.confirm(1, "department", "head")],
    [-4, story.setYear(0, "3000000", "2600000", 1)],
    [-3, story.fill(0, "self_evaluation")],
  ];
  return steps.map(([day, run]) => ({ day, run, of: "budget item", minutes: 480 }));
}
