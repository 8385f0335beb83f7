/** Who hands an incentive out: only the bureau's own can be claimed here (domain.md §2.2). */
export type Administrator = "science" | "commerce" | "tax" | "finance" | "market_regulation";

export interface IncentiveRow {
  code: string;
  version: 1;
  link: "import" | "digest" | "absorb" | "reinnovate";
  title: { zh: string; en: string };
  administeredBy: Administrator;
  /** Share of the link's verified cost, and the most that is paid, in yuan; null where no rate is set. */
  rate: string | null;
  cap: string | null;
  basis: { zh: string; en: string };
  mark: "O-H" | "O-M" | "B" | "P";
  validFrom: string;
  /** What may be paid under the rule in all, in yuan; null for no limit. */
  budget: string | null;
  /** Where to go for what is not claimed here. */
  guidance: { zh: string; en: string };
  /** Rules that belong to the demonstration and that a real installation replaces. */
  demonstration: boolean;
}

type Head = Pick<IncentiveRow, "code" | "link" | "administeredBy" | "mark">;

const guidance: Readonly<Record<Administrator, { zh: string; en: string }>> = {
  science: { zh: "向市科技局业务处室咨询办理", en: "Ask the responsible division of the bureau" },
  commerce: {
    zh: "凭技术进口合同登记证向所在区商务局申请",
    en: "Apply to the district’s commerce bureau with the registration of the import contract",
  },
  tax: {
    zh: "在电子税务局申报享受，留存台账和佐证备查",
    en: "Claim it in the tax return; keep ledger and evidence for inspection",
  },
  finance: {
    zh: "向所在区财政局申请，附设备购置和贷款凭证",
    en: "Apply to the district’s finance bureau with vouchers of equipment and loan",
  },
  market_regulation: {
    zh: "向所在区市场监管局（知识产权局）申请",
    en: "Apply to the district’s market regulation (IP) bureau",
  },
};

const inGrant = {
  zh: "按合同拨付，见本页“经费”",
  en: "Paid by the contract; see “Money” on this page",
};

const row = (
  head: Head,
  title: [zh: string, en: string],
  basis: [zh: string, en: string],
  rest: Partial<IncentiveRow> = {},
): IncentiveRow => ({
  version: 1,
  rate: null,
  cap: null,
  validFrom: "2023-01-01",
  budget: null,
  guidance: guidance[head.administeredBy],
  demonstration: false,
  ...head,
  title: { zh: title[0], en: title[1] },
  basis: { zh: basis[0], en: basis[1] },
  ...rest,
});

const contractual: [string, string] = ["合同约定", "Agreed in the contract"];

/** Incentives for each link (domain.md §2.2): the paper's call to reward every step of absorption. */
export const defaultIncentives: readonly IncentiveRow[] = [
  row(
    { code: "import_interest", link: "import", administeredBy: "commerce", mark: "O-M" },
    [
      "进口贴息（鼓励进口技术目录）",
      "Import-interest subsidy (catalogue of encouraged technology)",
    ],
    ["鼓励进口技术和产品目录", "Catalogue of encouraged technology and products"],
  ),
  row(
    { code: "first_tranche", link: "import", administeredBy: "science", mark: "P" },
    ["首期拨款", "First tranche of the grant"],
    contractual,
    { guidance: inGrant },
  ),
  row(
    { code: "clause_check", link: "import", administeredBy: "science", mark: "P" },
    ["知识产权与出口管制条款免费核查", "Free check of IP and export-control clauses"],
    ["系统建议", "Proposal of this system"],
  ),
  row(
    { code: "super_deduction", link: "digest", administeredBy: "tax", mark: "O-H" },
    ["研发费用100%加计扣除", "R&D super-deduction of 100%"],
    ["企业所得税优惠", "Enterprise income tax relief"],
  ),
  row(
    { code: "digest_subsidy", link: "digest", administeredBy: "science", mark: "P" },
    ["消化吸收费用后补助", "After-the-fact subsidy on verified digest cost"],
    [
      "演示规则：核定消化费用的20%，最高50万元",
      "Demonstration rule: 20% of verified digest cost, at most 500,000 yuan",
    ],
    { rate: "0.2000", cap: "500000.00", budget: "5000000.00", demonstration: true },
  ),
  row(
    { code: "equipment_loan", link: "absorb", administeredBy: "finance", mark: "P" },
    ["设备贷款贴息", "Interest support for equipment loans"],
    ["系统建议", "Proposal of this system"],
  ),
  row(
    { code: "pilot_voucher", link: "absorb", administeredBy: "science", mark: "P" },
    ["中试服务券", "Pilot-plant vouchers"],
    ["系统建议", "Proposal of this system"],
  ),
  row(
    { code: "second_tranche", link: "absorb", administeredBy: "science", mark: "P" },
    ["二期拨款", "Second tranche of the grant"],
    contractual,
    { guidance: inGrant },
  ),
  row(
    { code: "patent_scheme", link: "reinnovate", administeredBy: "market_regulation", mark: "B" },
    ["专利资助", "City scheme for patents"],
    ["常政办发〔2023〕13号", "Changzhou General Office document no. 13 of 2023"],
  ),
  row(
    { code: "new_product_scheme", link: "reinnovate", administeredBy: "science", mark: "B" },
    ["新产品、新应用奖励", "City scheme for new products and applications"],
    ["常政办发〔2023〕13号", "Changzhou General Office document no. 13 of 2023"],
  ),
  row(
    { code: "vat_exemption", link: "reinnovate", administeredBy: "tax", mark: "O-H" },
    ["技术合同登记增值税免征", "VAT exemption on registered technology contracts"],
    ["增值税优惠", "VAT relief"],
  ),
  row(
    { code: "upward_priority", link: "reinnovate", administeredBy: "science", mark: "O-H" },
    ["优先向上级推荐", "Priority recommendation upward"],
    ["通行做法", "Common practice"],
  ),
];
