/** Half of the 200 seeds; the other half is in a file of its own, so that two cores share them. */
import { expect, test } from 'vitest'
import { expectSeedsToHold } from './sync/expect-seeds.ts'
import type { StepName } from './sync/steps.ts'

test('seeds 1 to 100 hold, and they did real work', async () => {
  const reports = await expectSeedsToHold(1, 100)
  const sum = (pick: (report: (typeof reports)[number]) => number) =>
    reports.reduce((total, report) => total + pick(report), 0)
  expect(sum(({ documents }) => documents)).toBeGreaterThan(2_000)
  expect(sum(({ messages }) => messages)).toBeGreaterThan(1_000)
  expect(sum(({ network }) => network.delivered)).toBeGreaterThan(40_000)
  expect(sum(({ network }) => network.cut)).toBeGreaterThan(1_000)
  const rare: StepName[] = [
    'crashClient',
    'crashServer',
    'restoreServer',
    'erase',
    'move',
    'closeQueue',
    'tear',
  ]
  for (const step of rare)
    expect(
      sum(({ steps }) => steps[step] ?? 0),
      step,
    ).toBeGreaterThan(50)
  const restored = sum(({ restored: count }) => count)
  expect(restored).toBeGreaterThan(10)
})
