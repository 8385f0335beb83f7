/** The level of the bureau's own programme, as the code list `programme_level` names it. */
export const cityLevel = "city";

const upperLevels: readonly string[] = ["provincial", "national"];

/** Was the project approved by the province or the state, which then also decides its acceptance (T00)? */
export const isUpperLevel = ({ programmeLevel }: { programmeLevel: string }): boolean =>
  upperLevels.includes(programmeLevel);
