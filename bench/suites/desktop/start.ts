/**
 * Cold start to a usable first screen, by turns with a bare window in the same Electron. Both are timed from just before
 * their process is started to the frame that they painted, of which they tell the time; what `--smoke` checks after that
 * does not count.
 */
import fs from 'node:fs'
import path from 'node:path'
import { projectRoot, startElectron, type Started } from '../../electron.ts'
import { format, type Figure } from '../../report.ts'
import { statsOf } from '../../stats.ts'

export const bareWindow = path.join(projectRoot, 'bench', 'bare-window')
const target = 1.35

/** @param dataDir of a workspace that was opened before */
export async function measureStart(dataDir: string, runs: number): Promise<Figure[]> {
  const bare: number[] = []
  const usual: Start[] = []
  const without: Start[] = []
  // Not counted: the first fills the file cache and leaves a screen, of the second Chromium keeps what it compiled.
  await startProgram(dataDir)
  await startProgram(dataDir)
  for (let i = 0; i < runs; i++) {
    const floor = await startElectron([bareWindow])
    await floor.ended
    const first = await startProgram(dataDir)
    forgetScreen(dataDir)
    const second = await startProgram(dataDir)
    bare.push(msOf(floor, 'firstScreenAt'))
    usual.push(first)
    without.push(second)
  }
  const floorMs = statsOf(bare)
  // Each start against the floor that was measured just before it: both met the same mood of the machine.
  const compare = (starts: readonly Start[]) => {
    const screenMs = statsOf(starts.map(({ screen }) => screen))
    const pairs = statsOf(starts.map(({ screen }, i) => screen / (bare[i] ?? screen)))
    const engineMs = statsOf(starts.map(({ engine }) => engine))
    return {
      ratio: screenMs.median / floorMs.median,
      detail: `medians of ${String(runs)}, by turns: Outpost ${format(screenMs.median)} ms (p95 ${format(screenMs.p95)}), bare window ${format(floorMs.median)} ms (p95 ${format(floorMs.p95)}); median of the pairs ${pairs.median.toFixed(2)} x; the engine has the workspace open after ${format(engineMs.median)} ms`,
    }
  }
  const kept = compare(usual)
  const bareOfScreen = compare(without)
  return [
    {
      measure: 'cold start to usable first screen',
      value: `${kept.ratio.toFixed(2)} x a bare window`,
      target: `at most ${target.toFixed(2)} x`,
      reached: kept.ratio <= target,
      detail: kept.detail,
    },
    {
      measure: 'the same after a power cut: no screen was kept, the rows come from the engine',
      value: `${bareOfScreen.ratio.toFixed(2)} x a bare window`,
      target: '',
      reached: null,
      detail: bareOfScreen.detail,
    },
  ]
}

interface Start {
  /** From the call that starts the process, in ms. */
  readonly screen: number
  readonly engine: number
}

async function startProgram(dataDir: string): Promise<Start> {
  const program = await startElectron([projectRoot, `--data-dir=${dataDir}`, '--smoke'])
  await program.ended
  if (program.report['ok'] !== true) throw new Error(`did not start: ${JSON.stringify(program.report)}`)
  return { screen: msOf(program, 'firstScreenAt'), engine: msOf(program, 'engineReadyAt') }
}

/** As after an end that left nothing behind. */
function forgetScreen(dataDir: string): void {
  fs.rmSync(path.join(dataDir, 'workspace', 'kept-screen.json'))
}

function msOf({ report, startedAt }: Started, moment: 'firstScreenAt' | 'engineReadyAt'): number {
  return Number(report[moment]) - startedAt
}
