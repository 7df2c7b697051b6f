/** A ticket and a conversation in windows of their own, for `npm run screenshots`. They close again afterwards. */
import type { OutpostApp } from '../tests/support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../tests/support/window-driver.ts'
import type { Language } from '#shared/locales/index.ts'

export async function takeOwnWindows(
  outpost: OutpostApp,
  main: WindowDriver,
  language: Language,
  channel: string,
  shoot: (window: WindowDriver, name: string) => Promise<void>,
): Promise<void> {
  const open = async (act: () => Promise<void>): Promise<WindowDriver> => {
    const [page] = await Promise.all([outpost.app.waitForEvent('window'), act()])
    return createWindowDriver(page, language)
  }
  const { page, say } = main
  await main.openView('mine')
  await page.getByRole('listbox').getByRole('option').nth(2).click()
  const ticket = await open(() =>
    page
      .getByRole('main')
      .getByRole('button', { name: say('window.open') })
      .click(),
  )
  await ticket.conversation().getByRole('listitem').first().waitFor()
  await shoot(ticket, 'window-ticket')
  await main.goTo('chat')
  const chat = await open(() =>
    page
      .locator('[data-channel]')
      .filter({ hasText: channel })
      .click({ modifiers: ['Control'] }),
  )
  await chat.messageLog(channel).getByRole('article').last().waitFor()
  await shoot(chat, 'window-chat')
  for (const own of [ticket, chat]) {
    const closed = own.page.waitForEvent('close')
    const handle = await outpost.app.browserWindow(own.page)
    await handle.evaluate((window: { close(): void }) => window.close())
    await closed
  }
}
