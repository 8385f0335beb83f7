import { codeList } from "./code-entry";

/** Why a project wasn't approved (domain.md §1.3, state 17). */
export const notApprovedReasonCodes = codeList("not_approved_reason", [
  ["not_recommended", "不予推荐", "Not recommended"],
  ["not_admitted", "不予受理", "Not admitted"],
  ["not_approved", "不予立项", "Not approved"],
  ["not_signed", "逾期未签", "Contract not signed in time"],
]);

/** Why formal review refuses a file (T10). */
export const notAdmittedReasonCodes = codeList("not_admitted_reason", [
  ["not_eligible", "申报单位不符合申报条件", "The unit isn't eligible under the call"],
  ["outside_call", "申报内容不属于指南支持范围", "The content lies outside the call"],
  [
    "file_incomplete",
    "材料不齐全或不规范，补正后仍不符合要求",
    "The file is incomplete or irregular, also after the supplement",
  ],
  ["no_agreement", "未提供有效的国际合作协议", "There is no valid cooperation agreement"],
  ["limit_exceeded", "超出限项规定", "The application limit is exceeded"],
  ["duplicate", "重复申报", "The project is applied for twice"],
  ["integrity_ban", "处于科研失信禁止申报期", "A ban for breach of integrity is in force"],
  ["false_documents", "材料不实", "Documents are untrue"],
]);

/** Why a running project is suspended (T21). */
export const suspensionCauseCodes = codeList("suspension_cause", [
  ["no_report", "未按规定报告", "No report"],
  ["money_misuse", "经费使用违规", "Misuse of money"],
  ["unit_in_distress", "承担单位经营异常", "The unit is in distress"],
  ["investigation", "接受调查", "Under investigation"],
]);
