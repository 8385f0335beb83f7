/** What decides whether a call takes applications. */
export interface CallWindow {
  status: string;
  opensAt: Date;
  closesAt: Date;
}

/** Until when this unit may submit: its extension, else the call's close. */
export const closesFor = (call: CallWindow, extension: { closesAt: Date } | null): Date =>
  extension?.closesAt ?? call.closesAt;

/** The one answer to "may this unit submit now?": published, begun, and not past its close. */
export function isOpen(call: CallWindow, extension: { closesAt: Date } | null, now: Date): boolean {
  return call.status === "published" && call.opensAt <= now && now <= closesFor(call, extension);
}

export interface CallDates {
  opensAt: string;
  closesAt: string;
  districtClosesAt: string;
}

/** The first of the call's dates that lies before the one it must follow, or null. Instants as ISO text. */
export function wrongDate(dates: CallDates): "closesAt" | "districtClosesAt" | null {
  const at = (text: string) => new Date(text).getTime();
  if (at(dates.closesAt) <= at(dates.opensAt)) return "closesAt";
  return at(dates.districtClosesAt) < at(dates.closesAt) ? "districtClosesAt" : null;
}
