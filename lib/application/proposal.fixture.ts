import type { ProposalContent } from "./proposal";

/** A complete proposal: the paper's focused-ultrasound project with made-up figures. */
export function completeProposal(change: Partial<ProposalContent> = {}): ProposalContent {
  return {
    title: "核磁共振引导聚焦超声治疗肝癌技术研发及产业化",
    titleEn: "MR-guided focused ultrasound against liver cancer",
    countryCode: "IL",
    industryCode: "PHARMA",
    cooperationMode: "M1",
    partners: [{ name: "以色列聚焦超声公司", countryCode: "IL", type: "enterprise" }],
    investigator: { name: "周明", title: "研究员" },
    members: [{ name: "吴敏", part: "key", tasks: "工艺开发" }],
    summary: "引进并消化聚焦超声治疗技术。",
    background: "双方已签署合作协议。",
    startsOn: "2026-07-01",
    endsOn: "2028-06-30",
    grantRequested: "600000",
    ownFunds: "2400000",
    budget: [
      { source: "city", head: "equipment", amount: "600000" },
      { source: "own", head: "operating", amount: "2400000" },
    ],
    undertaking: {
      technologies: [
        {
          name: "聚焦超声换能器",
          weight: 1,
          main: true,
          trlScaleId: "qd13",
          trlStart: 5,
          pointsTotal: 20,
          importBy: "2026-12-31",
          digestBy: "2027-06-30",
          absorbBy: "2027-12-31",
          reinnovateBy: "2028-06-30",
        },
      ],
      targets: [{ indicatorCode: "Q1", value: "3", core: false }],
      milestones: [],
      tranches: [{ condition: "合同生效", amount: "600000", plannedOn: null }],
    },
    selfCheck: { humanGenetic: "na", ethicsReview: "yes", dataExport: "na", exportControl: "yes" },
    avoidExperts: [],
    pledge: { signed: true, signedName: "周明" },
    documents: [],
    ...change,
  };
}
