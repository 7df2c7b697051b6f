/** Into a team and out of it: what can go wrong at the door, links from outside, several workspaces, signing out and in. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Locator } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { Language } from '#shared/locales/index.ts'
import { launchOutpost, runOutpost } from '../support/electron-app.ts'
import {
  acceptInvite,
  field,
  joinDialog,
  joinTeam,
  openJoinDialog,
  patience,
  readInvite,
  untilOffline,
  untilSynced,
} from '../support/server-steps.ts'
import { createDevice, password, setUpServer, startServer, type Device } from '../support/sync-world.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { createWindowDriver, escape, type WindowDriver } from '../support/window-driver.ts'

const bob = { person: 'Bob Brandt', email: 'bob@example.org' }

interface Start {
  readonly dataDir?: string
  readonly language?: Language
  readonly args?: readonly string[]
}

async function start({ dataDir = temporaryFolder(), language = 'en', args = [] }: Start = {}) {
  const outpost = await launchOutpost({ dataDir, args, env: { LANGUAGE: language } })
  onTestFinished(() => outpost.close())
  return { outpost, window: createWindowDriver(outpost.page, language) }
}

/** A server in this process with somebody who can invite; `ahead` puts its clock forward. */
async function startTeam() {
  const time = { ahead: 0 }
  const server = await startServer({ clock: { now: () => Date.now() + time.ahead } })
  const host = createDevice()
  await setUpServer(server, host)
  host.must('channel.create', { channelId: host.nextId(), name: 'Leitstand', description: '' })
  await host.untilSynced()
  return { server, host, time }
}

async function createInvite(host: Device, validHours = 168): Promise<string> {
  return (await host.request('server.createInvite', { role: 'agent', validHours })).link
}

/** The sentence that stands beside a field and is read out with it. */
async function untilRefused(input: Locator, sentence: string): Promise<void> {
  await expect
    .poll(
      () =>
        input.evaluate((element) =>
          (element.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent ?? '')
            .join(' '),
        ),
      patience,
    )
    .toContain(sentence)
}

test('a link that leads nowhere is told of beside its field, and stays there', async () => {
  const { server, host, time } = await startTeam()
  const code = (link: string) => link.split('/').at(-1) ?? ''
  const expired = await createInvite(host, 1)
  const used = await createInvite(host)
  const cem = { personName: 'Cem', email: 'cem@example.org', password }
  await createDevice().request('server.join', { address: server.address, code: code(used), ...cem })
  time.ahead = 2 * 3_600_000
  const other = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')

  const { window } = await start()
  const { say } = window
  await openJoinDialog(window, 'kein Link')
  const link = field(joinDialog(window), say('server:field.link.join'))
  const at = (port: number): string => `outpost://join/127.0.0.1:${port}/${code(expired)}`
  const wrong = [
    ['kein Link', 'server:join.notALink'],
    ['https://example.org', 'server:join.notALink'],
    [at(1), 'errors:call.unreachable'],
    [at((other.address() as AddressInfo).port), 'errors:call.notAServer'],
    [`${expired.slice(0, -4)}AAAA`, 'errors:server.invite-invalid'],
    [expired, 'errors:server.invite-invalid'],
    [used, 'errors:server.invite-invalid'],
  ] as const
  expect(await link.inputValue()).toBe('kein Link')
  for (const [text, sentence] of wrong) {
    await link.fill(text)
    await readInvite(window)
    await untilRefused(link, say(sentence))
    expect(await link.inputValue()).toBe(text)
  }

  await link.fill(await createInvite(host))
  await readInvite(window)
  await acceptInvite(window, bob)
  await window.untilReady()
})

test('what is wrong with name, e-mail and password is told of beside them, and nothing typed is lost', async () => {
  const { host } = await startTeam()
  const { window } = await start()
  const { say } = window
  const dialog = joinDialog(window)
  const { invite, link: ended } = await host.request('server.createInvite', { role: 'agent' })
  await openJoinDialog(window, ended)
  await readInvite(window)
  const [name, email, typed] = (['yourName', 'email', 'password'] as const).map((each) =>
    field(dialog, say(`server:field.${each}`)),
  ) as [Locator, Locator, Locator]

  await acceptInvite(window, { person: 'Bob Brandt', email: 'no address' })
  await untilRefused(email, say('server:field.notAnEmail'))
  await acceptInvite(window, { person: 'Bob Brandt', email: 'ada@example.org' }, 'not her password')
  await untilRefused(typed, say('errors:server.wrong-password'))
  await acceptInvite(window, { person: 'Bob Brandt', email: 'ada@example.org' }, password)
  await untilRefused(email, say('errors:server.account-exists'))
  expect([await name.inputValue(), await email.inputValue(), await typed.inputValue()]).toEqual([
    'Bob Brandt',
    'ada@example.org',
    password,
  ])

  // It ends while one fills in the form: back to the link, and with another one everything is as it was.
  await host.request('server.endInvite', { id: invite.inviteId })
  await acceptInvite(window, bob)
  const link = field(dialog, say('server:field.link.join'))
  await untilRefused(link, say('errors:server.invite-invalid'))
  await link.fill(await createInvite(host))
  await readInvite(window)
  await name.waitFor()
  expect([await name.inputValue(), await email.inputValue()]).toEqual([bob.person, bob.email])
  await acceptInvite(window, bob)
  await window.untilReady()
  await untilSynced(window)
  await window.openChannel('Leitstand')
})

test('a link that the program was started with is read, asked about, and leads into the team, in German', async () => {
  const { host } = await startTeam()
  const link = await createInvite(host)
  const { window } = await start({ language: 'de', args: [link] })
  const dialog = joinDialog(window)
  expect(await field(dialog, window.say('server:field.link.join')).inputValue()).toBe(link)
  await readInvite(window)
  await dialog
    .getByText(window.say('server:join.invitedBy', { who: 'Ada', workspace: 'Windpark Nord' }))
    .waitFor()
  await acceptInvite(window, bob)
  await window.untilReady()
  await untilSynced(window)
  await window.openChannel('Leitstand')
  expect(await window.page.getByRole('dialog').count()).toBe(0)
})

test('a link that is opened later leads into a workspace of its own beside the one that is there', async () => {
  const { host } = await startTeam()
  const dataDir = temporaryFolder()
  const { window } = await start({ dataDir })
  const { page, say } = window
  await window.createWorkspace({ person: 'Bob', workspace: 'Zuhause' })
  const link = await createInvite(host)
  const second = await runOutpost([`--data-dir=${dataDir}`, link])
  expect(second.code).toBe(0)
  const offer = page.getByRole('dialog', { name: say('server:offered.joinTitle') })
  await offer.getByRole('button', { name: say('server:offered.add') }).click()
  expect(await field(joinDialog(window), say('server:field.link.join')).inputValue()).toBe(link)
  await readInvite(window)
  await acceptInvite(window, bob)
  await window.untilReady()
  await untilSynced(window)
  await switcher(window, 'Windpark Nord').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await switchTo(window, 'Windpark Nord', 'Zuhause')
  await window.openChannel('general')
})

test('two workspaces side by side: each keeps its place, and what is typed in it', async () => {
  const { host } = await startTeam()
  const { window } = await start()
  const { page, say } = window
  await window.createWorkspace({ person: 'Bob', workspace: 'Zuhause' })
  await window.createTicket({ title: 'Dach ist undicht' })
  await window.writeAnswer('note', 'Den Dachdecker fragen')

  await switcher(window, 'Zuhause').click()
  await page.getByRole('menuitem', { name: say('server:workspaces.add') }).click()
  await page
    .getByRole('button', { name: say('server:workspaces.backTo', { workspace: 'Zuhause' }) })
    .waitFor()
  await joinTeam(window, { ...bob, link: await createInvite(host) })
  await untilSynced(window)
  await window.openChannel('Leitstand')
  await window.composer('Leitstand').fill('Noch nicht fertig')

  await switchTo(window, 'Windpark Nord', 'Zuhause')
  await page.getByRole('article', { name: 'Dach ist undicht' }).waitFor()
  await page.keyboard.press('n')
  await expect.poll(() => window.answerField('note').inputValue(), patience).toBe('Den Dachdecker fragen')
  await window.leaveField()
  await page.keyboard.press('Control+Alt+2')
  await switcher(window, 'Windpark Nord').waitFor()
  await expect.poll(() => window.composer('Leitstand').inputValue(), patience).toBe('Noch nicht fertig')
  await page.keyboard.press('Control+Alt+1')
  await page.getByRole('article', { name: 'Dach ist undicht' }).waitFor()
})

test('signed out, everything is there and waits; signed in again, it goes out; diagnostics know the server', async () => {
  const { host, server } = await startTeam()
  const { window } = await start()
  const { page, say } = window
  await joinTeam(window, { ...bob, link: await createInvite(host) })
  await untilSynced(window)
  await window.sendMessage('Leitstand', 'Vorher')

  await window.openSettings('server')
  await page.getByRole('button', { name: say('server:page.signOut') }).click()
  const asking = page.getByRole('alertdialog', { name: say('server:page.signOutTitle') })
  await asking.getByRole('button', { name: say('server:page.signOut') }).click()
  await page
    .getByRole('status')
    .filter({ hasText: say('server:panel.signedOutText') })
    .waitFor()
  await window.sendMessage('Leitstand', 'Ohne Anmeldung')
  await window.message('Vorher').waitFor()

  await page.getByRole('button', { name: say('server:page.signInAgain') }).click()
  const dialog = page.getByRole('dialog', { name: say('server:signIn.againTitle') })
  expect(await field(dialog, say('server:field.email')).inputValue()).toBe(bob.email)
  const typed = field(dialog, say('server:field.password'))
  await typed.fill('wrong')
  await typed.press('Enter')
  await untilRefused(typed, say('errors:server.wrong-password'))
  expect(await typed.inputValue()).toBe('wrong')
  await typed.fill('sieben Möwen im Wind')
  await typed.press('Enter')
  await untilSynced(window)
  const [channel] = (await host.ask('chat.channels', {})).rows
  await expect
    .poll(async () => {
      const { rows } = await host.ask('chat.messages', { channelId: channel!.key })
      return rows.map(({ text }) => text)
    }, patience)
    .toEqual(['Vorher', 'Ohne Anmeldung'])

  // What the server says of itself, as one who looks into the diagnostics sees it, and in the report.
  const { version } = await host.request('server.about', { address: server.address })
  await window.openSettings('diagnostics')
  const facts = page.getByRole('region', { name: say('diagnostics:group.sync'), exact: true })
  const known = (value: string) =>
    facts
      .locator('div', { has: page.getByText(say('diagnostics:fact.server'), { exact: true }) })
      .getByText(value, { exact: true })
  await known(version).first().waitFor()
  await page.getByRole('button', { name: say('diagnostics:report.create') }).click()
  const report = page.getByRole('group', { name: say('diagnostics:report.content') })
  await expect.poll(() => report.textContent(), patience).toContain(`"serverVersion": "${version}"`)
  expect(await report.textContent()).not.toContain(server.address)
  await page.keyboard.press('Escape')
  // One that cannot be reached says nothing, and nobody waits for it.
  await server.stop()
  await untilOffline(window)
  await page.getByRole('button', { name: say('diagnostics:refresh') }).click()
  await known(say('diagnostics:unknown')).first().waitFor()
})

function switcher({ page, say }: WindowDriver, workspace: string): Locator {
  const name = escape(say('server:workspaces.current', { workspace }))
  return page.getByRole('button', { name: new RegExp(`^${name}`, 'u') })
}

async function switchTo(window: WindowDriver, from: string, to: string): Promise<void> {
  await switcher(window, from).click()
  await window.page.getByRole('menuitem', { name: new RegExp(`^${escape(to)}`, 'u') }).click()
  await switcher(window, to).waitFor()
}
