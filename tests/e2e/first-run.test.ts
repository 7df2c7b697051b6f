/** The first minute with Outpost, and that nothing of it is lost however the program ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Language } from '#shared/locales/index.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

const opened: OutpostApp[] = []
const folders: string[] = []

afterEach(async () => {
  for (const outpost of opened.splice(0)) await outpost.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function start(
  dataDir: string,
  language: Language,
): Promise<{ outpost: OutpostApp; window: WindowDriver }> {
  const outpost = await launchOutpost({ dataDir, args: [`--lang=${language}`], env: { LANGUAGE: language } })
  opened.push(outpost)
  return { outpost, window: createWindowDriver(outpost.page, language) }
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'outpost-first-'))
  folders.push(folder)
  return folder
}

test.each(['en', 'de'] as const)(
  'a fresh start on a system in "%s" leads to a message and a ticket that are there after closing',
  async (language) => {
    const dataDir = newFolder()
    const first = await start(dataDir, language)
    const { page, say } = first.window
    await page.getByRole('heading', { name: say('welcome.title') }).waitFor()
    const channel = say('welcome.channel')
    await first.window.createWorkspace({ person: 'Mara Lindqvist', workspace: 'Windpark Nord' })
    await first.window.sendMessage(channel, 'Grüße aus dem Maschinenhaus')
    await first.window.createTicket({ title: 'Anlage 7 steht', description: 'Seit heute früh.' })
    await first.outpost.close()

    const second = await start(dataDir, language)
    await second.window.untilReady()
    await expect.poll(() => second.window.page.title()).toContain('Windpark Nord')
    await second.window.page.getByRole('article', { name: 'Anlage 7 steht' }).waitFor()
    await second.window.page.getByText('Seit heute früh.').waitFor()
    await second.window.openChannel(channel)
    await second.window.message('Grüße aus dem Maschinenhaus').waitFor()
  },
)

test('what was sent is there after the shell and the engine are killed in the same moment', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir, 'en')
  await first.window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await first.window.createTicket({ title: 'Anlage 7 steht' })
  await first.window.sendMessage('general', 'Gleich fällt der Strom aus')
  const engine = await first.outpost.engineHostPid()
  if (engine === null) throw new Error('there is no engine')
  process.kill(engine, 'SIGKILL')
  await first.outpost.kill()

  const second = await start(dataDir, 'en')
  await second.window.openChannel('general')
  await second.window.message('Gleich fällt der Strom aus').waitFor()
  await second.window.openView('all')
  await second.window.page.getByRole('option', { name: /Anlage 7 steht/ }).waitFor()
})
