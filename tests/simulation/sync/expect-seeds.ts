/** Runs seeds and fails with everything that it takes to see the same again. */
import { expect } from 'vitest'
import { simulate, type SimulationReport } from './simulate.ts'

export const standard = { steps: 300, clients: 4 } as const

export async function expectSeedsToHold(first: number, last: number): Promise<SimulationReport[]> {
  const reports: SimulationReport[] = []
  for (let seed = first; seed <= last; seed++) reports.push(await simulate({ seed, ...standard }))
  const bad = reports
    .filter(({ faults }) => faults.length > 0)
    .map(({ seed, faults }) => ({
      again: `npm run simulate -- --seed ${seed} --steps ${standard.steps} --clients ${standard.clients} --trace`,
      faults,
    }))
  expect(bad).toEqual([])
  return reports
}
