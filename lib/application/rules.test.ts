import { expect, it } from "vitest";
import { completeProposal } from "./proposal.fixture";
import { amendmentDue, missingDocuments, proposalChecks, proposalGaps } from "./rules";

const { undertaking } = completeProposal();
const technology = undertaking.technologies[0];

it("finds nothing missing in a complete proposal, and everything in an empty one", () => {
  expect(proposalGaps(completeProposal())).toEqual([]);
  expect(proposalGaps(null)).toEqual([...proposalChecks]);
  expect(proposalGaps({})).toEqual([...proposalChecks]);
});

it.each([
  ["title", { title: " " }],
  ["classification", { countryCode: "" }],
  ["partners", { partners: [] }],
  ["team", { investigator: { name: "", title: "研究员" } }],
  ["content", { background: "" }],
  ["term", { endsOn: "2026-06-30" }],
  ["term", { startsOn: "2026-02-30" }],
  ["budget", { grantRequested: "500000" }],
  ["budget", { ownFunds: "1" }],
  ["self_check", { selfCheck: { humanGenetic: "na", ethicsReview: "", dataExport: "na" } }],
  ["pledge", { pledge: { signed: false, signedName: "周明" } }],
  ["targets", { undertaking: { ...undertaking, targets: [] } }],
  ["technologies", { undertaking: { ...undertaking, technologies: [] } }],
  [
    "technologies",
    { undertaking: { ...undertaking, technologies: [{ ...technology, weight: 0.5 }] } },
  ],
  [
    "technologies",
    { undertaking: { ...undertaking, technologies: [{ ...technology, digestBy: "2029-01-01" }] } },
  ],
  [
    "tranches",
    {
      undertaking: {
        ...undertaking,
        tranches: [{ condition: "合同生效", amount: "1", plannedOn: null }],
      },
    },
  ],
])("names %s", (code, change) => {
  const gaps = proposalGaps({ ...completeProposal(), ...change });
  expect(gaps.filter((gap) => gap !== "tranches" || code === "tranches")).toEqual([code]);
});

it("asks milestones instead of technologies where no ledger is kept", () => {
  const platform = completeProposal({
    cooperationMode: "M7",
    undertaking: { ...undertaking, technologies: [] },
  });
  expect(proposalGaps(platform)).toEqual(["milestones"]);
  const milestones = [{ name: "平台挂牌", plannedOn: "2027-01-01" }];
  expect(
    proposalGaps({ ...platform, undertaking: { ...platform.undertaking, milestones } }),
  ).toEqual([]);
});

it("points at papers that aren't attached", () => {
  const fileId = "00000000-0000-7000-8000-000000000001";
  expect(missingDocuments({})).toEqual(["D03", "D04", "D05"]);
  expect(missingDocuments({ documents: [{ fileId, documentKind: "D03" }] })).toEqual([
    "D04",
    "D05",
  ]);
});

it("counts working days for amendment, never past the body's close", () => {
  const monday = new Date("2026-03-02T02:00:00Z");
  const none = new Map();
  const end = (close: string | null) =>
    amendmentDue(monday, 5, none, close === null ? null : new Date(close)).toISOString();
  expect(end(null)).toBe("2026-03-09T15:59:59.999Z");
  expect(end("2026-03-05T09:00:00Z")).toBe("2026-03-05T09:00:00.000Z");
  expect(end("2026-03-20T09:00:00Z")).toBe("2026-03-09T15:59:59.999Z");
  expect(end("2026-03-01T09:00:00Z")).toBe("2026-03-09T15:59:59.999Z");
});
