/**
 * The program in real Electron: cold start and memory against a bare window in the same run, memory over long work, a
 * message to its notification, the shell's event loop under load, and key to pixel.
 * `--only start,idle,work,notify,shell,keys` measures only these; `--runs N` is how often each start is taken.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { makeCodeCache } from '../../scripts/lib/code-cache.mjs'
import { electronExecutable } from '../electron.ts'
import type { Figure, Suite, SuiteOptions } from '../report.ts'
import { ensureSet, type SetName } from '../sets.ts'
import { measureIdleMemory } from './desktop/idle-memory.ts'
import { measureShellDelay } from './desktop/shell-delay.ts'
import { measureStart } from './desktop/start.ts'
import { measureLongWork } from './desktop/work-memory.ts'
import { measureKeys } from './keys.ts'
import { measureNotify } from './notify.ts'

/** Each start in turn, so that both meet the same moods of the machine. */
const defaultRuns = 7

type Part = 'start' | 'idle' | 'work' | 'notify' | 'shell' | 'keys'

export const desktopSuite: Suite = {
  name: 'desktop',
  title: 'Desktop, 100,000 tickets and 1,000,000 messages',
  async run({ runs = defaultRuns, only = null }: SuiteOptions) {
    const wants = (part: Part) => only === null || only.includes(part)
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-bench-'))
    try {
      const large = await dataDirOf('large', folder)
      const figures: Figure[] = []
      // As people get it: a package has one.
      await makeCodeCache(electronExecutable(), process.env)
      if (wants('start')) figures.push(...(await measureStart(large, runs)))
      if (wants('idle')) {
        const sets = [
          { name: 'large set', dataDir: large, hasTarget: true },
          {
            name: 'sample set, all of it indexed',
            dataDir: await dataDirOf('demo', folder),
            hasTarget: false,
          },
        ]
        figures.push(...(await measureIdleMemory(sets, runs)))
      }
      if (wants('work')) figures.push(...(await measureLongWork(large)))
      if (wants('notify')) figures.push(await measureNotify())
      if (wants('shell')) figures.push(await measureShellDelay())
      if (wants('keys')) figures.push(...(await measureKeys(large)))
      return figures
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  },
}

/**
 * A copy of the set as a workspace's data folder. The large one would be indexed for hours while it is measured: its
 * indexing is paused, as a person can.
 */
async function dataDirOf(name: SetName, folder: string): Promise<string> {
  const set = await ensureSet(name)
  const dataDir = path.join(folder, name)
  const workspace = path.join(dataDir, 'workspace')
  fs.mkdirSync(workspace, { recursive: true })
  const file = path.join(workspace, 'workspace.db')
  fs.copyFileSync(path.join(set, 'workspace.db'), file, fs.constants.COPYFILE_FICLONE)
  if (name === 'large') {
    const db = new Database(file)
    db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('indexPaused', '1')").run()
    db.close()
  }
  return dataDir
}
