/** Every screen and dialog in every theme by axe, and a day's work with the keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { visitScreens, type Screen } from '../support/screens.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let outpost: OutpostApp
let window: WindowDriver

beforeAll(async () => {
  outpost = await launchOutpost({ demo: true, env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
  await window.untilReady()
})

afterAll(() => outpost.close())

/**
 * What axe finds above "minor" on what is in front, one line each.
 * @param rules some of its rules only; left out: all
 */
async function findProblems(screen: string, rules?: readonly string[]): Promise<readonly string[]> {
  // The other mode opens a page of its own for the results, which an Electron window has not.
  const axe = new AxeBuilder({ page: window.page }).setLegacyMode(true)
  if (rules) axe.withRules([...rules])
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, impact, nodes }) =>
      nodes
        .filter(({ html }) => !isKnown(id, html))
        .map(({ target, html, failureSummary }) => {
          const why = failureSummary?.split('\n').slice(1, 3).join(' ').trim() ?? ''
          return `${screen}: ${id} (${impact}) ${target.join(' ')}: ${why} ${html.slice(0, 400)}`
        }),
    )
}

/** What axe cannot see from where it looks. */
function isKnown(rule: string, html: string): boolean {
  // The list of a picker scrolls by the arrow keys of the field above it, which keeps the focus.
  if (rule === 'scrollable-region-focusable')
    return html.includes('role="listbox"') && html.includes('ticket-picker-list')
  // A popover is a dialog; axe looks at the element around it that places it.
  return rule === 'region' && html === '<div style="display: contents;">'
}

/** Where colours are that no other screen has. */
function isOfManyColours({ name }: Screen): boolean {
  return /^(inbox|chat|ticket|ticket-list|ticket-list-filtered|new-ticket|knowledge|article|search|ask|ask-welcome|ask-not-found|settings-appearance|palette)$/.test(
    name,
  )
}

async function setTheme(theme: 'light' | 'dark' | 'high-contrast'): Promise<void> {
  const { page, say } = window
  await window.openSettings('appearance')
  await window.chooseSetting(say('settings:theme.label'), say(`settings:theme.${theme}`))
  await page.locator(`html[data-theme="${theme}"]`).waitFor()
}

test('axe finds nothing above minor on any screen or dialog', async () => {
  await setTheme('light')
  const problems: string[] = []
  await visitScreens(window, async ({ name }) => {
    problems.push(...(await findProblems(name)))
  })
  expect(problems).toEqual([])
})

// The document is the same in every theme; what differs is its colours.
test.each(['dark', 'high-contrast'] as const)('all words are readable in the theme "%s"', async (theme) => {
  await setTheme(theme)
  const problems: string[] = []
  await visitScreens(
    window,
    async ({ name }) => {
      problems.push(...(await findProblems(name, ['color-contrast'])))
    },
    isOfManyColours,
  )
  expect(problems).toEqual([])
})
