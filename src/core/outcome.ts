/**
 * The result of something that can fail in an expected way. Expected errors are values with a reason code;
 * exceptions are bugs.
 */
export type Outcome<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** An expected failure. */
export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** An expected failure that a person will read. */
export interface Problem<Code extends string = string> {
  /** What kind of failure, for programs. */
  readonly code: Code;
  /** One plain sentence or two: what is wrong, where, and what to do next. Never holds a key. */
  readonly message: string;
}
