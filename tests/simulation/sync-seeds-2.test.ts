import { test } from 'vitest'
import { expectSeedsToHold } from './sync/expect-seeds.ts'

test('seeds 51 to 100 hold, and they did real work', async () => {
  await expectSeedsToHold(51, 100)
})
