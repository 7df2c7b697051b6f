/** Files of this device in the real window: a folder is added, read in every format, looked at, and taken out again. */
import { writeFileSync, readFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { docxOf, xlsxOf } from '../support/office-files.ts'
import { pdfOf } from '../support/pdf-writer.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

const patience = { timeout: 60_000 }
const fixture = (name: string): Buffer =>
  readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'library', name))

/** One file of each kind, one that is locked, one that is cut off. */
function writeDocuments(folder: string): void {
  mkdirSync(path.join(folder, 'Pläne'), { recursive: true })
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(path.join(folder, name), content)
  const manual = Array.from({ length: 40 }, (_, index) => ({
    text: `Schritt ${String(index + 1)}: Lager ${String(index + 1)} prüfen.`,
    gap: 16,
  }))
  write(
    'Router.md',
    '# Router\n\nNach einem Stromausfall blinkt die Lampe rot.\n\n1. Stecker ziehen\n2. Warten\n',
  )
  write('Handbuch.pdf', pdfOf([[{ text: 'Störungen', size: 24 }, ...manual], manual]))
  write(
    'Wartung.docx',
    docxOf([{ style: 'heading 1', text: 'Öl wechseln' }, { text: 'Jährlich, bei Windstille.' }]),
  )
  write(
    'Bestand.xlsx',
    xlsxOf({
      Nord: [
        ['Teil', 'Menge'],
        ['Lager', 3],
      ],
    }),
  )
  write('Schild.png', fixture('sign.png'))
  write('gesperrt.pdf', pdfOf([[{ text: 'geheim' }]], { isLocked: true }))
  const whole = docxOf([{ text: 'Abgeschnitten' }])
  write('kaputt.docx', whole.subarray(0, whole.length / 2))
  write('Pläne/Etage 1.html', '<h1>Etage 1</h1><p>Der Verteiler steht im Flur.</p>')
}

async function start(language: 'de' | 'en') {
  const dataDir = temporaryFolder()
  const outpost = await launchOutpost({ dataDir, env: { LANGUAGE: language } })
  onTestFinished(() => outpost.close())
  const window = createWindowDriver(outpost.page, language)
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  return { outpost, window }
}

async function answerDialogs(outpost: OutpostApp, open: string[]): Promise<void> {
  await outpost.app.evaluate(({ dialog, shell }, paths) => {
    const seen = globalThis as unknown as { asked?: string[] }
    const asked = (seen.asked ??= [])
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths })
    dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
      asked.push(`box: ${message}`)
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }) as never
    shell.openPath = (file) => {
      asked.push(`open: ${file}`)
      return Promise.resolve('')
    }
    shell.showItemInFolder = (file) => void asked.push(`show: ${file}`)
  }, open)
}
const asked = (outpost: OutpostApp) =>
  outpost.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)

const fileRow = ({ page }: WindowDriver, name: string) => page.locator('.library-row', { hasText: name })

test('a folder is added, read, looked at file by file, and taken out again', async () => {
  const folder = path.join(temporaryFolder(), 'Anlage Süd')
  writeDocuments(folder)
  const { outpost, window } = await start('de')
  const { page, say } = window
  await window.goTo('knowledge')
  await page.getByText(say('library:sections.files'), { exact: true }).click()
  await page
    .getByRole('heading', { name: say('library:empty.title') })
    .first()
    .waitFor()
  await shoot(window, 'empty')

  await answerDialogs(outpost, [folder])
  await page.getByRole('button', { name: say('library:addFolder') }).click()
  const ready = page.getByText(say('library:roots.state.ready'), { exact: true })
  await expect.poll(() => ready.isVisible(), patience).toBe(true)
  const card = page.locator('.library-card')
  expect(await card.innerText()).toContain(say('library:roots.counts', { indexed: '6', files: '8' }))
  await shoot(window, 'roots')

  // Read in the packaged way: by a thread that finds its libraries, recognition of text included.
  await fileRow(window, 'Schild.png').click()
  await page.getByText('Störung am Zähler').waitFor()
  await fileRow(window, 'Wartung.docx').click()
  await page.getByRole('heading', { name: 'Öl wechseln' }).waitFor()
  await fileRow(window, 'gesperrt.pdf').click()
  await page.getByText(say('library:skip.encrypted')).waitFor()
  await shoot(window, 'skipped')
  await fileRow(window, 'kaputt.docx').click()
  await page.getByText(say('library:skip.broken')).waitFor()
  await fileRow(window, 'Handbuch.pdf').click()
  await page.getByText(say('library:file.page', { number: '1' })).waitFor()
  await shoot(window, 'file')

  await page.getByRole('button', { name: say('library:file.open') }).click()
  await page.getByRole('button', { name: say('library:file.showInFolder') }).click()
  await expect
    .poll(() => asked(outpost), patience)
    .toEqual([`open: ${path.join(folder, 'Handbuch.pdf')}`, `show: ${path.join(folder, 'Handbuch.pdf')}`])
  // What a system could run is asked about first.
  await fileRow(window, 'Etage 1.html').click()
  await page.getByRole('button', { name: say('library:file.open') }).click()
  await expect.poll(async () => (await asked(outpost)).at(-1), patience).toContain('Etage 1.html')
  expect((await asked(outpost)).at(-1)).toMatch(/^box: /)

  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: say('library:roots.more', { name: 'Anlage Süd' }) })
    .first()
    .click()
  await page.getByRole('menuitem', { name: say('library:roots.remove') }).click()
  await page.getByRole('button', { name: say('library:remove.confirm') }).click()
  await page
    .getByRole('heading', { name: say('library:empty.title') })
    .first()
    .waitFor()
})

test('a page names no paths: hostile calls add nothing and open nothing', async () => {
  const { outpost, window } = await start('en')
  const outcome = await window.page.evaluate(async () => {
    const { bridge } = globalThis as unknown as { bridge: Bridge }
    await bridge.addLibrary('drive' as never)
    const made = new File(['x'], '/etc/passwd')
    const left = bridge.dropLibrary([made, { name: '/etc', size: 1 } as never].slice(0, 1))
    const opened: string[] = []
    for (const id of ['../../etc/passwd', '/etc/passwd', '01J00000000000000000000000', {} as never]) {
      opened.push(await bridge.openLibraryFile(id as never), await bridge.showLibraryFile(id as never))
    }
    const roots = await bridge.call({ version: 1, id: 'r', kind: 'query', name: 'library.roots', input: {} })
    return { left, opened, roots: roots.ok ? (roots.value as { rows: unknown[] }).rows : null }
  })
  expect(outcome.left).toBe(1)
  expect(outcome.roots).toEqual([])
  expect(outcome.opened.every((each) => each === 'failed' || each === 'missing')).toBe(true)
  await expect
    .poll(async () => (await outpost.readLog()).filter(({ event }) => event === 'bridge.refused').length)
    .toBeGreaterThan(3)
})

/** For looking at; only where somebody asks for it. */
async function shoot({ page }: WindowDriver, name: string): Promise<void> {
  const folder = process.env['OUTPOST_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `library-${name}.png`) })
}
