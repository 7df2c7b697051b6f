/** A language model's file in the real program: chosen in the system's dialog, shown what it gets, and it writes an answer. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { launchOutpost } from '../support/electron-app.ts'
import { networkAttempts } from '../support/net-log.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { tinyGguf } from '../support/tiny-gguf.ts'
import { askInWindow, paragraph, publishArticle, steps, untilIndexed } from '../support/window-content.ts'
import { createAsker } from '../support/window-ask.ts'
import { createWindowDriver } from '../support/window-driver.ts'

const patience = { timeout: 60_000 }
const step = 'Halten Sie die Reset-Taste zehn Sekunden lang gedrückt.'

test('a model file is added, answers with a source, and its process ends with the program', async () => {
  const folder = temporaryFolder()
  const netLog = path.join(folder, 'net.json')
  const outpost = await launchOutpost({
    dataDir: path.join(folder, 'data'),
    args: [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'],
    env: { LANGUAGE: 'de' },
  })
  onTestFinished(() => outpost.close())
  const window = createWindowDriver(outpost.page, 'de')
  const { page, say } = window
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await publishArticle(page, {
    title: 'Router nach einem Stromausfall',
    language: 'de',
    content: [
      paragraph('Nach einem Stromausfall blinkt der Router rot, weil er seine Einwahl verloren hat.'),
      steps(step, 'Warten Sie, bis die Leuchte grün blinkt.'),
    ],
  })
  await untilIndexed(page, 1)

  const model = path.join(folder, 'Papagei 2M.gguf')
  const says = [
    'Halten',
    ' Sie',
    ' die',
    ' Reset-Taste',
    ' zehn',
    ' Sekunden',
    ' lang',
    ' gedrückt',
    ' [1]',
    '.',
  ]
  writeFileSync(model, tinyGguf({ says }))
  const wrong = path.join(folder, 'Urlaub.gguf')
  writeFileSync(wrong, 'no model')
  const choose = (file: string) =>
    outpost.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    }, file)

  await window.openSettings('search')
  const add = page.getByRole('button', { name: say('models:providers.addFile') })
  await choose(wrong)
  await add.click()
  await page.getByText(say('models:providers.fileNot.no-model')).waitFor()
  await choose(model)
  await add.click()
  const item = page.getByRole('listitem').filter({ hasText: 'Papagei 2M.gguf' })
  await item.getByText(say('models:providers.reach.device')).waitFor()
  // The same file again is the same provider, and no page learns where it lies.
  await add.click()
  const { rows } = await askInWindow(page, 'provider.list', {})
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(folder)
  await item
    .getByRole('button', { name: say('models:providers.changeNamed', { name: 'Papagei 2M' }) })
    .click()
  const dialog = page.getByRole('dialog', {
    name: say('models:providers.changeTitle', { name: 'Papagei 2M' }),
  })
  await dialog.getByRole('button', { name: say('models:providers.check'), exact: true }).click()
  await dialog.getByText(/Die Datei ist lesbar/u).waitFor()
  await look('dialog')
  await dialog.getByRole('textbox', { name: say('models:providers.name') }).fill('Der Papagei')
  await dialog.getByRole('button', { name: say('models:providers.save') }).click()
  await item.filter({ hasText: 'Der Papagei' }).waitFor()
  await look('list')

  const asker = createAsker(window)
  await window.goTo('ask')
  await page.getByRole('button', { name: new RegExp(say('ask:box.with'), 'u') }).click()
  await page.getByRole('option', { name: /Der Papagei/u }).click()
  const shown = await asker.ask('Router blinkt rot nach Stromausfall')
  await shown.getByText(say('ask:approval.title', { provider: 'Der Papagei' })).waitFor()
  await look('approval')
  await shown.getByRole('button', { name: say('ask:approval.send'), exact: true }).click()
  await shown
    .getByText(/Halten Sie die Reset-Taste zehn Sekunden lang gedrückt/u)
    .first()
    .waitFor(patience)
  await look('answer')
  await expect.poll(() => shown.getByText(say('ask:answer.unsupported')).count()).toBe(0)
  await asker.follow(shown, 'Reset-Taste')
  expect(await asker.untilMarked()).toContain('Reset-Taste zehn Sekunden')

  const models = () =>
    outpost.app.evaluate(({ app }) =>
      app.getAppMetrics().flatMap(({ name, pid }) => (name === 'Outpost language model' ? [pid] : [])),
    )
  const [pid] = await models()
  expect(pid).toBeDefined()
  await outpost.close()
  await expect.poll(() => isRunning(pid), patience).toBe(false)
  expect(networkAttempts(netLog)).toEqual([])

  function isRunning(id: number | undefined): boolean {
    try {
      process.kill(id ?? 0, 0)
      // Ended, and not yet taken note of by who started it.
      return !/\) Z /u.test(readFileSync(`/proc/${String(id)}/stat`, 'utf8'))
    } catch {
      return false
    }
  }
  /** For looking at; only where somebody asks for it. */
  async function look(name: string): Promise<void> {
    const shots = process.env['OUTPOST_SHOTS']
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, `file-${name}.png`) })
  }
})
