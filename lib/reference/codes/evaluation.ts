import { codeList } from "./code-entry";

/** Words of performance evaluation (domain.md §3 and §5.10). */
export const gradeCodes = codeList("grade", [
  ["excellent", "优", "Excellent"],
  ["good", "良", "Good"],
  ["fair", "中", "Fair"],
  ["poor", "差", "Poor"],
]);

export const acceptanceResultCodes = codeList("acceptance_result", [
  ["passed", "通过", "Passed"],
  ["passed_after_rectification", "整改后通过", "Passed after rectification"],
  ["concluded", "结题", "Concluded without pass"],
  ["failed", "不通过", "Failed"],
]);

export const indicatorLevelCodes = codeList("indicator_level", [
  ["execution", "预算执行", "Budget execution"],
  ["output", "产出", "Output"],
  ["benefit", "效益", "Benefit"],
  ["satisfaction", "满意度", "Satisfaction"],
  ["decision", "决策", "Decision"],
  ["process", "过程", "Process"],
  ["bringing", "引荐项目", "Projects brought"],
  ["transfer", "技术转移", "Technology transferred"],
  ["aftermath", "后续成效", "Outcomes afterwards"],
]);

export const indicatorGroupCodes = codeList("indicator_group", [
  ["execution", "预算执行率", "Budget execution rate", { parent: "execution" }],
  ["quantity", "数量指标", "Quantity", { parent: "output" }],
  ["quality", "质量指标", "Quality", { parent: "output" }],
  ["timeliness", "时效指标", "Timeliness", { parent: "output" }],
  ["cost", "成本指标", "Cost", { parent: "output" }],
  ["economic", "经济效益", "Economic benefit", { parent: "benefit" }],
  ["social", "社会效益", "Social benefit", { parent: "benefit" }],
  ["ecological", "生态效益", "Ecological benefit", { parent: "benefit" }],
  ["sustainable", "可持续影响", "Lasting effect", { parent: "benefit" }],
  ["satisfaction", "服务对象满意度", "Satisfaction of those served", { parent: "satisfaction" }],
  ["initiation", "项目立项", "Setting up", { parent: "decision" }],
  ["objectives", "绩效目标", "Objectives", { parent: "decision" }],
  ["allocation", "资金投入", "Allocation of funds", { parent: "decision" }],
  ["fund_management", "资金管理", "Management of funds", { parent: "process" }],
  ["organisation", "组织实施", "Organisation", { parent: "process" }],
  ["introduction", "引荐成效", "Introductions", { parent: "bringing" }],
  ["deals", "转移成效", "Transfers", { parent: "transfer" }],
  ["lasting", "项目后续", "What became of it", { parent: "aftermath" }],
]);

export const dimensionCodes = codeList("dimension", [
  ["ecology", "生态环境", "Ecology"],
  ["local", "地方特色产业", "Local characteristic industry"],
  ["pillar", "支柱产业", "Pillar industry"],
  ["input_output", "投入产出", "Input and output"],
]);

export const achievementCodes = codeList("achievement", [
  ["achieved", "达成预期指标", "Achieved"],
  ["partly", "部分达成并具有一定效果", "Partly achieved, with some effect"],
  ["not_achieved", "未达成且效果较差", "Not achieved, with little effect"],
]);

export const deviationCauseCodes = codeList("deviation_cause", [
  ["target", "目标设定原因", "Target"],
  ["funds", "资金原因", "Funds"],
  ["technology", "技术原因", "Technology"],
  ["partner", "合作方原因", "Partner"],
  ["market", "市场原因", "Market"],
  ["policy", "政策原因", "Policy"],
  ["force_majeure", "不可抗力", "Force majeure"],
]);
