import { test } from 'vitest'
import { expectSeedsToHold } from './sync/expect-seeds.ts'

test('seeds 101 to 200 hold', async () => {
  await expectSeedsToHold(101, 200)
})
