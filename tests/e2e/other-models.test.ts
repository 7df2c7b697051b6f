/**
 * Another model for the search, from the offer in Settings to an answer by it: fetched over a bad line, chosen while the one
 * before serves, all passages embedded again, and damaged on the disk in the end.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { builtInModelId } from '#shared/contract/models.ts'
import { launchOutpost } from '../support/electron-app.ts'
import { startFileServer } from '../support/file-server.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { triedModel } from '../support/tried-model.ts'
import {
  askInWindow,
  paragraph,
  publishArticle,
  runInWindow,
  untilIndexed,
} from '../support/window-content.ts'
import { createAsker } from '../support/window-ask.ts'
import { createWindowDriver } from '../support/window-driver.ts'

const patience = { timeout: 60_000 }
const doorCode = 'Guests open the side door with the code on the reception desk.'
const pumpStep = 'Bleed the pump at the red valve until no more air comes.'

test('a model is fetched over a bad line, chosen, serves when all is embedded, and is reported when damaged', async () => {
  const { model, contents } = triedModel()
  const server = await startFileServer(contents)
  const folder = temporaryFolder()
  const catalogueFile = path.join(folder, 'models.json')
  writeFileSync(catalogueFile, JSON.stringify([model]))
  const dataDir = path.join(folder, 'data')
  const start = async () => {
    const outpost = await launchOutpost({
      dataDir,
      env: { LANGUAGE: 'en', OUTPOST_MODEL_CATALOGUE: catalogueFile },
    })
    onTestFinished(() => outpost.close())
    return { outpost, window: createWindowDriver(outpost.page, 'en') }
  }
  const first = await start()
  const { page, say } = first.window
  await first.window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await publishArticle(page, {
    title: 'Doors of the head office',
    language: 'en',
    content: [paragraph('The front door is locked at night.'), paragraph(doorCode)],
  })
  await publishArticle(page, {
    title: 'Heating in the basement',
    language: 'en',
    content: [paragraph('The pump is loud when there is air in it.'), paragraph(pumpStep)],
  })
  await untilIndexed(page, 2)

  // Offered, with what it is.
  await first.window.openSettings('search')
  const item = page.getByRole('listitem').filter({ hasText: model.name })
  await item.getByText(say('models:models.licence', { licence: model.licence })).waitFor()
  const mirror = page.getByRole('textbox', { name: say('models:models.mirror') })
  await mirror.fill(server.address)
  await mirror.press('Enter')
  await expect
    .poll(async () => (await askInWindow(page, 'model.list', {})).meta.address, patience)
    .toBe(server.address)
  await item.getByRole('button', { name: say('models:models.fetchNamed', { model: model.name }) }).click()
  const dialog = page.getByRole('dialog', { name: say('models:models.fetchTitle', { model: model.name }) })
  await dialog.getByText(`${server.address}/${model.repository}`).waitFor()
  await dialog.getByText(model.licence, { exact: true }).waitFor()
  expect(server.seen).toEqual([])
  await look('dialog')

  // Another file of the same length: thrown away and named.
  const [tokens, bytes] = [...contents].find(([file]) => file.endsWith('tokenizer.json')) ?? ['', Buffer.of()]
  const wrong = Buffer.from(bytes)
  wrong.writeUInt8(wrong.readUInt8(bytes.length - 10) ^ 1, bytes.length - 10)
  server.setFile(tokens, wrong)
  await dialog.getByRole('button', { name: /Download/u }).click()
  await item.getByText(say('models:models.stopped.wrong-checksum', { file: 'tokenizer.json' })).waitFor()
  await look('wrong')
  server.setFile(tokens, bytes)

  // A line that is cut: what came is kept and said.
  const cutAfter = 2_000_000
  server.setMood({ type: 'hang', after: cutAfter })
  const resume = item.getByRole('button', { name: say('models:models.resumeNamed', { model: model.name }) })
  await resume.click()
  await item
    .getByRole('progressbar', { name: say('models:models.fetching', { model: model.name }) })
    .waitFor()
  const weights = model.files.at(-1)
  const before = model.files.slice(0, -1).reduce((sum, file) => sum + file.bytes, 0)
  await expect
    .poll(async () => {
      const row = (await askInWindow(page, 'model.list', {})).rows.find(({ key }) => key === model.id)
      return row?.state.type === 'fetching' ? row.state.doneBytes : 0
    }, patience)
    .toBe(before + cutAfter)
  await look('fetching')
  server.cut()
  await item.getByText(say('models:models.stopped.cut-off')).waitFor()
  await look('cut')
  server.setMood({ type: 'good' })
  await resume.click()
  const use = item.getByRole('button', { name: say('models:models.chooseNamed', { model: model.name }) })
  await use.waitFor(patience)
  expect(server.seen.at(-1)).toMatchObject({ range: `bytes=${String(cutAfter)}-` })
  expect(server.seen.at(-1)?.path).toContain(weights?.path)

  // Chosen. Until all is embedded again, which cannot be while the index pauses, the one before serves.
  await runInWindow(page, 'index.pause', { on: true })
  await use.click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('models:models.choose') })
    .click()
  await item.getByText(say('models:models.standing.next'), { exact: true }).waitFor()
  const asker = createAsker(first.window)
  await (await asker.ask('How do guests get in by the side door?')).getByText(doorCode).waitFor()
  expect((await askInWindow(page, 'index.status', {})).meta.serving?.id).toBe(builtInModelId)
  await first.window.openSettings('search')
  await page.getByRole('button', { name: say('models:index.resume'), exact: true }).click()
  await expect
    .poll(async () => (await askInWindow(page, 'index.status', {})).meta, patience)
    .toMatchObject({
      ...{ state: 'idle', progress: null, next: null, modelError: null },
      serving: { id: model.id, dimensions: model.recipe.dimensions },
    })
  await page.locator('dd').filter({ hasText: model.name }).waitFor()
  await item.getByText(say('models:models.standing.serving'), { exact: true }).waitFor()
  await look('serving')
  const shown = await asker.ask('How do I bleed the pump?')
  await look('answer')
  await shown.getByText(pumpStep).waitFor()
  await first.outpost.close()

  // A bit that fell over on the disk makes no vectors: it is said, and the words still find.
  const file = path.join(dataDir, 'models', model.id, weights?.path ?? '')
  const damaged = readFileSync(file)
  damaged.writeUInt8(damaged.readUInt8(damaged.length - 100) ^ 1, damaged.length - 100)
  writeFileSync(file, damaged)
  const second = await start()
  await second.window.untilReady()
  await second.window.openSettings('search')
  const page2 = second.outpost.page
  await page2.getByText(say('models:index.modelError.broken')).waitFor(patience)
  await (await createAsker(second.window).ask('How do I bleed the pump?')).getByText(pumpStep).waitFor()

  // Taken away, the built-in one comes back by itself.
  await second.window.openSettings('search')
  const item2 = page2.getByRole('listitem').filter({ hasText: model.name })
  await openMore(item2)
  await page2.getByRole('menuitem', { name: say('models:models.remove') }).click()
  await page2
    .getByRole('alertdialog')
    .getByRole('button', { name: say('models:models.remove') })
    .click()
  await expect
    .poll(async () => (await askInWindow(page2, 'index.status', {})).meta, patience)
    .toMatchObject({ state: 'idle', next: null, modelError: null, serving: { id: builtInModelId } })

  async function openMore(row: Locator): Promise<void> {
    await row.getByRole('button', { name: say('models:models.more', { model: model.name }) }).click()
  }
  /** For looking at; only where somebody asks for it. */
  async function look(name: string): Promise<void> {
    const shots = process.env['OUTPOST_SHOTS']
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, `models-${name}.png`) })
  }
})
