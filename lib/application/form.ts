import { advisedDocuments, proposalChecks } from "./rules";

/** The first version of the proposal's form: what it asks, in its order (domain.md §5.9, D01–D08). */
export const proposalForm = {
  code: "proposal",
  version: 1,
  title: {
    zh: "国际科技合作项目申报书",
    en: "Proposal for an international S&T cooperation project",
  },
  definition: {
    sections: [
      {
        code: "basics",
        fields: [
          "title",
          "titleEn",
          "countryCode",
          "industryCode",
          "secondaryIndustryCode",
          "cooperationMode",
          "startsOn",
          "endsOn",
        ],
      },
      { code: "people", fields: ["partners", "investigator", "members"] },
      { code: "content", fields: ["summary", "background"] },
      { code: "undertaking", fields: ["undertaking"] },
      { code: "money", fields: ["grantRequested", "ownFunds", "budget"] },
      {
        code: "declarations",
        fields: ["selfCheck", "selfCheckNote", "avoidExperts", "pledge", "documents"],
      },
    ],
    checks: proposalChecks,
    documents: advisedDocuments,
  },
} as const;
