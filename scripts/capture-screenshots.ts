/** Quick capture's window for `npm run screenshots`: it is a window of its own, small as it comes up. */
import path from 'node:path'
import type { Language } from '#shared/locales/index.ts'
import type { OutpostApp } from '../tests/support/electron-app.ts'

export interface CaptureScreensOptions {
  readonly outpost: OutpostApp
  readonly language: Language
  readonly theme: string
  readonly folder: string
}

const written: Readonly<Record<Language, { readonly ticket: string; readonly note: string }>> = {
  en: {
    ticket:
      'Label printer in hall 3 prints blank pages\nSince this morning, from tray 2 only. The driver was updated last night.',
    note: 'Spare fuses are in cabinet 7, behind the ladder',
  },
  de: {
    ticket:
      'Etikettendrucker in Halle 3 druckt leere Seiten\nSeit heute früh, nur aus Fach 2. Gestern Abend kam ein neuer Treiber.',
    note: 'Ersatzsicherungen liegen in Schrank 7, hinter der Leiter',
  },
}

/** In the theme that is shown; leaves nothing behind but one note. */
export async function takeCaptureScreens(options: CaptureScreensOptions): Promise<void> {
  const { outpost, language, theme, folder } = options
  // One that was just closed is listed for a moment longer.
  const isCapture = (page: (typeof open)[number]): Promise<boolean> =>
    page.evaluate(() => document.querySelector('.capture') !== null).catch(() => false)
  const open = outpost.app.windows()
  const known = await Promise.all(open.map(isCapture))
  const old = open.find((_page, index) => known[index])
  const [page] = await Promise.all([old ?? outpost.app.waitForEvent('window'), outpost.clickMenu('capture')])
  const text = page.locator('textarea')
  await text.waitFor()
  await page.locator(`html[data-theme="${theme}"]`).waitFor()
  const shoot = async (name: string): Promise<void> => {
    const file = `capture-${name}-${theme}-${language}.png`
    await page.screenshot({ path: path.join(folder, file), animations: 'disabled', caret: 'hide' })
    process.stdout.write(`${file}\n`)
  }
  await text.press('Control+3')
  await text.fill(written[language].ticket)
  await page.locator('.capture-fields').waitFor()
  await shoot('ticket')
  await text.press('Control+1')
  await text.fill(written[language].note)
  await page.locator('.capture-hint').waitFor()
  await shoot('note')
  await text.press('Control+Enter')
  await page.locator('.capture-saved').waitFor()
  await shoot('saved')
  await text.press('Control+z')
  await page.locator('.capture-saved').waitFor({ state: 'detached' })
  await text.fill('')
  await page.keyboard.press('Escape')
}
