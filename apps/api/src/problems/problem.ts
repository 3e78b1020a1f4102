/** RFC 9457. `code` is stable and listed in docs/errors.md; `errors` names each field that is wrong. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance?: string;
  readonly errors?: readonly FieldProblem[];
  /** Facts of the refusal, such as the version a stream really has. */
  readonly [extension: string]: unknown;
}

export interface FieldProblem {
  readonly field: string;
  readonly detail: string;
}

/** Where the documentation of an error stands. */
export const problemType = (code: string): string => `urn:claimtrail:error:${code}`;
