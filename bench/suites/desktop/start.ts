/**
 * Cold start to a usable first screen, by turns with a bare window in the same Electron. Both are timed from just before
 * their process is started to the frame that they painted, of which they tell the time; what `--smoke` checks after that
 * does not count.
 */
import path from 'node:path'
import { projectRoot, startElectron, type Started } from '../../electron.ts'
import { format, type Figure } from '../../report.ts'
import { statsOf } from '../../stats.ts'

export const bareWindow = path.join(projectRoot, 'bench', 'bare-window')
const target = 1.35

/** @param dataDir of a workspace that was opened before */
export async function measureStart(dataDir: string, runs: number): Promise<Figure[]> {
  const bare: number[] = []
  const outpost: number[] = []
  // One of each that is not counted fills the file cache and Chromium's own.
  for (let i = 0; i <= runs; i++) {
    const floor = await startElectron([bareWindow])
    await floor.ended
    const program = await startElectron([projectRoot, `--data-dir=${dataDir}`, '--smoke'])
    await program.ended
    if (program.report['ok'] !== true) throw new Error(`did not start: ${JSON.stringify(program.report)}`)
    if (i === 0) continue
    bare.push(firstScreenMs(floor))
    outpost.push(firstScreenMs(program))
  }
  // Each start against the floor that was measured just before it: both met the same mood of the machine.
  const ratios = outpost.map((ms, i) => ms / (bare[i] ?? ms))
  const floorMs = statsOf(bare)
  const programMs = statsOf(outpost)
  const ratio = programMs.median / floorMs.median
  return [
    {
      measure: 'cold start to usable first screen',
      value: `${ratio.toFixed(2)} x a bare window`,
      target: `at most ${target.toFixed(2)} x`,
      reached: ratio <= target,
      detail: `medians of ${String(runs)}, by turns: Outpost ${format(programMs.median)} ms (p95 ${format(programMs.p95)}), bare window ${format(floorMs.median)} ms (p95 ${format(floorMs.p95)}); median of the pairs ${statsOf(ratios).median.toFixed(2)} x`,
    },
  ]
}

function firstScreenMs({ report, startedAt }: Started): number {
  return Number(report['firstScreenAt']) - startedAt
}
