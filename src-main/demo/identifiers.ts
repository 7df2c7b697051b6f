/** ULIDs from a given time and seeded randomness: the same seed gives the same ids. */
import type { Random } from '#shared/base/random.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const pairs: readonly string[] = Array.from(
  { length: 1024 },
  (_, index) => alphabet.charAt(index >> 5) + alphabet.charAt(index & 31),
)

/** A 26 character ULID: 48 bits of `timeMs`, 80 seeded random bits. */
export function makeUlid(timeMs: number, random: Random): string {
  return (
    encodeTime(timeMs) + fourRandom(random) + fourRandom(random) + fourRandom(random) + fourRandom(random)
  )
}

function encodeTime(timeMs: number): string {
  const low = timeMs % 0x4000_0000
  const high = Math.floor(timeMs / 0x4000_0000)
  return pair(high >> 10) + pair(high) + pair(low >> 20) + pair(low >> 10) + pair(low)
}

function fourRandom(random: Random): string {
  const bits = Math.floor(random.next() * 0x10_0000)
  return pair(bits >> 10) + pair(bits)
}

function pair(bits: number): string {
  return pairs[bits & 1023] ?? '00'
}
