const lastPage = 10_000;

/** The page that an address asks for, from 1; anything else is the first. */
export function pageOf(asked: unknown): number {
  const page = typeof asked === "string" && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
  return Math.min(page, lastPage);
}
