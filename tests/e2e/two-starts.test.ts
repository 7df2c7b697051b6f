/** Starting twice: on one profile the first window comes to the front, two profiles live side by side. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchOutpost, runOutpost, type OutpostApp } from '../support/electron-app.ts'
import { createWindowDriver } from '../support/window-driver.ts'

let folder: string
const opened: OutpostApp[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-two-'))
})

afterEach(async () => {
  for (const outpost of opened.splice(0)) await outpost.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function start(profile: string): Promise<OutpostApp> {
  const outpost = await launchOutpost({
    profile,
    dataDir: path.join(folder, profile),
    env: { LANGUAGE: 'en' },
  })
  opened.push(outpost)
  return outpost
}

test('the second start on a profile ends at once and brings the first window to the front', async () => {
  const first = await start('alice')
  const isVisible = () =>
    first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isVisible()),
    )
  await expect.poll(isVisible).toEqual([true])
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const second = await runOutpost([`--data-dir=${path.join(folder, 'alice')}`, '--profile=alice'])
  expect(second.code).toBe(0)
  await expect.poll(isVisible).toEqual([true])
  await expect
    .poll(() => first.readLog())
    .toContainEqual(expect.objectContaining({ event: 'shell.second-start' }))
})

test('two profiles are open side by side, each with its own workspace and its name in the title', async () => {
  const [alice, bob] = await Promise.all([start('alice'), start('bob')])
  const [first, second] = [createWindowDriver(alice.page), createWindowDriver(bob.page)]
  await first.createWorkspace({ person: 'Alice', workspace: 'Nord' })
  await second.createWorkspace({ person: 'Bob', workspace: 'Süd' })
  await first.sendMessage('general', 'Nur bei Alice')
  await second.openChannel('general')
  expect(await second.message('Nur bei Alice').count()).toBe(0)
  const titles = await Promise.all(
    [alice, bob].map(({ app }) =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()),
    ),
  )
  expect(titles).toEqual(['Nord – Outpost (alice)', 'Süd – Outpost (bob)'])
})

test('each profile has a folder of its own under the one of the system', async () => {
  // Where Electron looks for it on Linux; macOS and Windows ask the system.
  if (process.platform !== 'linux') return
  const env = { XDG_CONFIG_HOME: folder }
  const reports = await Promise.all(
    ['alice', 'bob'].map((profile) => runOutpost(['--smoke', `--profile=${profile}`], env)),
  )
  for (const { code, stdout } of reports) {
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ ok: true })
  }
  expect(readdirSync(path.join(folder, 'Outpost', 'profiles')).sort()).toEqual(['alice', 'bob'])
})
