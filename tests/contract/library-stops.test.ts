/** Stops in the middle of reading: nothing is read twice, nothing is missing, and what brought the process down is left alone. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createFilledWorld, createWorld, type World } from '../support/engine-world.ts'
import { filesOf, folderOf, outcomesOf, textOf } from '../support/library.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const patience = { timeout: 20_000, interval: 5 }
const library = {
  parserEntry: new URL('../support/hanging-parser.ts', import.meta.url),
  isWatching: false,
  limits: { deadlineMs: 60_000 },
}
const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${String(index)}.txt`, 'x']))

/** The store as a kill of the process at this moment would leave it. */
function killedCopy(from: string): string {
  const to = temporaryFolder()
  for (const suffix of ['', '-wal']) {
    const file = path.join(from, `workspace.db${suffix}`)
    if (fs.existsSync(file)) fs.copyFileSync(file, path.join(to, `workspace.db${suffix}`))
  }
  return to
}

const isHanging = (world: World): boolean =>
  world.look(
    (db) =>
      db
        .prepare(
          "SELECT 1 FROM library_files JOIN meta ON value = file_id WHERE key = 'libraryReading' AND name = 'hang.txt'",
        )
        .get() !== undefined,
  )

async function killedWhileReading() {
  const { world } = await createFilledWorld({ library })
  await world.engine.library.add([folderOf({ ...files, 'hang.txt': 'x', 'z.txt': 'x' })])
  await expect.poll(() => isHanging(world), patience).toBe(true)
  const read = Object.values(await filesOf(world)).filter(({ state }) => state === 'indexed')
  return { folder: killedCopy(world.folder), read: read.map(({ name }) => name) }
}

test('after a kill what was read stays read, and the rest is read, the suspect last', async () => {
  const { folder, read } = await killedWhileReading()
  const world = createWorld({ folder, library: { ...library, limits: { deadlineMs: 2_000 } } })
  const before = await filesOf(world)
  expect(read.every((name) => before[name]?.state === 'indexed')).toBe(true)
  await world.engine.settled()
  const after = await outcomesOf(world)
  expect(after['hang.txt']).toBe('skipped: too-slow')
  expect(Object.keys(after)).toHaveLength(32)
  expect(Object.entries(after).filter(([, outcome]) => outcome !== 'indexed')).toHaveLength(1)
  expect(await textOf(world, 'z.txt')).toEqual(['Read z.txt'])
})

test('what was being read when the process died by itself is not read again', async () => {
  const { folder } = await killedWhileReading()
  const world = createWorld({ folder, library: { ...library, isAfterCrash: true } })
  await world.engine.settled()
  expect((await outcomesOf(world))['hang.txt']).toBe('skipped: broken')
})

test('what was being read at two kills is not read a third time', async () => {
  const { folder } = await killedWhileReading()
  const first = createWorld({ folder, library })
  void first.engine.settled()
  await expect.poll(() => isHanging(first), patience).toBe(true)
  expect((await outcomesOf(first))['z.txt']).toBe('indexed')
  const second = createWorld({ folder: killedCopy(folder), library })
  await second.engine.settled()
  expect((await outcomesOf(second))['hang.txt']).toBe('skipped: broken')
})

test('a stop in the middle takes nothing for a crash', async () => {
  const { world } = await createFilledWorld({ library })
  await world.engine.library.add([folderOf({ 'hang.txt': 'x' })])
  const isReading = () =>
    world.look((db) => db.prepare("SELECT 1 FROM meta WHERE key = 'libraryReading'").get())
  await expect.poll(() => isReading() !== undefined, patience).toBe(true)
  await world.engine.dispose()
  expect(isReading()).toBeUndefined()
})
