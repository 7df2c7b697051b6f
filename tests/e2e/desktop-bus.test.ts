/** Notifications spoken to a real session bus: buttons, the field for a reply, and a desktop that goes away. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '#shared/base/log.ts'
import { createBusNotices, type BusNotices } from '../../src-main/shell/attention/bus/bus-notices.ts'
import type { Posted } from '../../src-main/shell/attention/posted.ts'
import { startDesktopDouble, type DesktopDouble } from '../support/desktop-double.ts'
import { patience } from '../support/server-steps.ts'

let desktop: DesktopDouble
let notices: BusNotices
let done: string[]

beforeEach(async () => {
  desktop = await startDesktopDouble()
  done = []
  notices = createBusNotices({ icon: '/icons/notice.png', openLabel: () => 'Anzeigen', log: silentLog })
  expect(await notices.connect(desktop.env.DBUS_SESSION_BUS_ADDRESS)).toBe(true)
})

afterEach(async () => {
  notices.dispose()
  await desktop.stop()
})

const posted = (title: string, body = 'Kommst du?'): Posted => ({
  ...{ title, body },
  offered: {
    reply: { placeholder: 'Antworten', send: (text) => done.push(`reply ${text}`) },
    buttons: ['Übernehmen', 'Später', 'zu viel'].map((label) => ({ label, run: () => done.push(label) })),
  },
  onClick: () => done.push('click'),
  onClosed: () => done.push('closed'),
})

/** Puts one up and gives its number. */
async function up(notice: Posted, isSilent = false): Promise<number> {
  const before = desktop.shown.length
  notices.post(notice, isSilent)
  await expect.poll(() => desktop.shown.length, patience).toBe(before + 1)
  return desktop.shown.at(-1)?.id ?? 0
}
const untilDone = (...what: string[]) => expect.poll(() => done, patience).toEqual(what)

test('it is shown with its buttons and its field, and what is pressed is done once', async () => {
  const id = await up(posted('Ada 🚀', 'a <b>fett</b> & c'), true)
  expect(desktop.shown[0]).toMatchObject({
    ...{ title: 'Ada 🚀', body: 'a &lt;b&gt;fett&lt;/b&gt; &amp; c', icon: '/icons/notice.png' },
    ...{ urgency: 1, isSilent: true },
  })
  expect(desktop.shown[0]?.actions.filter((_each, index) => index % 2 === 1)).toEqual([
    ...['Anzeigen', 'Antworten', 'Übernehmen', 'Später'],
  ])
  desktop.press(id, 'Später')
  await untilDone('closed', 'Später')
  desktop.press(id, 'Übernehmen')
  desktop.click(id)
  desktop.answer(await up(posted('Ben')), 'Ja, um drei')
  await untilDone('closed', 'Später', 'closed', 'reply Ja, um drei')
  desktop.click(await up(posted('Carl')))
  await untilDone('closed', 'Später', 'closed', 'reply Ja, um drei', 'closed', 'click')
})

test('what is taken down, by whomever and however early, is gone', async () => {
  notices.post(posted('zu früh'), false).close()
  await expect.poll(() => desktop.closed, patience).toEqual([1])
  expect(done).toEqual([])
  desktop.dismiss(await up(posted('Ada')))
  await untilDone('closed')
})

test('a desktop that is gone is known to be gone, and what was to be shown is over', async () => {
  await desktop.stop()
  await expect.poll(() => notices.isReady, patience).toBe(false)
  expect(await notices.connect(desktop.env.DBUS_SESSION_BUS_ADDRESS)).toBe(false)
  desktop = await startDesktopDouble()
  expect(await notices.connect(desktop.env.DBUS_SESSION_BUS_ADDRESS)).toBe(true)
  await up(posted('wieder da'))
})
