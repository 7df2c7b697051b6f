/** The first frame of a start has the rows of the last one, and nothing of them outlives what the engine says. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openConnection } from '../../src-main/engine/store/connection.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let dataDir: string
let outpost: OutpostApp
let window: WindowDriver

const title = 'Kühlung in Halle 3'
const titleBefore = 'Wie es beim letzten Mal hieß'
const kept = (): string => path.join(dataDir, 'workspace', 'kept-screen.json')

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-kept-'))
  await start()
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.createTicket({ title })
  await window.openView('all')
  await outpost.close()
})

afterEach(() => outpost.close())
afterAll(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))

async function start(): Promise<void> {
  outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
}

/** No engine gets into the store before this is let go; it waits for some seconds. */
function holdStore(): { letGo(): void } {
  const connection = openConnection({
    file: path.join(dataDir, 'workspace', 'workspace.db'),
    binding: process.env['OUTPOST_SQLITE_BINDING'] ?? null,
    readonly: false,
  })
  connection.pragma('locking_mode = EXCLUSIVE')
  connection.exec('BEGIN EXCLUSIVE')
  return {
    letGo() {
      connection.exec('ROLLBACK')
      connection.close()
    },
  }
}

async function timesOpened(): Promise<number> {
  return (await outpost.readLog()).filter(({ event }) => event === 'engine.opened').length
}

const row = (text: string) => window.page.getByRole('option', { name: text })

test('the list is there and can be used before the engine has opened the store, and then says what the store says', async () => {
  expect(statSync(kept()).mode & 0o077).toBe(0)
  const screen = readFileSync(kept(), 'utf8')
  expect(screen).toContain(title)
  writeFileSync(kept(), screen.replaceAll(title, titleBefore))

  const store = holdStore()
  try {
    await start()
    await row(titleBefore).waitFor()
    expect(existsSync(kept())).toBe(false)
    expect(await timesOpened()).toBe(1)
    await row(titleBefore).click()
  } finally {
    store.letGo()
  }
  // What was pressed is done as soon as there is something to do it with.
  await window.conversation().waitFor()
  await window.goToList()
  await row(title).waitFor()
  expect(await row(titleBefore).count()).toBe(0)
})

test('nothing is kept while the program runs, and what was taken back is not kept at its end', async () => {
  await start()
  await window.untilReady()
  await window.openChannel('general')
  await window.sendMessage('general', 'Das war der falsche Kanal')
  await window.message('Das war der falsche Kanal').waitFor()
  await window.sendMessage('general', 'Das bleibt')
  expect(existsSync(kept())).toBe(false)
  await outpost.close()
  expect(readFileSync(kept(), 'utf8')).toContain('Das war der falsche Kanal')

  await start()
  await window.untilReady()
  await window.message('Das war der falsche Kanal').click({ button: 'right' })
  await window.page.getByRole('menuitem', { name: window.say('chat:delete') }).click()
  await window.message('Das war der falsche Kanal').waitFor({ state: 'detached' })
  await outpost.close()
  const screen = readFileSync(kept(), 'utf8')
  expect(screen).toContain('Das bleibt')
  expect(screen).not.toContain('Das war der falsche Kanal')
})

test('a file that is damaged, or that other code left, is no trouble', async () => {
  for (const text of [
    '{"madeBy":',
    'null',
    '[]',
    '{"madeBy":"other","results":"x"}',
    '\0'.repeat(2_000_000),
  ]) {
    writeFileSync(kept(), text)
    await start()
    await window.untilReady()
    await window.openView('all')
    await row(title).waitFor()
    expect(existsSync(kept())).toBe(false)
    await outpost.close()
  }
})

test('after a power cut nothing is left behind, and the next start asks the engine for all of it', async () => {
  await start()
  await window.untilReady()
  await outpost.killAll()
  expect(existsSync(kept())).toBe(false)
  await start()
  await window.untilReady()
  await window.openView('all')
  await row(title).waitFor()
})
