/** What is done with a row of the inbox, how a rest from notifications looks, and the licences, for `npm run screenshots`. */
import type { WindowDriver } from '../tests/support/window-driver.ts'

/** Leaves the window as it was: nothing sleeps, nothing is paused. */
export async function takeInboxScreens(
  window: WindowDriver,
  shoot: (name: string) => Promise<void>,
): Promise<void> {
  const { page, say } = window
  const rows = page.getByRole('listbox').getByRole('option')
  const item = (name: string) => page.getByRole('menuitem', { name })
  await window.goTo('inbox')
  const tab = (name: 'all' | 'direct' | 'snoozed') =>
    page.getByRole('tab', { name: say(`inbox:filter.${name}`) }).click()
  await tab('direct')
  await rows.first().click({ button: 'right', position: { x: 160, y: 20 } })
  await item(say('inbox:reply.action')).waitFor()
  await item(say('notifications:snooze.title')).press('ArrowRight')
  await item(say('notifications:snooze.hour')).waitFor()
  await shoot('inbox-snooze')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await rows.first().click({ button: 'right', position: { x: 160, y: 20 } })
  await item(say('inbox:reply.action')).click()
  await page.getByRole('dialog').getByRole('textbox').waitFor()
  await shoot('inbox-reply')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await rows.first().focus()
  await page.keyboard.press('h')
  await tab('snoozed')
  await rows.first().waitFor()
  await page
    .getByRole('button', { name: say('ui:dismiss') })
    .first()
    .click()
  await shoot('inbox-snoozed')
  await rows.first().click({ button: 'right', position: { x: 160, y: 20 } })
  await item(say('notifications:snooze.wake')).click()
  await rows.first().waitFor({ state: 'detached' })
  await page
    .getByRole('button', { name: say('ui:dismiss') })
    .first()
    .click()
  await tab('all')

  await window.openSettings('notifications')
  await page.getByRole('button', { name: say('notifications:settings.tomorrow'), exact: true }).click()
  const resume = page.getByRole('button', { name: say('notifications:settings.resume') })
  await resume.scrollIntoViewIfNeeded()
  await shoot('settings-rest')
  await resume.click()
  await resume.waitFor({ state: 'detached' })

  await window.openSettings('about')
  await page.getByRole('button', { name: say('settings:about.thirdParty') }).click()
  const dialog = page.getByRole('dialog', { name: say('settings:about.thirdParty') })
  await dialog.locator('details').first().waitFor()
  await shoot('licences')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}
