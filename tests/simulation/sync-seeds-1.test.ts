import { test } from 'vitest'
import { expectSeedsToHold } from './sync/expect-seeds.ts'

test('seeds 1 to 50 hold, and they did real work', async () => {
  await expectSeedsToHold(1, 50)
})
