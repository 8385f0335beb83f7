/** One field that was refused: the code tells why, the parameters fill the sentence. */
export interface FieldProblem {
  code: string;
  message?: string;
  params?: Record<string, string | number>;
}

export type FieldProblems = Record<string, FieldProblem[]>;

/**
 * An expected failure, mapped once to RFC 9457 problem+json. `code` is stable and names the reason;
 * the screens translate it and say what to do next.
 */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: {
      params?: Record<string, string | number | readonly string[]>;
      fields?: FieldProblems;
    } = {},
  ) {
    super(`${status} ${code}`);
    this.name = "Refusal";
  }
}

/** 404: not there, or outside the actor's scope; the two must look alike. */
export const notFound = (code = "not_found") => new Refusal(404, code);

/** 403: the role does not allow it, or four-eyes forbids it. */
export const forbidden = (code = "wrong_role") => new Refusal(403, code);

/** 409: the record's state, version or guard stands against it. */
export const conflict = (
  code: string,
  params: Record<string, string | number | readonly string[]> = {},
) => new Refusal(409, code, { params });

/** 422: what was typed stands against it; names the fields. */
export const invalid = (fields: FieldProblems, code = "invalid_input") =>
  new Refusal(422, code, { fields });

/** 422 on a single field. */
export const invalidField = (
  field: string,
  code: string,
  params: Record<string, string | number> = {},
) => invalid({ [field]: [{ code, params }] });

/** A conditional write must change exactly one row; otherwise somebody was faster. */
export function expectOne(result: { count: number }): void {
  if (result.count !== 1) throw conflict("version_conflict");
}
