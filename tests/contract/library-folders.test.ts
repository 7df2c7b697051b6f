/** Folders as they are: links in circles, too much in them, names in any script, drives that go, stops at any moment. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createFilledWorld } from '../support/engine-world.ts'
import { addAndRead, filesOf, folderOf, outcomesOf, rootsOf, textOf, threaded } from '../support/library.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const patience = { timeout: 20_000, interval: 20 }
const names = async (world: Parameters<typeof filesOf>[0]) => Object.keys(await filesOf(world)).sort()

test('links in circles are gone around once; links out of the folder are followed once', async () => {
  const { world } = await createFilledWorld()
  const outside = folderOf({ 'shared/note.txt': 'Outside.' })
  const folder = folderOf({ 'a/one.txt': 'One.', 'a/b/two.txt': 'Two.' })
  fs.symlinkSync(folder, path.join(folder, 'a/b/up'))
  fs.symlinkSync(path.join(folder, 'a'), path.join(folder, 'again'))
  fs.symlinkSync(path.join(outside, 'shared'), path.join(folder, 'out'))
  fs.symlinkSync(path.join(outside, 'shared'), path.join(folder, 'out-again'))
  fs.symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'dead'))
  fs.symlinkSync(folder, path.join(outside, 'shared/back'))
  await addAndRead(world, folder)
  const found = await names(world)
  expect(found.filter((name) => name.endsWith('note.txt'))).toHaveLength(1)
  expect(found.filter((name) => !name.endsWith('note.txt'))).toEqual(['a/b/two.txt', 'a/one.txt'])
  expect((await rootsOf(world))[0]).toMatchObject({ state: 'ready', files: 3 })
})

test('hidden things and what programs keep for themselves are left out', async () => {
  const { world } = await createFilledWorld()
  const folder = folderOf({
    ...{ 'seen.txt': 'x', '.hidden.txt': 'x', '.git/config': 'x', 'node_modules/a/readme.md': 'x' },
    ...{ '~$seen.docx': 'x', 'deep/Thumbs.db': 'x', 'deep/ok.md': '# x' },
  })
  await addAndRead(world, folder)
  expect(await names(world)).toEqual(['deep/ok.md', 'seen.txt'])
})

test('of a folder with too much in it, what fits is kept and said to be not all', async () => {
  const limits = { filesARoot: 50 }
  const { world } = await createFilledWorld({ library: { parserEntry: null, isWatching: false, limits } })
  const folder = folderOf(
    Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`d${String(index % 7)}/${String(index)}.txt`, 'x']),
    ),
  )
  await addAndRead(world, folder)
  const [root] = await rootsOf(world)
  expect(root).toMatchObject({ state: 'too-many', files: 50, indexed: 50 })
  const before = await names(world)
  // Looked through again, it is the same files that are kept.
  await world.restart()
  await world.engine.settled()
  expect(await names(world)).toEqual(before)
})

test('names in any script are read; one that is no text is listed with its reason', async () => {
  const { world } = await createFilledWorld()
  const kept = [
    'Größe „groß“.txt',
    '配線図.txt',
    'مخطط.txt',
    'схема №7.txt',
    '🔧 e\u0301.txt',
    "it's 100% #1.txt",
  ]
  const folder = folderOf(Object.fromEntries(kept.map((name) => [name, `Text of ${name}`])))
  const broken = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.txt')])
  const canBreak = process.platform === 'linux'
  if (canBreak) fs.writeFileSync(broken, 'Never read')
  await addAndRead(world, folder)
  const outcomes = await outcomesOf(world)
  for (const name of kept) expect(outcomes[name], name).toBe('indexed')
  expect(Object.values(outcomes).filter((each) => each === 'skipped: no-access')).toHaveLength(
    canBreak ? 1 : 0,
  )
})

test('a drive that goes keeps its text, and goes on when it is back', async () => {
  const { world } = await createFilledWorld()
  const place = temporaryFolder()
  const stick = path.join(place, 'stick')
  const away = path.join(place, 'away')
  fs.mkdirSync(stick)
  fs.writeFileSync(path.join(stick, 'plan.txt'), 'Plan A.')
  await addAndRead(world, stick)
  fs.renameSync(stick, away)
  await world.restart()
  await world.engine.settled()
  expect((await rootsOf(world))[0]).toMatchObject({ state: 'missing', files: 1, indexed: 1 })
  expect(await textOf(world, 'plan.txt')).toEqual(['Plan A.'])

  fs.writeFileSync(path.join(away, 'plan.txt'), 'Plan B, which is longer.')
  fs.renameSync(away, stick)
  await world.restart()
  await world.engine.settled()
  expect((await rootsOf(world))[0]).toMatchObject({ state: 'ready' })
  expect(await textOf(world, 'plan.txt')).toEqual(['Plan B, which is longer.'])
})

test('while the program runs, what is written, renamed and deleted is noticed', async () => {
  const library = { parserEntry: null, isWatching: true }
  const { world } = await createFilledWorld({ library })
  const folder = folderOf({ 'a.txt': 'First.', 'sub/b.txt': 'Second.' })
  await addAndRead(world, folder)
  // Whether the watch stands already, nobody tells: something is changed until it is noticed.
  let count = 0
  await expect
    .poll(async () => {
      fs.writeFileSync(path.join(folder, 'probe.txt'), `Probe ${String(count++)}`)
      return 'probe.txt' in (await filesOf(world))
    }, patience)
    .toBe(true)
  fs.writeFileSync(path.join(folder, 'sub/b.txt'), 'Second, but changed.')
  fs.renameSync(path.join(folder, 'a.txt'), path.join(folder, 'c.txt'))
  fs.mkdirSync(path.join(folder, 'new'))
  fs.writeFileSync(path.join(folder, 'new/d.txt'), 'In a new folder.')
  fs.rmSync(path.join(folder, 'probe.txt'))
  await expect.poll(() => names(world), patience).toEqual(['c.txt', 'new/d.txt', 'sub/b.txt'])
  await expect.poll(() => textOf(world, 'sub/b.txt'), patience).toEqual(['Second, but changed.'])
})

test('a folder inside one that was added is part of it, and the other way round', async () => {
  const { world } = await createFilledWorld()
  const folder = folderOf({ 'a.txt': 'A.', 'sub/b.txt': 'B.' })
  await addAndRead(world, path.join(folder, 'sub'))
  await addAndRead(world, folder)
  await addAndRead(world, path.join(folder, 'a.txt'), folder)
  expect(await rootsOf(world)).toHaveLength(1)
  expect(await names(world)).toEqual(['a.txt', 'sub/b.txt'])
})

test('a file that goes before its turn is skipped; what is not there is not added', async () => {
  const { world } = await createFilledWorld()
  const folder = folderOf({ 'a.txt': 'A.' })
  await addAndRead(world, path.join(folder, 'nothing'), folder)
  expect(await rootsOf(world)).toHaveLength(1)
  world.must('index.pause', { on: true })
  fs.writeFileSync(path.join(folder, 'b.txt'), 'B.')
  const [root] = await rootsOf(world)
  if (!root) throw new Error('there is one')
  world.must('library.rescan', { rootId: root.key })
  await world.engine.settled()
  expect((await rootsOf(world))[0]).toMatchObject({ files: 2, waiting: 2 })
  fs.rmSync(path.join(folder, 'b.txt'))
  world.must('index.pause', { on: false })
  await world.engine.settled()
  expect((await filesOf(world))['b.txt']).toMatchObject({ state: 'skipped', reason: 'missing' })
})

test('a rebuild and a restart leave all of it as it is', async () => {
  const { world } = await createFilledWorld({ library: threaded() })
  await addAndRead(world, folderOf({ 'a.md': '# A\n\nText.' }))
  const before = await filesOf(world)
  world.engine.rebuild()
  await world.engine.settled()
  await world.restart()
  expect(await filesOf(world)).toEqual(before)
  expect(await textOf(world, 'a.md')).toEqual(['A', 'Text.'])
})
