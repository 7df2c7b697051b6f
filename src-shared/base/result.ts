/**
 * What can be expected to fail returns a Result; a bug throws. Errors are discriminated unions by `type`.
 */
export type Result<T, E> = Ok<T> | Err<E>

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

export interface Err<E> {
  readonly ok: false
  readonly error: E
}

export function ok(): Ok<void>
export function ok<T>(value: T): Ok<T>
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value }
}

export function err<const E>(error: E): Err<E> {
  return { ok: false, error }
}

/** The value, or throws: for places where a failure would be a bug. */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value
  throw new Error(`expected a value, got ${JSON.stringify(result.error)}`)
}
