/**
 * The data that is measured on: made once by the seeded generator, through the engine itself, and kept in the
 * cache folder. A set whose recipe changed is made again.
 */
import fs from 'node:fs'
import path from 'node:path'
import { systemClock } from '#shared/base/clock.ts'
import { demoSet, largeSet } from '../src-main/demo/workspace.ts'
import { fillWorkspace } from '../src-main/demo/fill-with-demo.ts'
import { schemaVersion } from '../src-main/engine/store/migrations/migrations.ts'
import { openBenchEngine } from './engine.ts'

/** More than 50,000 passages. */
const middleSet = { ...largeSet, tickets: 11_000, messages: 4_000, articles: 600 }

const sets = { demo: demoSet, middle: middleSet, large: largeSet } as const
export type SetName = keyof typeof sets

/** Raised when the generator or the projectors make other rows. */
const recipe = 3

/** A fixed moment, so that a set is the same on every machine: 2026-11-20, 12:00 UTC. */
export const benchNow = Date.UTC(2026, 10, 20, 12)

const cache = path.resolve(process.env['OUTPOST_CACHE_DIR'] ?? path.join(import.meta.dirname, '..', '.cache'))

/** The folder of a finished set. Not to be written to: take a copy with `copySet`. */
export async function ensureSet(name: SetName): Promise<string> {
  const folder = path.join(cache, 'bench', `${name}-${String(schemaVersion)}-${String(recipe)}`)
  const stamp = path.join(folder, 'complete.json')
  if (fs.existsSync(stamp)) return folder
  fs.rmSync(folder, { recursive: true, force: true })
  if (await adoptOlder(name, folder)) return folder
  const options = { ...sets[name], now: benchNow }
  console.error(
    `Making the ${name} set: ${String(options.tickets)} tickets, ${String(options.messages)} messages …`,
  )
  const start = performance.now()
  const engine = openBenchEngine(folder)
  let lastPercent = -1
  await fillWorkspace(engine, options, (done, total) => {
    const percent = Math.floor((done / total) * 20) * 5
    if (percent === lastPercent) return
    lastPercent = percent
    console.error(`  ${String(percent)} %`)
  })
  await engine.settled()
  await engine.dispose()
  const seconds = Math.round((performance.now() - start) / 1000)
  fs.writeFileSync(stamp, JSON.stringify({ seconds, madeAt: new Date(systemClock.now()).toISOString() }))
  console.error(`  made in ${String(seconds)} s`)
  return folder
}

/**
 * A set of an older schema becomes one of this schema as a person's own workspace does: it is opened. Minutes instead of
 * the quarter of an hour that making it anew takes.
 */
async function adoptOlder(name: SetName, folder: string): Promise<boolean> {
  const older = olderVersions()
    .map((version) => path.join(cache, 'bench', `${name}-${String(version)}-${String(recipe)}`))
    .find((each) => fs.existsSync(path.join(each, 'complete.json')))
  if (older === undefined) return false
  console.error(`Taking ${path.basename(older)} over to schema ${String(schemaVersion)} …`)
  const start = performance.now()
  fs.mkdirSync(folder, { recursive: true })
  const file = 'workspace.db'
  fs.copyFileSync(path.join(older, file), path.join(folder, file), fs.constants.COPYFILE_FICLONE)
  const engine = openBenchEngine(folder)
  await engine.settled()
  await engine.dispose()
  fs.rmSync(path.join(folder, 'backups'), { recursive: true, force: true })
  const seconds = Math.round((performance.now() - start) / 1000)
  const adopted = { seconds, from: path.basename(older), madeAt: new Date(systemClock.now()).toISOString() }
  fs.writeFileSync(path.join(folder, 'complete.json'), JSON.stringify(adopted))
  console.error(`  taken over in ${String(seconds)} s`)
  return true
}

/** The newest first. */
const olderVersions = () => Array.from({ length: schemaVersion - 1 }, (_, i) => schemaVersion - 1 - i)

/** A copy that may be written to and is thrown away. */
export async function copySet(name: SetName): Promise<{ folder: string; remove: () => void }> {
  const source = await ensureSet(name)
  const folder = fs.mkdtempSync(path.join(cache, 'bench', 'copy-'))
  fs.copyFileSync(
    path.join(source, 'workspace.db'),
    path.join(folder, 'workspace.db'),
    fs.constants.COPYFILE_FICLONE,
  )
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}
