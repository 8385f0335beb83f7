/**
 * How firm a default is (domain.md, "How to read the marks"): text of law or official data, official
 * notice, third-party text, own knowledge of high, medium or low certainty, or a proposal.
 */
type Mark = "A" | "B" | "C" | "O-H" | "O-M" | "O-L" | "P";

interface Text {
  zh: string;
  en: string;
}

/** The first version of a setting; a change is a new version with its own day. */
export interface ParameterRow {
  key: string;
  version: 1;
  value: number | boolean | string;
  unit:
    | "working_day"
    | "day"
    | "month"
    | "month_day"
    | "yuan"
    | "percent"
    | "person"
    | "times"
    | "points"
    | "items"
    | "year"
    | "share"
    | "flag"
    | "choice";
  name: Text;
  basis: Text;
  mark: Mark;
}

type Unit = ParameterRow["unit"];
export type Basis = readonly [Mark, string, string];

const proposal: Basis = ["P", "参考值，由市科技局确定", "Guideline value, to be set by the bureau"];
export const customary: Basis = ["O-M", "通行做法", "Common practice"];
export const wellKnown: Basis = ["O-H", "通行规定", "General rule"];

export const parameter = (
  key: string,
  value: ParameterRow["value"],
  unit: Unit,
  zh: string,
  en: string,
  [mark, basisZh, basisEn]: Basis = proposal,
): ParameterRow => ({
  key,
  version: 1,
  value,
  unit,
  name: { zh, en },
  basis: { zh: basisZh, en: basisEn },
  mark,
});
