import { experts } from "../people";

const finance = experts.filter((each) => each.finance).map(({ username }) => username);
const technical = experts.filter((each) => !each.finance).map(({ username }) => username);

/** So many experts of other employers each, from this place in the bank on; the last is of finance. */
export function panelFrom(start: number, seats: number): string[] {
  const chosen = Array.from(
    { length: seats - 1 },
    (_, at) => technical[(start + at) % technical.length] ?? "expert1",
  );
  return [...chosen, finance[start % finance.length] ?? "expert5"];
}
