/**
 * ULIDs (github.com/ulid/spec): 48 bits of milliseconds, 80 random bits, 26 characters of Crockford's base 32.
 * They sort by time as plain strings.
 */
import type { Brand } from './brand.ts'

export type Ulid = Brand<string, 'Ulid'>

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const pattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/
const timeLength = 10

export function isUlid(value: unknown): value is Ulid {
  return typeof value === 'string' && pattern.test(value)
}

/** Milliseconds since 1970 that the id was made at, by its maker's clock. */
export function ulidTime(id: Ulid): number {
  let time = 0
  for (let i = 0; i < timeLength; i++) time = time * 32 + alphabet.indexOf(id[i] ?? '0')
  return time
}

/** The lowest id that can be made at this time: ids of a span of time lie between two of these. */
export function lowestUlid(timeMs: number): Ulid {
  return (encodeTime(timeMs) + '0'.repeat(16)) as Ulid
}

function encodeTime(timeMs: number): string {
  let digits = ''
  for (let i = 0, rest = timeMs; i < timeLength; i++, rest = Math.floor(rest / 32))
    digits = alphabet.charAt(rest % 32) + digits
  return digits
}

/** The first twelve of the id's random bits, as a number from 0 to 4095; rises with the id within one millisecond. */
export function ulidRandomBits(id: Ulid): number {
  const digit = (at: number) => alphabet.indexOf(id.charAt(at))
  return ((digit(10) << 10) | (digit(11) << 5) | digit(12)) >> 3
}

/** Another id of the same time, which nobody makes by chance; turned again it is the first. */
export function turnUlid(id: Ulid): Ulid {
  const digit = alphabet.charAt(alphabet.indexOf(id.charAt(timeLength)) ^ 16)
  return (id.slice(0, timeLength) + digit + id.slice(timeLength + 1)) as Ulid
}

export interface UlidFactory {
  /**
   * A new id. Ids of one factory rise as long as the clock does not jump back by more than a minute.
   * With `after`, the id sorts after that one even where this device's clock is behind: an answer never
   * stands above what it answers.
   */
  next(after?: Ulid | null): Ulid
}

/** @param randomByte whole numbers 0 to 255, unpredictable in production */
export function createUlidFactory(now: () => number, randomByte: () => number): UlidFactory {
  const jumpMs = 60_000
  let last: Ulid | null = null
  const make = (time: number): Ulid => {
    let id = encodeTime(time)
    for (let i = 0; i < 16; i++) id += alphabet.charAt(randomByte() & 31)
    return id as Ulid
  }
  return {
    next(after) {
      const time = Math.min(Math.max(0, Math.floor(now())), 2 ** 48 - 1)
      let id = make(time)
      if (last && id <= last && ulidTime(last) - time < jumpMs) id = increment(last) ?? id
      if (after && id <= after) id = increment(after) ?? id
      last = id
      return id
    },
  }
}

/** The next id in sort order; carries over into the time where all random bits are set. Null after the last id there is. */
function increment(id: Ulid): Ulid | null {
  const digits = id.split('')
  for (let i = digits.length - 1; i >= 0; i--) {
    const value = alphabet.indexOf(digits[i] ?? '0')
    if (value < 31) {
      digits[i] = alphabet.charAt(value + 1)
      break
    }
    digits[i] = '0'
  }
  const next = digits.join('')
  return isUlid(next) && next > id ? next : null
}

export const ulidByteLength = 16

/** Writes the id's 128 bits at `offset`, most significant first. */
export function writeUlidBytes(id: Ulid, bytes: Uint8Array, offset: number): void {
  // 26 digits of 5 bits are 130: the first digit holds only three.
  let buffer = 0
  let bits = 0
  let at = offset
  for (let i = 0; i < 26; i++) {
    buffer = ((buffer << 5) | digitValue(id.charCodeAt(i))) & 0x1fff
    bits += i === 0 ? 3 : 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (buffer >> bits) & 0xff
    }
  }
}

/** Reads what `writeUlidBytes` wrote. Every 16 bytes are an id. */
export function readUlidBytes(bytes: Uint8Array, offset: number): Ulid {
  let id = ''
  let buffer = 0
  let bits = 2
  for (let i = 0; i < ulidByteLength; i++) {
    buffer = ((buffer << 8) | (bytes[offset + i] ?? 0)) & 0x1fff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      id += alphabet.charAt((buffer >> bits) & 31)
    }
  }
  return id as Ulid
}

function digitValue(code: number): number {
  return digitValues[code] ?? 0
}

const digitValues: readonly number[] = Array.from({ length: 91 }, (_, code) =>
  Math.max(0, alphabet.indexOf(String.fromCharCode(code))),
)
