/** Files in the real window: chosen, dropped and pasted, sent, shown, saved; and what a page may not do with them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { attach, attachmentsOf, idOf, someBytes, tinyPng, untilState } from '../support/files.ts'
import { joinTeam, untilSynced } from '../support/server-steps.ts'
import { createDevice, setUpServer, startServer } from '../support/sync-world.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

const patience = { timeout: 20_000 }

async function start(dataDir = temporaryFolder()) {
  const outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  onTestFinished(() => outpost.close())
  return { outpost, window: createWindowDriver(outpost.page, 'en') }
}

/** The system's dialogs answer at once. */
async function answerDialogs(outpost: OutpostApp, answers: { open?: string[]; save?: string; box?: number }) {
  await outpost.app.evaluate(({ dialog, shell }, { open, save, box }) => {
    const seen = globalThis as unknown as { asked?: string[] }
    const asked = (seen.asked ??= [])
    dialog.showOpenDialog = () => Promise.resolve({ canceled: !open, filePaths: open ?? [] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: !save, filePath: save ?? '' })
    dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
      asked.push(`box: ${message}`)
      return Promise.resolve({ response: box ?? 0, checkboxChecked: false })
    }) as never
    shell.openPath = (file) => {
      asked.push(`open: ${file}`)
      return Promise.resolve('')
    }
  }, answers)
}
const asked = (outpost: OutpostApp) =>
  outpost.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)

const chips = ({ page, say }: WindowDriver) => page.getByRole('list', { name: say('files:onDraft') })
const attachButton = ({ page, say }: WindowDriver) =>
  page.getByRole('button', { name: say('files:attach') }).first()
const send = async (window: WindowDriver, channel: string) => {
  // A file that is still being copied holds the message back.
  const button = window.page.getByRole('button', { name: window.say('chat:composer.send'), exact: true })
  await expect.poll(() => button.isEnabled(), patience).toBe(true)
  await window.composer(channel).focus()
  await window.page.keyboard.press('Enter')
}

test('files are chosen, taken off, sent, shown and saved; a picture is a picture only by its content', async () => {
  const folder = temporaryFolder()
  const write = (name: string, bytes: Uint8Array | string) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, name), bytes)
    return path.join(folder, name)
  }
  const picture = write('anlage.png', tinyPng)
  const report = write('bericht.txt', 'Rotor 7 steht')
  const fake = write('falsch.png', '<!doctype html><script>document.title = "ran"</script>')
  const { outpost, window } = await start()
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.openChannel('general')
  await answerDialogs(outpost, { open: [picture, report, fake], save: path.join(folder, 'copy.txt') })
  await attachButton(window).click()
  await expect.poll(() => chips(window).getByRole('listitem').count(), patience).toBe(3)
  await window.page.getByRole('button', { name: window.say('files:remove', { name: 'bericht.txt' }) }).click()
  await expect.poll(() => chips(window).getByRole('listitem').count(), patience).toBe(2)
  await answerDialogs(outpost, { open: [report], save: path.join(folder, 'copy.txt') })
  await attachButton(window).click()
  await expect.poll(() => chips(window).getByRole('listitem').count(), patience).toBe(3)
  // Nothing is typed: the files are the message.
  await send(window, 'general')
  const message = window.page.getByRole('list', { name: window.say('files:ofEntry') })
  await message.waitFor()
  await expect.poll(() => chips(window).count(), patience).toBe(0)
  const images = message.getByRole('img')
  await expect.poll(() => images.count(), patience).toBe(1)
  await expect
    .poll(() => images.evaluate((image) => (image as HTMLImageElement).naturalWidth), patience)
    .toBe(1)
  await message.getByRole('button', { name: window.say('files:more', { name: 'bericht.txt' }) }).click()
  await window.page.getByRole('menuitem', { name: window.say('files:save') }).click()
  await expect.poll(() => existsSync(path.join(folder, 'copy.txt')), patience).toBe(true)
  expect(readFileSync(path.join(folder, 'copy.txt'), 'utf8')).toBe('Rotor 7 steht')

  // The door serves pictures of this workspace and nothing else.
  const load = (url: string) =>
    window.page.evaluate(
      (address) =>
        new Promise<boolean>((resolve) => {
          const image = new Image()
          image.onload = () => resolve(true)
          image.onerror = () => resolve(false)
          image.src = address
        }),
      url,
    )
  expect(await load(`outpost-blob://blob/${idOf(tinyPng)}`)).toBe(true)
  expect(await load(`outpost-blob://blob/${idOf(readFileSync(fake))}`)).toBe(false)
  expect(await load(`outpost-blob://blob/${'f'.repeat(64)}`)).toBe(false)
  expect(await load(`outpost-blob://blob/../${idOf(tinyPng)}?x`)).toBe(false)
})

test('what is dropped and pasted comes along; a page cannot name a path', async () => {
  const { outpost, window } = await start()
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.openChannel('general')
  const { page } = window
  const secret = path.join(temporaryFolder(), 'secret.txt')
  writeFileSync(secret, 'not for pages')
  const composer = await window.composer('general').elementHandle()
  // A file that a page makes has no path, whatever it is called; its bytes are what the page has anyway.
  const drop = (type: 'drop' | 'paste') =>
    page.evaluate(
      ([element, kind, name]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File(['from the page'], name, { type: 'text/plain' }))
        const event =
          kind === 'drop'
            ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
        ;(element as HTMLElement).dispatchEvent(event)
      },
      [composer, type, type === 'drop' ? secret : 'pasted.txt'] as const,
    )
  await drop('drop')
  await expect.poll(() => chips(window).getByRole('listitem').count(), patience).toBe(1)
  await drop('paste')
  const rows = page.getByRole('list', { name: window.say('files:ofEntry') }).getByRole('listitem')
  // The same content again is the same file. While it is copied, sending waits.
  await expect
    .poll(async () => {
      if ((await rows.count()) === 0) await send(window, 'general')
      return rows.count()
    }, patience)
    .toBe(1)
  await expect.poll(() => rows.first().textContent(), patience).toContain('secret.txt')
  const copy = path.join(temporaryFolder(), 'copy.txt')
  await answerDialogs(outpost, { save: copy })
  await rows
    .first()
    .getByRole('button', { name: window.say('files:more', { name: 'secret.txt' }) })
    .click()
  await page.getByRole('menuitem', { name: window.say('files:save') }).click()
  await expect.poll(() => existsSync(copy), patience).toBe(true)
  expect(readFileSync(copy, 'utf8')).toBe('from the page')

  // Paths in calls are refused, and so is what is no file of this workspace.
  const tried = await page.evaluate(async (file) => {
    const { bridge } = window as unknown as { bridge: Bridge }
    await bridge.chooseFiles(file)
    const outcomes = [
      await bridge.saveFile({ id: file as never, name: 'x' }),
      await bridge.openFile({ id: 'a'.repeat(64) as never, name: file }),
    ]
    const answer = await bridge.call({
      version: 1,
      id: 'hostile',
      kind: 'command',
      name: 'draftFile.attach',
      input: { draftKey: 'channel/x', path: file },
    })
    return [...outcomes, answer.ok]
  }, secret)
  expect(tried).toEqual(['failed', 'missing', false])
})

test('from one desktop over the server to another device and back; programs are opened only on one’s word', async () => {
  const server = await startServer()
  const ada = createDevice({ seed: 1 })
  await setUpServer(server, ada)
  const channelId = ada.nextId<never>()
  ada.must('channel.create', { channelId, name: 'Leitstand' })
  await ada.untilSynced()
  const { outpost, window } = await start()
  const { link } = await ada.request('server.createInvite', { role: 'agent' })
  await joinTeam(window, { link, person: 'Bob Brandt', email: 'bob@example.org' })
  await untilSynced(window)
  await window.openChannel('Leitstand')

  const fromAda = [
    await attach(ada, `channel/${channelId as string}`, 'bild.png', tinyPng),
    await attach(ada, `channel/${channelId as string}`, 'setup.exe', someBytes(50_000)),
  ]
  ada.must('chat.send', {
    channelId,
    messageId: ada.nextId(),
    text: 'two for you',
    attachments: fromAda.flatMap(({ state, name }) =>
      state.type === 'ready' ? [{ id: state.id, name }] : [],
    ),
  })
  const rows = window.page.getByRole('list', { name: window.say('files:ofEntry') }).getByRole('listitem')
  await expect.poll(() => rows.count(), patience).toBe(2)
  // Small pictures come by themselves, other files when they are asked for.
  await expect.poll(() => rows.getByRole('img').count(), patience).toBe(1)
  await window.page
    .getByRole('button', { name: window.say('files:fetchNamed', { name: 'setup.exe' }) })
    .click()
  const open = rows.getByRole('button', { name: 'setup.exe', exact: true })
  await open.waitFor(patience)
  await answerDialogs(outpost, { box: 0 })
  await open.click()
  await expect
    .poll(() => asked(outpost), patience)
    .toEqual([window.say('shell:file.programTitle', { name: 'setup.exe' }).replace(/^/, 'box: ')])

  const back = path.join(temporaryFolder(), 'antwort.pdf')
  writeFileSync(back, someBytes(1_500_000, 4))
  await answerDialogs(outpost, { open: [back] })
  await attachButton(window).click()
  await expect.poll(() => chips(window).getByRole('listitem').count(), patience).toBe(1)
  await send(window, 'Leitstand')
  const { id } = await untilState(ada, channelId, 'on-server', 20_000)
  expect(id).toBe(idOf(someBytes(1_500_000, 4)))
  expect((await attachmentsOf(ada, channelId)).map(({ name }) => name)).toEqual(['antwort.pdf'])
})

test('a file that is dragged in from the system comes by its path, through the system’s own drop', async () => {
  const { window } = await start()
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.openChannel('general')
  const file = path.join(temporaryFolder(), 'gross.bin')
  // More than may come through the clipboard's way.
  const bytes = someBytes(30_000_000)
  writeFileSync(file, bytes)
  const box = await window.composer('general').boundingBox()
  if (!box) throw new Error('the composer is on screen')
  const session = await window.page.context().newCDPSession(window.page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + 10,
      y: box.y + 10,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    })
  }
  const chip = chips(window).getByRole('listitem')
  await expect.poll(() => chip.textContent(), patience).toContain('30')
  expect(await chip.textContent()).toContain('gross.bin')
})
