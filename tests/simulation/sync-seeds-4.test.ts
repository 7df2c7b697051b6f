import { test } from 'vitest'
import { expectSeedsToHold } from './sync/expect-seeds.ts'

test('seeds 151 to 200 hold, and they did real work', async () => {
  await expectSeedsToHold(151, 200)
})
