/** Files and folders that a person adds: what is found there, what is read, and what becomes of it when the disk changes. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createFilledWorld } from '../support/engine-world.ts'
import { addAndRead, filesOf, folderOf, outcomesOf, rootsOf, textOf, threaded } from '../support/library.ts'

const handbook = {
  'Router.md':
    '# Router\n\nNach einem Stromausfall blinkt die Lampe rot.\n\n- Stecker ziehen\n- Zehn Sekunden warten\n',
  'notes/plan.txt': 'First line.\n\nSecond paragraph.\n',
}

test('a folder is looked through, its text is read and listed', async () => {
  const { world } = await createFilledWorld({ library: threaded() })
  const folder = folderOf(handbook)
  await addAndRead(world, folder)

  expect(await rootsOf(world)).toEqual([
    expect.objectContaining({
      kind: 'folder',
      path: folder,
      state: 'ready',
      files: 2,
      indexed: 2,
      waiting: 0,
    }),
  ])
  expect(await outcomesOf(world)).toEqual({ 'Router.md': 'indexed', 'notes/plan.txt': 'indexed' })
  expect(await textOf(world, 'Router.md')).toEqual([
    'Router',
    'Nach einem Stromausfall blinkt die Lampe rot.',
    'Stecker ziehen',
    'Zehn Sekunden warten',
  ])
})

test('a single file can be added, and only that file is read', async () => {
  const { world } = await createFilledWorld({ library: threaded() })
  const folder = folderOf(handbook)
  await addAndRead(world, path.join(folder, 'notes/plan.txt'))
  expect(await outcomesOf(world)).toEqual({ 'plan.txt': 'indexed' })
  expect((await rootsOf(world))[0]).toMatchObject({ kind: 'file', state: 'ready', files: 1 })
})

test('after changes on the disk only what changed is read again, and what went is gone', async () => {
  const { world } = await createFilledWorld({ library: threaded() })
  const folder = folderOf({ ...handbook, 'old.txt': 'Goes away.' })
  await addAndRead(world, folder)
  const before = await filesOf(world)

  fs.writeFileSync(path.join(folder, 'notes/plan.txt'), 'Another text, and longer.')
  fs.rmSync(path.join(folder, 'old.txt'))
  fs.writeFileSync(path.join(folder, 'new.txt'), 'A new one.')
  await world.restart()
  await world.engine.settled()

  expect(Object.keys(await filesOf(world)).sort()).toEqual(['Router.md', 'new.txt', 'notes/plan.txt'])
  expect(await textOf(world, 'notes/plan.txt')).toEqual(['Another text, and longer.'])
  expect((await filesOf(world))['notes/plan.txt']?.key).toBe(before['notes/plan.txt']?.key)
})

test('taking a root out takes its files and their text out of the store', async () => {
  const { world } = await createFilledWorld({ library: threaded() })
  await addAndRead(world, folderOf({ 'geheim.txt': 'Losungswort Albatros' }), folderOf(handbook))
  const [first] = await rootsOf(world)
  if (!first) throw new Error('there is one')
  world.must('library.remove', { rootId: first.key })
  await world.engine.settled()

  expect(Object.keys(await filesOf(world)).sort()).toEqual(['Router.md', 'notes/plan.txt'])
  await world.engine.dispose()
  const bytes = fs.readFileSync(path.join(world.folder, 'workspace.db'), 'latin1')
  expect(bytes).not.toContain('Albatros')
})
