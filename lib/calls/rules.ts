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
