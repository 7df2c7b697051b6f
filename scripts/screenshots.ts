/**
 * npm run screenshots: the main screens in real Electron with the sample work, light and dark, English and German, into
 * docs/screenshots. Names such as chat-dark-de.png; always in the same order.
 *
 * Where the font Inter is installed, the window draws with it, so that pictures of different Linux machines look alike.
 */
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Language } from '#shared/locales/index.ts'
import { launchOutpost, type OutpostApp } from '../tests/support/electron-app.ts'
import { untilIndexed } from '../tests/support/window-content.ts'
import { createWindowDriver, type WindowDriver } from '../tests/support/window-driver.ts'
import { takeCaptureScreens } from './capture-screenshots.ts'
import { projectRoot } from './lib/project.mjs'
import { takeInboxScreens } from './inbox-screenshots.ts'
import { takeOwnWindows } from './own-window-screenshots.ts'
import { takeServerScreens } from './server-screenshots.ts'

const folder = path.join(projectRoot, 'docs', 'screenshots')
const size = { width: 1360, height: 860 }
const languages = ['en', 'de'] as const satisfies readonly Language[]
const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

/** The sample company writes in both languages; what is opened fits the one that is shown. */
const channels: Readonly<Record<Language, string>> = { en: 'field-north', de: 'field-süd' }
const words: Readonly<Record<Language, string>> = { en: 'printer', de: 'drucker' }
const questions: Readonly<Record<Language, string>> = {
  en: 'Router blinks red after a power cut',
  de: 'Router blinkt rot nach Stromausfall',
}

const scratch = fs.mkdtempSync(path.join(tmpdir(), 'outpost-screenshots-'))

type Environment = Readonly<Record<string, string | undefined>>

/** In the order that they are taken; each leaves the window as the next can begin with it. */
const views: Readonly<Record<string, (window: WindowDriver, language: Language) => Promise<void>>> = {
  async inbox(window) {
    await window.goTo('inbox')
    await window.page.getByRole('listbox').getByRole('option').first().waitFor()
  },
  async chat(window, language) {
    const channel = channels[language]
    await window.openChannel(channel)
    await window.messageLog(channel).getByRole('article').last().waitFor()
    await window.composer(channel).focus()
  },
  async 'ticket-list'(window) {
    await window.openView('active')
    await window.page.getByRole('listbox').getByRole('option').first().waitFor()
    await window.page.getByRole('listbox').press('Home')
  },
  async ticket(window) {
    await window.openView('mine')
    await window.page.getByRole('listbox').getByRole('option').nth(2).click()
    await window.conversation().getByRole('listitem').first().waitFor()
    // What helps beside it comes out of the index.
    await untilIndexed(window.page, 1)
    await window.page.locator('.help-row').first().waitFor()
  },
  async search(window, language) {
    await (await window.search(words[language])).first().waitFor()
  },
  async ask(window, language) {
    const { page } = window
    await askIn(window, questions[language])
    const cited = page.getByRole('article', { name: questions[language], exact: true }).locator('.ask-cite')
    await cited.first().waitFor()
  },
  /** Where the first source leads: the words that the answer rests on are marked. */
  async 'ask-source'(window, language) {
    const { page } = window
    await askIn(window, questions[language])
    await page
      .getByRole('article', { name: questions[language], exact: true })
      .locator('.ask-cite')
      .first()
      .click()
    await page.locator('.quote-status[data-state="marked"]').waitFor()
  },
  async 'ask-welcome'(window) {
    // The mark goes first, else it would take the next Escape.
    await window.page.keyboard.press('Escape')
    await window.goTo('ask')
    await window.page
      .getByRole('button', { name: window.say('ask:history.new') })
      .first()
      .click()
    await window.page.getByText(window.say('ask:welcome.title')).waitFor()
  },
  async knowledge(window, language) {
    const { page, say } = window
    await window.goTo('knowledge')
    // The label of a radio button, which is what one presses.
    await page
      .getByText(say(`knowledge:languages.${language}`), { exact: true })
      .first()
      .click()
    const articles = page.getByRole('list', { name: say('knowledge:list') }).getByRole('button')
    await articles.nth(4).click()
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  },
  settings: (window) => window.openSettings('appearance'),
  async 'settings-search'(window) {
    await window.openSettings('general')
    await window.page.getByRole('combobox', { name: window.say('settings:search') }).fill('noti')
    await window.page.keyboard.press('ArrowDown')
    await window.page.locator('.setting[data-marked="true"]').waitFor()
  },
  async diagnostics(window) {
    await window.page.getByRole('combobox', { name: window.say('settings:search') }).fill('')
    await window.openSettings('diagnostics')
    await window.page.getByRole('region', { name: window.say('diagnostics:group.counts') }).waitFor()
  },
  async palette(window, language) {
    await window.goTo('inbox')
    await window.page.keyboard.press('Control+K')
    const palette = window.page.getByRole('dialog', { name: window.say('ui:palette.label') })
    await palette.getByRole('combobox').fill(words[language].slice(0, 5))
    await palette.getByText(window.say('shell:group.tickets'), { exact: true }).waitFor()
    await palette.getByText(window.say('shell:group.articles'), { exact: true }).waitFor()
  },
}

try {
  fs.mkdirSync(folder, { recursive: true })
  const env = { FONTCONFIG_FILE: writeFontConfig() }
  for (const language of languages) {
    await takeFirstRun(language, env)
    await takeScreens(language, env)
    await takeServerScreens({
      language,
      folder: path.join(scratch, `server-${language}`),
      start: (profile) => start(`${profile}-${language}`, language, env, false),
      inThemes: async (window, take) => {
        for (const theme of themes) {
          await chooseTheme(window, theme)
          await take((name) => shoot(window, name, theme, language))
        }
      },
      inFirstRun: async (window, take) => {
        for (const theme of themes) {
          await chooseFirstTheme(window, theme)
          await take((name) => shoot(window, name, theme, language))
        }
      },
    })
  }
} catch (error) {
  // First of all what went wrong: a program that still runs keeps its folder from being deleted.
  console.error(error)
  process.exitCode = 1
} finally {
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
}

async function askIn({ page, say, goTo }: WindowDriver, question: string): Promise<void> {
  await untilIndexed(page, 1)
  await goTo('ask')
  const field = page.getByRole('textbox', { name: say('ask:box.label') })
  await field.fill(question)
  await field.press('Enter')
}

async function takeFirstRun(language: Language, env: Environment): Promise<void> {
  const outpost = await start(`first-${language}`, language, env, false)
  const window = createWindowDriver(outpost.page, language)
  const { page, say } = window
  for (const theme of themes) {
    await chooseFirstTheme(window, theme)
    await page.getByRole('textbox', { name: say('welcome.yourName') }).focus()
    await shoot(window, 'first-run', theme, language)
  }
  await outpost.close()
}

async function takeScreens(language: Language, env: Environment): Promise<void> {
  const outpost = await start(`demo-${language}`, language, env, true)
  const window = createWindowDriver(outpost.page, language)
  await window.untilReady()
  for (const theme of themes) {
    await chooseTheme(window, theme)
    for (const [name, show] of Object.entries(views)) {
      await show(window, language)
      await shoot(window, name, theme, language)
    }
    await outpost.page.keyboard.press('Escape')
    await takeOwnWindows(outpost, window, language, channels[language], (own, name) =>
      shoot(own, name, theme, language),
    )
    await takeInboxScreens(window, (name) => shoot(window, name, theme, language))
    await takeCaptureScreens({ outpost, language, theme, folder })
  }
  await outpost.close()
}

async function chooseFirstTheme({ page, say }: WindowDriver, theme: Theme): Promise<void> {
  await page.getByText(say(`settings:theme.${theme}`), { exact: true }).click()
  await page.locator(`html[data-theme="${theme}"]`).waitFor()
}

async function chooseTheme(window: WindowDriver, theme: Theme): Promise<void> {
  const { page, say } = window
  await window.openSettings('appearance')
  await window.chooseSetting(say('settings:theme.label'), say(`settings:theme.${theme}`))
  await page.locator(`html[data-theme="${theme}"]`).waitFor()
}

async function start(
  profile: string,
  language: Language,
  env: Environment,
  demo: boolean,
): Promise<OutpostApp> {
  const outpost = await launchOutpost({
    demo,
    dataDir: path.join(scratch, profile),
    env: { ...env, LANGUAGE: language },
    args: [`--lang=${language}`, '--force-device-scale-factor=1'],
  })
  await outpost.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(bounds.width, bounds.height)
  }, size)
  await outpost.page.waitForFunction(
    (wanted) => innerWidth === wanted.width && innerHeight === wanted.height,
    size,
  )
  return outpost
}

async function shoot(window: WindowDriver, name: string, theme: Theme, language: Language): Promise<void> {
  const { page } = window
  // Off everything that reacts to the pointer, and without tooltips.
  // In small windows that is outside.
  await page.mouse.move(size.width - 1, size.height - 1)
  await page.getByRole('tooltip').waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready)
  const file = `${name}-${theme}-${language}.png`
  await page.screenshot({ path: path.join(folder, file), animations: 'disabled', caret: 'hide' })
  process.stdout.write(`${file}\n`)
}

/** Makes Inter the window's "system-ui" for this program only; the machine's own settings stay as they are. */
function writeFontConfig(): string | undefined {
  if (process.platform !== 'linux') return undefined
  const file = path.join(scratch, 'fonts.conf')
  const aliases = ['system-ui', 'sans-serif', 'Segoe UI', 'Ubuntu', 'Cantarell']
    .map(
      (name) =>
        `<match><test name="family"><string>${name}</string></test><edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit></match>`,
    )
    .join('\n')
  fs.writeFileSync(
    file,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n${aliases}\n</fontconfig>\n`,
  )
  return file
}
