/** Tokens, invite codes and set-up codes: 256 random bits each, of which the server keeps the hash alone. */
import { createHash, timingSafeEqual } from 'node:crypto'

export interface Secret {
  /** What the person or device gets; shown once. */
  readonly text: string
  readonly hash: Uint8Array
}

export type RandomBytes = (size: number) => Uint8Array

const secretBytes = 32

export function createSecret(randomBytes: RandomBytes): Secret {
  const text = Buffer.from(randomBytes(secretBytes)).toString('base64url')
  return { text, hash: hashSecret(text) }
}

/** A plain hash will do: nobody guesses 256 random bits, as they would a password. */
export function hashSecret(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}

/** Compares in a time that says nothing about where the two differ. */
export function isSecret(text: string, hashInHex: string): boolean {
  const expected = Buffer.from(hashInHex, 'hex')
  const given = hashSecret(text)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
