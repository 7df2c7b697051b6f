/** The program in real Electron on the large set: cold start against a bare window in the same run, and key to pixel. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot, startElectron } from '../electron.ts'
import { format, reported, type Figure, type Suite } from '../report.ts'
import { ensureSet } from '../sets.ts'
import { statsOf } from '../stats.ts'
import { measureKeys } from './keys.ts'

/** Each start in turn, so that both meet the same moods of the machine. */
const starts = 7

export const desktopSuite: Suite = {
  name: 'desktop',
  title: 'Desktop, 100,000 tickets and 1,000,000 messages',
  async run() {
    const set = await ensureSet('large')
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-bench-'))
    const workspace = path.join(dataDir, 'workspace')
    fs.mkdirSync(workspace)
    fs.copyFileSync(path.join(set, 'workspace.db'), path.join(workspace, 'workspace.db'))
    try {
      return [...(await measureStart(dataDir)), ...(await measureKeys(dataDir))]
    } finally {
      fs.rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

async function measureStart(dataDir: string): Promise<Figure[]> {
  const bare: number[] = []
  const outpost: number[] = []
  // One of each that is not counted fills the file cache and Chromium's own.
  for (let i = 0; i <= starts; i++) {
    const floor = await startElectron([path.join(projectRoot, 'bench', 'bare-window')])
    await floor.ended
    const program = await startElectron([projectRoot, `--data-dir=${dataDir}`, '--smoke'])
    await program.ended
    if (program.report['ok'] !== true) throw new Error(`did not start: ${JSON.stringify(program.report)}`)
    if (i === 0) continue
    bare.push(floor.ms)
    outpost.push(program.ms)
  }
  const floorMs = statsOf(bare).median
  const programMs = statsOf(outpost).median
  const ratio = programMs / floorMs
  const detail = `medians of ${String(starts)}: Outpost ${format(programMs)} ms, bare window ${format(floorMs)} ms, by turns`
  return [
    {
      measure: 'cold start to usable first screen',
      value: `${ratio.toFixed(2)} x a bare window`,
      target: 'at most 1.50 x',
      reached: ratio <= 1.5,
      detail,
    },
    reported(
      'cold start, slowest',
      `${format(statsOf(outpost).max)} ms`,
      `bare window ${format(statsOf(bare).max)} ms`,
    ),
  ]
}
