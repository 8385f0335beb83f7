/** Why a result is off its target and what is done about it. */
export interface Explanation {
  cause: string;
  reason: string;
  improvement: string;
}

type Text = readonly [cause: string, reason: string, improvement: string];

const byIndicator: Readonly<Record<string, Text>> = {
  B0: ["funds", "部分设备合同尾款未到付款节点。", "按合同节点支付，及时归集入账。"],
  Q1: ["technology", "外方一项核心模块的资料交付推迟。", "按月核对资料清单，完成剩余技术消化。"],
  Q2: ["technology", "发明专利已受理，仍在实质审查。", "跟进审查意见，授权后补报。"],
  Q4: ["partner", "外方接收培训名额减少。", "改为线上与来常培训相结合。"],
  L1: ["technology", "一项技术指标受进口部件精度限制。", "更换国产部件后复测。"],
  L2: ["technology", "中试线投运推迟，就绪度未达预期。", "完成中试验证并申请第三方评价。"],
  L3: ["technology", "两种进口件尚无合格的国产供应商。", "开展国产件验证，扩大替代范围。"],
  T1: ["partner", "外方人员来常时间调整，两个节点顺延。", "重排计划，逐月通报进度。"],
  E1: ["market", "主要客户新线投产推迟，订单顺延。", "拓展外省用户，落实在手订单。"],
  E2: ["market", "销售未达预期，投入产出比随之偏低。", "控制投入节奏，加快市场推广。"],
  E3: ["market", "新产品处于推广期，利润率偏低。", "提高良品率，降低制造成本。"],
  S2: ["market", "本地配套企业产能不足。", "与两家本地企业签订配套协议。"],
  N1: ["technology", "试产批量小，单位能耗偏高。", "优化工艺参数，实行能耗监测。"],
  U1: ["market", "自主改型产品投放时间较短。", "加大自主改型产品推广力度。"],
  U2: ["partner", "后续合作框架已谈妥，正式协议待签。", "年内签订后续联合研发协议。"],
  M2: ["partner", "部分用户反映售后响应偏慢。", "设专人负责用户回访。"],
};

const other: Text = ["market", "受市场和外方交付影响，未达到目标。", "按季度检查，限期补齐。"];
const over: Text = ["target", "进展快于预期，立项时目标设定偏低。", "今后按实际能力设定目标。"];

/** What the unit says of a result off its target; `far` marks one far above it. */
export function explanationOf(indicatorCode: string, far: boolean): Explanation {
  const [cause, reason, improvement] = far ? over : (byIndicator[indicatorCode] ?? other);
  return { cause, reason, improvement };
}
