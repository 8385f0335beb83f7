import { invalidField } from "@/lib/kernel/errors";
import { addMonths, shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { storedDay } from "../dates";

interface Term {
  startsOn: Date | null;
  endsOn: Date | null;
}

/** A record counts only when it is dated inside the project's time (domain.md §2.1); throws 422 on its field. */
export function requireInsideTerm(term: Term, day: string, field: string, now: Date): void {
  if (day > shanghaiDate(now)) throw invalidField(field, "in_the_future");
  const early = term.startsOn !== null && day < dayText(term.startsOn);
  const late = term.endsOn !== null && day > dayText(term.endsOn);
  if (early || late) throw invalidField(field, "outside_project_time");
}

/** The day from which it can be said whether somebody stayed: a year after the training ended. */
export const retentionDay = (endedOn: string): Date => addMonths(storedDay(endedOn), 12);

export interface PersonFacts {
  certified: boolean;
  retentionOn: Date;
  stayed: boolean | null;
  review: string;
}

export interface TrainingCount {
  trained: number;
  certified: number;
  /** People whose year is over, and how many of them are stated to have stayed. */
  due: number;
  stayed: number;
}

/** People trained, certified, and still employed after twelve months (domain.md §2.1); returned records don't count. */
export function countTraining(people: readonly PersonFacts[], today: Date): TrainingCount {
  const valid = people.filter(({ review }) => review !== "returned");
  const due = valid.filter(({ retentionOn }) => retentionOn <= today);
  return {
    trained: valid.length,
    certified: valid.filter(({ certified }) => certified).length,
    due: due.length,
    stayed: due.filter(({ stayed }) => stayed === true).length,
  };
}
