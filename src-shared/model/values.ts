/**
 * Readers of single values out of a document. Any peer may have written anything, also a newer version of
 * Outpost: what does not fit reads as the default, and what is not known is left where it is.
 */
import type * as Y from 'yjs'
import { isUlid, type Ulid } from '../base/ulid.ts'

export type Fields = Readonly<Record<string, unknown>>

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

export function textOf(value: unknown, fallback = ''): string {
  return typeof value === 'string' ? value : fallback
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** A time or a count: whole, and exact in a double. */
export function numberOr<T extends number | null>(value: unknown, fallback: T): number | T {
  return Number.isSafeInteger(value) ? (value as number) : fallback
}

export function idOrNull<T extends Ulid>(value: unknown): T | null {
  return isUlid(value) ? (value as T) : null
}

export function oneOf<const T extends string>(allowed: readonly T[], value: unknown, fallback: T): T {
  return (allowed as readonly unknown[]).includes(value) ? (value as T) : fallback
}

/** The keys of a root map that are ULIDs, in order. */
export function sortedIds<T extends Ulid>(map: Y.Map<unknown>): T[] {
  const ids: T[] = []
  for (const key of map.keys()) if (isUlid(key)) ids.push(key as T)
  return ids.sort()
}
