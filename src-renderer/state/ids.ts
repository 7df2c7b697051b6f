/** New ids, made on this device: `newId<MessageId>()`. */
import { asId } from '#shared/base/ids.ts'
import { createUlidFactory, type Ulid } from '#shared/base/ulid.ts'

const bytes = new Uint8Array(256)
let used = bytes.length

/** One call into the generator for 256 bytes. */
function randomByte(): number {
  if (used === bytes.length) {
    crypto.getRandomValues(bytes)
    used = 0
  }
  return bytes[used++] ?? 0
}

/** One factory for the window, because ids rise only within a factory. */
const factory = createUlidFactory(() => Date.now(), randomByte)

/** @param after the new id sorts after this one, also where this device's clock is behind: pass what is answered */
export function newId<T extends Ulid>(after?: Ulid | null): T {
  return asId<T>(factory.next(after))
}
