/**
 * Seeds that found a fault, each under the name of what it found. They are among the 200, too; here they say why they matter.
 * Older finds are in docs/sync.md: the steps have changed since, so their seeds no longer come to the same place.
 */
import { expect, test } from 'vitest'
import { standard } from './sync/expect-seeds.ts'
import { simulate } from './sync/simulate.ts'

test.each([
  [2, 'an erasing snapshot keeps what a restored server has forgotten'],
  [45, 'a space that two devices propose after a restore stays with both'],
  [74, 'what only the server had is gone with an older copy, and nothing else is'],
  [93, 'what a restored server lacks is kept as refused where access is lost before the comparison'],
  [104, 'an erasure that the server refuses is told to who asked for it'],
  [121, 'an erasure is refused, not forgotten, with the space that is lost'],
])('seed %i: %s', async (seed) => {
  expect((await simulate({ seed, ...standard })).faults).toEqual([])
})
