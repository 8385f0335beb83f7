import { getLocale, getTranslations } from "next-intl/server";
import { Header } from "@/components/shell/header";
import { Page } from "@/components/shell/page";
import { Badge, StageBadge, Tag } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { Facts, FileList, Section, Timeline } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, DaysLeft, Money, Progress, Stat, Stats } from "@/components/ui/figures";
import { FilterBar, Pager, Tabs } from "@/components/ui/list-tools";
import { EmptyState, Notice } from "@/components/ui/states";
import { Skeleton } from "@/components/ui/system-states";
import { MiniTrack, Track } from "@/components/ui/track";

const rows = [
  [
    "CZ2024-0031",
    "核磁共振引导聚焦超声治疗肝癌技术研发及产业化",
    "常州市某医疗器械有限公司",
    "以色列",
    "expert_review",
    "approval",
    "600000.00",
    -3,
  ],
  [
    "CZ2024-0044",
    "面向精密磨削的数控机器人关节减速器联合开发",
    "江苏某智能装备股份有限公司",
    "德国",
    "active",
    "absorption",
    "1250000.00",
    2,
  ],
  [
    "CZ2024-0052",
    "高效异质结光伏组件掩膜印刷工艺引进",
    "常州某光伏科技有限公司",
    "英国",
    "evaluation",
    "evaluation",
    "300000.00",
    41,
  ],
  [
    "CZ2024-0058",
    "轨道交通齿轮箱状态监测",
    "某轨道交通装备有限公司",
    "英国",
    "draft",
    "application",
    "0",
    0,
  ],
] as const;
const st = ["application", "approval", "absorption", "evaluation"] as const;
function segs(cur: string) {
  const i = st.indexOf(cur as never);
  return st.map((s, k) => ({
    stage: s,
    state: (k < i ? "done" : k === i ? "current" : "ahead") as never,
  }));
}
export default async function G() {
  const t = await getTranslations("common");
  const zh = (await getLocale()) !== "en";
  const s = await getTranslations("shell");
  const N = zh
    ? { application: "申报", approval: "立项", absorption: "消化吸收", evaluation: "验收评价" }
    : {
        application: "Application",
        approval: "Approval",
        absorption: "Absorption",
        evaluation: "Evaluation",
      };
  return (
    <>
      <Header
        path="/zz-gallery"
        demonstration
        nav={(["desk", "projects", "calls", "overview"] as const).map((k, i) => ({
          href: "/" + k,
          label: s("places." + k),
          current: i === 1,
        }))}
        person={{ name: "周敏", role: zh ? "主管处室 经办人" : "Bureau officer" }}
      />
      <Page
        title="核磁共振引导聚焦超声治疗肝癌技术研发及产业化"
        crumbs={[
          { href: "/projects", label: s("places.projects") },
          { href: "/projects?stage=approval", label: N.approval },
        ]}
        what={
          <>
            <span>CZ2024-0031</span>
            <StageBadge stage="approval">{N.approval}</StageBadge>
            <span>常州市某医疗器械有限公司</span>
            <Tag>武进</Tag>
            <Tag>以色列</Tag>
          </>
        }
        actions={
          <>
            <LinkButton variant="primary" href="#">
              {zh ? "汇总评审意见" : "Summarise reviews"}
            </LinkButton>
            <LinkButton href="#">{zh ? "更换专家" : "Replace expert"}</LinkButton>
            <LinkButton href="#" variant="refuse">
              {zh ? "撤回" : "Withdraw"}
            </LinkButton>
          </>
        }
        standing={
          <Track
            place={zh ? "专家评审" : "Expert review"}
            turn={zh ? "3 位专家（2 位未提交）" : "3 experts (2 outstanding)"}
            since="2024-04-12"
            until="2024-04-26"
            daysLeft={-3}
            segments={[
              { stage: "application", label: N.application, state: "done", note: "2024-03-21" },
              {
                stage: "approval",
                label: N.approval,
                state: "current",
                note: zh ? "专家评审" : "Expert review",
              },
              { stage: "absorption", label: N.absorption, state: "ahead" },
              { stage: "evaluation", label: N.evaluation, state: "ahead" },
            ]}
          />
        }
      >
        <Tabs
          label="x"
          items={[
            { href: "#a", label: zh ? "待办" : "To do", count: 12, current: true },
            { href: "#b", label: zh ? "已办" : "Done", count: 248 },
            { href: "#c", label: zh ? "被退回" : "Returned", count: 1 },
          ]}
        />
        <Stats>
          <Stat
            label={zh ? "逾期" : "Overdue"}
            value="3"
            alarm
            href="#"
            note={zh ? "最长 12 天" : "longest 12 days"}
          />
          <Stat label={zh ? "本周到期" : "Due this week"} value="7" href="#" />
          <Stat label={zh ? "在研项目" : "Running"} value="88" />
          <Stat
            label={zh ? "市级经费" : "City grant"}
            value={<Money yuan="13176000.00" unit={t("unit.wan")} />}
          />
        </Stats>
        <Section title={zh ? "项目清单" : "Projects"} bare note="128">
          <FilterBar
            action="/zz-gallery"
            clearHref="/zz-gallery"
            filters={[
              {
                name: "q",
                label: zh ? "标题、编号或单位" : "Title, number or unit",
                value: "共振",
                placeholder: zh ? "至少两个字" : "",
              },
              {
                name: "stage",
                label: zh ? "阶段" : "Stage",
                options: st.map((x) => ({ value: x, label: N[x] })),
              },
              {
                name: "district",
                label: zh ? "辖市区" : "District",
                value: "wj",
                options: [{ value: "wj", label: "武进" }],
              },
              {
                name: "year",
                label: zh ? "年度" : "Year",
                options: [{ value: "2024", label: "2024" }],
              },
            ]}
          />
          <DataTable
            caption="Projects"
            rows={rows}
            rowKey={(r) => r[0]}
            columns={[
              {
                key: "n",
                header: zh ? "编号" : "Number",
                cell: (r) => r[0],
                nowrap: true,
                sort: { href: "#", direction: "descending" },
              },
              {
                key: "t",
                header: zh ? "项目" : "Project",
                head: true,
                cell: (r) => <a href="#">{r[1]}</a>,
              },
              { key: "u", header: zh ? "单位" : "Unit", cell: (r) => r[2] },
              { key: "c", header: zh ? "国别" : "Country", cell: (r) => r[3], nowrap: true },
              {
                key: "s",
                header: zh ? "环节" : "Step",
                nowrap: true,
                cell: (r) => <MiniTrack segments={segs(r[5])} place={N[r[5]]} />,
              },
              {
                key: "m",
                header: zh ? "经费（万元）" : "Grant (CNY 10,000)",
                align: "end",
                sort: { href: "#" },
                cell: (r) => <Money yuan={r[6]} />,
              },
              {
                key: "d",
                header: zh ? "时限" : "Time",
                nowrap: true,
                cell: (r) => <DaysLeft days={r[7]} t={t} />,
              },
            ]}
          />
          <Pager
            first="#"
            previous="#"
            next="#"
            summary={zh ? "第 21–40 项，共 128 项" : "21–40 of 128"}
          />
        </Section>
        <Section title={zh ? "基本情况" : "Facts"}>
          <Facts
            items={[
              { label: zh ? "合作方式" : "Mode", value: zh ? "联合研发" : "Joint development" },
              { label: zh ? "外方单位" : "Partner", value: "InSightec Ltd." },
              {
                label: zh ? "起止日期" : "Term",
                value: (
                  <>
                    <DateText value="2024-06-01" /> — <DateText value="2026-05-31" />
                  </>
                ),
              },
              {
                label: zh ? "项目总投入" : "Budget",
                value: <Money yuan="3000000" unit={t("unit.wan")} />,
              },
              {
                label: zh ? "执行率" : "Execution",
                value: <Progress value={276} max={300} label="x" />,
              },
              {
                label: zh ? "主要内容" : "Content",
                wide: true,
                value: "联合开发磁共振引导下的聚焦超声治疗系统，完成样机、临床前试验与国产化。",
              },
            ]}
          />
        </Section>
        <Section title={zh ? "办理记录" : "Timeline"}>
          <Timeline
            events={[
              {
                id: "1",
                at: "2024-04-12T02:15:00Z",
                title: zh ? "审查通过" : "Formal review passed",
                by: zh ? "周敏 · 经办人" : "Zhou Min · officer",
                detail: zh ? "形式审查 8 项全部符合，组成 3 人评审组。" : "All 8 checks met.",
              },
              {
                id: "2",
                at: "2024-03-28T08:40:00Z",
                title: zh ? "退回修改" : "Returned",
                by: "李强 · 武进区",
                refused: true,
                detail: "预算表第 3 行与合同金额不一致。",
              },
              {
                id: "3",
                at: "2024-03-21T01:00:00Z",
                title: zh ? "提交" : "Submitted",
                by: "王芳 · 单位管理员",
              },
            ]}
          />
        </Section>
        <Section title={zh ? "附件" : "Files"}>
          <FileList
            files={[
              { id: "a", name: "技术进口合同登记证.pdf", bytes: 842000, note: "引进 · 2024-03-20" },
              { id: "b", name: "合作协议（中英文）.pdf", bytes: 5400000 },
            ]}
          />
        </Section>
        <Section title="Notices" bare>
          <div style={{ display: "grid", gap: 8 }}>
            <Notice title={zh ? "公示期至 4 月 26 日" : "Published until 26 April"}>
              {zh ? "期满无异议方可下达立项。" : "Approval follows when no objection is open."}
            </Notice>
            <Notice tone="warning" title={zh ? "两位专家尚未提交" : "Two experts outstanding"}>
              …
            </Notice>
            <Notice
              tone="refused"
              title={zh ? "未能办理" : "Not done"}
              actions={<Button size="small">{zh ? "重新载入" : "Reload"}</Button>}
            >
              {zh ? "您打开页面后，他人已修改此项目。" : "Somebody changed this project."}
            </Notice>
          </div>
        </Section>
        <Section title="Badges">
          <p style={{ display: "flex", gap: 12, flexWrap: "wrap" }}>
            <Badge>{"未开始"}</Badge>
            <Badge tone="waiting">待确认</Badge>
            <Badge tone="done">已完成</Badge>
            <Badge tone="attention">需注意</Badge>
            <Badge tone="refused">已退回</Badge>
            {st.map((x) => (
              <StageBadge key={x} stage={x}>
                {N[x]}
              </StageBadge>
            ))}
            <StageBadge stage="end">已归档</StageBadge>
          </p>
        </Section>
        <Section title="Empty" bare>
          <EmptyState
            title={zh ? "没有符合条件的项目" : "No matching projects"}
            actions={<LinkButton href="#">{t("filter.clear")}</LinkButton>}
          >
            {zh ? "可减少查询条件，或按编号查找。" : "Use fewer filters."}
          </EmptyState>
          <div style={{ marginTop: 12 }}>
            <Skeleton lines={4} />
          </div>
        </Section>
      </Page>
    </>
  );
}
