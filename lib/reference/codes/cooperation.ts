import { codeList } from "./code-entry";

/** Modes of cooperation (domain.md §5.7). `ledger`: an absorption ledger is kept for the mode. */
const kept = { attributes: { ledger: true } };
const none = { attributes: { ledger: false } };

export const cooperationModeCodes = codeList("cooperation_mode", [
  ["M1", "技术引进（二次开发）", "Technology import with further development", kept],
  ["M2", "联合研发", "Joint research and development", kept],
  ["M3", "逆向外包/委托研发", "Reverse outsourcing or commissioned research", kept],
  ["M4", "跨境并购", "Cross-border acquisition", kept],
  ["M5", "海外研发机构", "Overseas research institute", kept],
  ["M6", "外资研发机构", "Foreign-funded research institute", kept],
  ["M7", "共建平台/基地", "Jointly built platform or base", none],
  ["M8", "技术转移服务", "Technology transfer service", none],
  ["M9", "人才引进", "Talent introduction", none],
  ["M10", "技术输出", "Export of technology", none],
]);

export const partnerTypeCodes = codeList("partner_type", [
  ["enterprise", "企业", "Enterprise"],
  ["university", "大学", "University"],
  ["institute", "研究机构", "Research institute"],
  ["government", "政府机构", "Government body"],
  ["transfer_body", "技术转移机构", "Technology transfer organisation"],
  ["international", "国际组织", "International organisation"],
  ["expert", "个人专家", "Individual expert"],
]);

export const programmeLevelCodes = codeList("programme_level", [
  ["national", "国家级", "National"],
  ["provincial", "省级", "Provincial"],
  ["city", "市级", "City"],
  ["district", "区级", "District"],
]);
