/** Runs seeds and fails with everything that it takes to see the same again. */
import { expect } from 'vitest'
import { simulate, type SimulationReport } from './simulate.ts'
import type { StepName } from './steps.ts'

export const standard = { steps: 300, clients: 4 } as const

/** Fifty at a time, in a file each: the last of them to end has not long to run alone. */
export async function expectSeedsToHold(first: number, last: number): Promise<void> {
  const reports: SimulationReport[] = []
  for (let seed = first; seed <= last; seed++) reports.push(await simulate({ seed, ...standard }))
  const bad = reports
    .filter(({ faults }) => faults.length > 0)
    .map(({ seed, faults }) => ({
      again: `npm run simulate -- --seed ${seed} --steps ${standard.steps} --clients ${standard.clients} --trace`,
      faults,
    }))
  expect(bad).toEqual([])
  expectRealWork(reports)
}

const rare: readonly StepName[] = [
  'crashClient',
  'crashServer',
  'restoreServer',
  'erase',
  'move',
  'closeQueue',
  'tear',
]

function expectRealWork(reports: readonly SimulationReport[]): void {
  const sum = (pick: (report: SimulationReport) => number) =>
    reports.reduce((total, report) => total + pick(report), 0)
  const count = reports.length
  expect(sum(({ documents }) => documents)).toBeGreaterThan(20 * count)
  expect(sum(({ messages }) => messages)).toBeGreaterThan(10 * count)
  expect(sum(({ network }) => network.delivered)).toBeGreaterThan(400 * count)
  expect(sum(({ network }) => network.cut)).toBeGreaterThan(10 * count)
  for (const step of rare)
    expect(
      sum(({ steps }) => steps[step] ?? 0),
      step,
    ).toBeGreaterThan(0.4 * count)
  expect(sum(({ restored }) => restored)).toBeGreaterThan(0.06 * count)
}
