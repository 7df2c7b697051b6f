/** A damaged file, a newer file, a folder that cannot be written, a full disk: each with its page and its way out. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { fillDisk } from '../support/faults.ts'
import { smallDisk } from '../support/small-disk.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

const disk = smallDisk()
const mounts: string[] = []
let dataDir: string
let outpost: OutpostApp
let window: WindowDriver

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-faults-'))
})

afterEach(async () => {
  await outpost.close()
  for (const folder of mounts.splice(0)) disk?.unmount(folder)
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

const workspaceFolder = () => path.join(dataDir, 'workspace')
const databaseFile = () => path.join(workspaceFolder(), 'workspace.db')

async function start(): Promise<void> {
  outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
}

async function startWithWorkspace(): Promise<void> {
  await start()
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.sendMessage('general', 'Von gestern')
}

async function untilFailed(error: string): Promise<void> {
  const alert = window.page.getByRole('alert')
  await alert.getByRole('heading', { name: window.say(`failed.${error}.title`) }).waitFor()
}

function damage(file: string): Buffer {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 0, Math.min(bytes.length, 8_192))
  writeFileSync(file, bytes)
  return bytes
}

/** The files that were set aside, by name. */
function setAside(): ReadonlyMap<string, Buffer> {
  const root = path.join(workspaceFolder(), 'set-aside')
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(files.map((entry) => [entry.name, readFileSync(path.join(entry.parentPath, entry.name))]))
}

test('a damaged file is told of with the backup that there is, and goes back to it', async () => {
  await startWithWorkspace()
  await outpost.close()
  const backups = path.join(workspaceFolder(), 'backups')
  mkdirSync(backups, { recursive: true })
  copyFileSync(databaseFile(), path.join(backups, 'daily-2026-01-01.db'))
  const damaged = damage(databaseFile())

  await start()
  await untilFailed('corrupt')
  const { page, say } = window
  await page.getByText(databaseFile()).first().waitFor()
  await page.getByText('daily-2026-01-01.db').waitFor()
  await page.getByRole('button', { name: say('failed.action.restore-backup') }).click()
  await window.openChannel('general')
  await window.message('Von gestern').waitFor()
  expect(setAside().get('workspace.db')?.equals(damaged)).toBe(true)
})

test('a damaged file without a backup is set aside untouched, and a new workspace can begin', async () => {
  await startWithWorkspace()
  await outpost.close()
  rmSync(path.join(workspaceFolder(), 'backups'), { recursive: true, force: true })
  const damaged = damage(databaseFile())

  await start()
  await untilFailed('corrupt')
  const { page, say } = window
  await page.getByText(say('failed.corrupt.kept')).waitFor()
  expect(await page.getByRole('button', { name: say('failed.action.restore-backup') }).count()).toBe(0)
  // What is known without the workspace is there to be read, and a report of it.
  await page.getByRole('button', { name: say('diagnostics:open') }).click()
  await page.getByText(say('diagnostics:engine.failed'), { exact: true }).waitFor()
  await page.getByRole('button', { name: say('diagnostics:report.create') }).click()
  const report = page.getByRole('group', { name: say('diagnostics:report.content') })
  await report.waitFor()
  const known = JSON.parse((await report.textContent()) ?? '') as object
  expect(known).toMatchObject({ engine: { state: 'failed', failure: 'corrupt' }, store: null, sync: null })
  await page.keyboard.press('Escape')
  await report.waitFor({ state: 'detached' })
  // The keyboard goes back to the dialog below a frame after the upper one is gone.
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]') !== null)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: say('failed.action.start-empty') }).click()
  await window.createWorkspace({ person: 'Mara', workspace: 'Neubeginn' })
  await window.sendMessage('general', 'Neu angefangen')
  expect(setAside().get('workspace.db')?.equals(damaged)).toBe(true)
})

test('a file from a newer version is left as it is, and the page says so', async () => {
  await startWithWorkspace()
  await outpost.close()
  const db = new Database(databaseFile())
  db.pragma('user_version = 9999')
  db.close()
  const before = readFileSync(databaseFile())

  await start()
  await untilFailed('newer-version')
  const { page, say } = window
  await page.getByText('9999').waitFor()
  await page.getByText(say('failed.newer-version.kept')).waitFor()
  expect(await page.getByRole('button', { name: say('failed.action.start-empty') }).count()).toBe(0)
  await page.getByRole('button', { name: say('failed.action.quit') }).click()
  await expect.poll(() => outpost.process.exitCode, { timeout: 20_000 }).toBe(0)
  expect(readFileSync(databaseFile()).equals(before)).toBe(true)
})

test.skipIf(disk === null)(
  'a read-only data folder is told of, and opens when it can be written again [needs to mount as root]',
  async () => {
    if (!disk) return
    disk.mount(dataDir, 100_000_000)
    mounts.push(dataDir)
    await startWithWorkspace()
    await outpost.close()
    disk.setReadOnly(dataDir, true)

    await start()
    await untilFailed('read-only')
    const { page, say } = window
    await page.getByText(workspaceFolder()).first().waitFor()
    disk.setReadOnly(dataDir, false)
    await page.getByRole('button', { name: say('failed.action.retry') }).click()
    await window.openChannel('general')
    await window.message('Von gestern').waitFor()
  },
)

test.skipIf(disk === null)(
  'on a full disk nothing is lost, and it goes on when there is room [needs to mount as root]',
  async () => {
    if (!disk) return
    disk.mount(workspaceFolder(), 6_000_000)
    mounts.push(workspaceFolder())
    await startWithWorkspace()
    const free = fillDisk(workspaceFolder())
    const { page, say } = window
    const long = `Zu lang für die Platte ${'.'.repeat(20_000)}`
    await window.composer('general').fill(long)
    await window.composer('general').press('Enter')
    await page.getByText(say('errors:call.diskFull')).first().waitFor()
    await expect.poll(() => window.composer('general').inputValue()).toBe(long)

    free()
    await window.composer('general').fill('Jetzt ist Platz')
    await window.composer('general').press('Enter')
    await window.message('Jetzt ist Platz').waitFor()
    await window.message('Von gestern').waitFor()
  },
)
