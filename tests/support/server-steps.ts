/** What a person at the window does with a server: sets it up, invites, joins, and looks at how sync is doing. */
import { expect } from 'vitest'
import type { Locator } from 'playwright-core'
import type { OutpostApp } from './electron-app.ts'
import { escape, type WindowDriver } from './window-driver.ts'

/** At least ten characters. */
export const password = 'sieben Möwen im Wind'

export interface Newcomer {
  readonly link: string
  readonly person: string
  readonly email: string
}

/** Back-off may be at a minute when the server comes back; a test that waits for it says so by itself. */
const syncTimeoutMs = 75_000
/** For what is polled, as long as a step at the window may take. */
export const patience = { timeout: 20_000 }

/** From the first run. */
export async function setUpServer(
  window: WindowDriver,
  { link, person, email, workspace }: Newcomer & { readonly workspace: string },
): Promise<void> {
  const { page, say } = window
  await page.getByRole('button', { name: say('server:first.setUp') }).click()
  const dialog = page.getByRole('dialog', { name: say('server:setUp.title') })
  await field(dialog, say('server:field.link.setup')).fill(link)
  await field(dialog, say('server:field.workspaceName')).fill(workspace)
  await field(dialog, say('server:field.yourName')).fill(person)
  await field(dialog, say('server:field.email')).fill(email)
  await field(dialog, say('server:field.newPassword')).fill(password)
  await dialog.getByRole('button', { name: say('server:setUp.act') }).click()
  await window.untilReady()
}

/** From the first run, by a link that is pasted. */
export async function joinTeam(window: WindowDriver, { link, ...who }: Newcomer): Promise<void> {
  await openJoinDialog(window, link)
  await readInvite(window)
  await acceptInvite(window, who)
  await window.untilReady()
}

/** Pastes the link into the first run. */
export async function openJoinDialog({ page, say }: WindowDriver, link: string): Promise<void> {
  const way = page.getByRole('region', { name: say('server:first.title') })
  await field(way, say('server:field.link.join')).fill(link)
  await way.getByRole('button', { name: say('server:first.join'), exact: true }).click()
}

/** In the dialog, with a link in its field. */
export async function readInvite(window: WindowDriver): Promise<void> {
  await joinDialog(window)
    .getByRole('button', { name: window.say('server:join.next') })
    .click()
}

/** In the dialog's second step. */
export async function acceptInvite(
  window: WindowDriver,
  who: Omit<Newcomer, 'link'>,
  typed = password,
): Promise<void> {
  await fillIn(window, who, typed)
  const act = window.say('server:join.act', { workspace: '\0' }).split('\0').map(escape).join('.+')
  await joinDialog(window)
    .getByRole('button', { name: new RegExp(`^${act}$`, 'u') })
    .click()
}

export async function fillIn(
  window: WindowDriver,
  { person, email }: Omit<Newcomer, 'link'>,
  typed = password,
): Promise<void> {
  const { say } = window
  const dialog = joinDialog(window)
  await field(dialog, say('server:field.yourName')).fill(person)
  await field(dialog, say('server:field.email')).fill(email)
  await field(dialog, say('server:field.password')).fill(typed)
}

export function joinDialog({ page, say }: WindowDriver): Locator {
  return page.getByRole('dialog', { name: say('server:join.title') })
}

/** By the beginning of its label: where it must not be left empty, a mark follows. */
export function field(within: Locator, label: string): Locator {
  return within.getByLabel(new RegExp(`^${escape(label)}`, 'u')).and(within.locator('input'))
}

/** Makes an invite in the settings and copies its link, which it gives. */
export async function invite(outpost: OutpostApp, { page, say, ...window }: WindowDriver): Promise<string> {
  await window.openSettings('people')
  await page.getByRole('button', { name: say('server:invites.make') }).click()
  const shown = page.getByRole('status').filter({ hasText: say('server:invites.once') })
  await shown.getByRole('button', { name: say('action.copy') }).click()
  await shown.getByRole('button', { name: say('server:copied') }).waitFor()
  return outpost.app.evaluate(({ clipboard }) => clipboard.readText())
}

/** The badge at the foot of the rail, when it says this. */
export function badge({ page }: WindowDriver, sentence: string | RegExp): Locator {
  const pattern = typeof sentence === 'string' ? escape(sentence) : sentence.source
  return page.getByRole('button', { name: new RegExp(`: ${pattern}`, 'u') })
}

export async function untilSynced(window: WindowDriver): Promise<void> {
  await badge(window, window.say('server:sync.synced')).waitFor({ timeout: syncTimeoutMs })
}

/** Until the badge says that at least so many changes wait. */
export async function untilWaiting(window: WindowDriver, atLeast: number): Promise<void> {
  const words = window.say('server:sync.offlineWaiting', { count: 2, number: '\0' })
  const waiting = badge(window, new RegExp(escape(words).replace('\0', '[\\d.,]+'), 'u'))
  const read = async (): Promise<number> => {
    const [number = ''] = /\d[\d.,]*/u.exec((await waiting.getAttribute('aria-label')) ?? '') ?? []
    return Number(number.replace(/\D/gu, ''))
  }
  await expect.poll(read, patience).toBeGreaterThanOrEqual(atLeast)
}

export async function untilOffline(window: WindowDriver): Promise<void> {
  await badge(window, window.say('server:syncShort.offline')).waitFor()
}

/** As the system says it, so that nobody has to wait for the next try. */
export async function networkIsBack({ page }: WindowDriver): Promise<void> {
  await page.evaluate(() => void dispatchEvent(new Event('online')))
}

/** The marks of what has not reached the server, in what is on the screen. */
export function pendingMarks({ page, say }: WindowDriver): Locator {
  return page.getByRole('main').getByText(say('pending.mark'), { exact: true }).filter({ visible: true })
}

/** The texts of a channel that is open, oldest first. */
export function texts(window: WindowDriver, channel: string): Promise<readonly string[]> {
  return window.messageLog(channel).getByRole('article').getByRole('paragraph').allInnerTexts()
}

export async function untilTexts(
  window: WindowDriver,
  channel: string,
  wanted: readonly string[],
): Promise<void> {
  await expect
    .poll(async () => [...(await texts(window, channel))].sort(), patience)
    .toEqual([...wanted].sort())
}
