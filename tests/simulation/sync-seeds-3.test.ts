import { test } from 'vitest'
import { expectSeedsToHold } from './sync/expect-seeds.ts'

test('seeds 101 to 150 hold, and they did real work', async () => {
  await expectSeedsToHold(101, 150)
})
