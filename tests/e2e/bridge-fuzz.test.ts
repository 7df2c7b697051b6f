/**
 * Every member of the bridge from the page, every channel behind it in the main process, every call by name, and links by
 * the thousand: each is answered, nothing ends, nothing is opened, and the work of before is there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import { commands, queries, requests } from '#shared/contract/contract.ts'
import { bridgeMembers } from '../support/bridge-members.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { makeHostileValues } from '../support/hostile-calls.ts'
import { fuzzSeed, mutationsOfText } from '../support/mutate-text.ts'
import { silenceSystem, type SilencedSystem } from '../support/silenced-system.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

/** They take nothing, so there is nothing wrong to give them; each does something of its own that other tests look at. */
const takingNothing = ['addWorkspace', 'info'] as const
/** From the shell to the window: nobody listens for them in the shell. */
const toWindow = [
  ...['engineState', 'preferences', 'menuAction', 'workspaces', 'serverLink', 'showRoute'],
  ...['draft', 'captureShown', 'ownWordsChanged', 'keptScreen'],
]

let outpost: OutpostApp
let window: WindowDriver
let system: SilencedSystem

beforeAll(async () => {
  outpost = await launchOutpost({ env: { LANGUAGE: 'en' } })
  system = await silenceSystem(outpost)
  window = createWindowDriver(outpost.page, 'en')
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.openChannel('general')
  await window.sendMessage('general', 'Vorher')
  await window.leaveField()
})

afterAll(() => outpost.close())

const windowCount = () => outpost.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

/** Nothing broke, nothing was opened or made, and the workspace is as it was. */
async function expectUnharmed(windows: number): Promise<void> {
  // What was refused may have filled the file: then a new one begins.
  const folder = path.join(outpost.dataDir, 'logs')
  const log = readdirSync(folder)
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const faults = log.filter(({ event }) =>
    /fault|rejection|host-failed|engine\.(?:died|crashed|exit)|window\.(?:died|load-failed)/u.test(
      String(event),
    ),
  )
  expect(faults, `OUTPOST_FUZZ_SEED=${fuzzSeed}`).toEqual([])
  expect(await system.opened()).toEqual([])
  expect(await windowCount()).toBe(windows)
  // The folder has what a workspace has, and no other came to be.
  expect(readdirSync(outpost.dataDir).filter((name) => !known.test(name))).toEqual([])
  expect(existsSync(path.join(outpost.dataDir, 'workspaces'))).toBe(false)
  expect(await outpost.app.evaluate(() => 'polluted' in {})).toBe(false)
  await window.openChannel('general')
  await window.message('Vorher').waitFor()
}
const known = /^(?:workspace|logs|browser|crashes|models|[\w.-]+\.json(?:\.\w+\.tmp)?)$/u

test('each member of the bridge takes or refuses whatever a page gives it', async () => {
  const windows = await windowCount()
  const names = bridgeMembers.filter((name) => !(takingNothing as readonly string[]).includes(name))
  await outpost.page.evaluate(`globalThis.makeHostileValues = ${makeHostileValues.toString()}`)
  const unanswered = await outpost.page.evaluate(async (members) => {
    const make = (globalThis as unknown as { makeHostileValues: () => unknown[] }).makeHostileValues
    const { bridge } = globalThis as unknown as { bridge: Record<string, (...args: unknown[]) => unknown> }
    const values = [
      ...make(),
      () => 'x',
      Symbol('s'),
      globalThis,
      document,
      new Proxy({}, { get: () => 'x' }),
    ]
    const late: string[] = []
    for (const name of members) {
      for (const [index, value] of values.entries()) {
        const calls = [[value], [value, value], [], [`channel/01HZZZZZZZZZZZZZZZZZZZZZZA`, value]]
        const args = calls[index % calls.length] ?? []
        // What takes a listener calls it, whenever it likes.
        if (name.startsWith('on') && typeof args[0] !== 'function') continue
        try {
          const answer = await Promise.race([
            Promise.resolve(bridge[name]?.(...args)).then(
              () => 'answered',
              () => 'refused',
            ),
            new Promise((resolve) => setTimeout(() => resolve('late'), 10_000)),
          ])
          if (answer === 'late') late.push(`${name}, value ${index}`)
        } catch {
          // What cannot be carried over is refused at once.
        }
      }
    }
    return late
  }, names)
  expect(unanswered).toEqual([])
  await expectUnharmed(windows)
})

test('each channel refuses what is not in its shape, from one of our own windows, too', async () => {
  const windows = await windowCount()
  const result = await outpost.app.evaluate(
    async ({ ipcMain, BrowserWindow }, [names, source, skipped]) => {
      // The driver makes it out of its text, which our own code nowhere does.
      const make = (0, eval)(`(${source})`) as () => unknown[]
      const [ours] = BrowserWindow.getAllWindows()
      if (!ours) throw new Error('there is no window')
      const { webContents } = ours
      const event = { sender: webContents, senderFrame: webContents.mainFrame, ports: [], returnValue: null }
      const handlers = (
        ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> }
      )._invokeHandlers
      const unheard: string[] = []
      const thrown: string[] = []
      let calls = 0
      for (const [name, channel] of names) {
        const handler = handlers.get(channel)
        const listeners = ipcMain.listeners(channel)
        if (!handler && listeners.length === 0) unheard.push(name)
        if (skipped.includes(name)) continue
        for (const [index, value] of [...make(), () => 'x', Symbol('s')].entries()) {
          calls += 1
          try {
            for (const listener of listeners) (listener as (...args: unknown[]) => void)(event, value)
            await handler?.(event, value)
          } catch (error) {
            thrown.push(`${name}, value ${index}: ${String(error)}`)
          }
        }
      }
      return { unheard, thrown, calls }
    },
    [Object.entries(channels), makeHostileValues.toString(), ['addWorkspace'] as string[]] as const,
  )
  // To throw is how some refuse, in these words.
  expect(result.thrown.filter((line) => !/: Error: (?:refused|invalid input)$/u.test(line))).toEqual([])
  // A new channel is heard by the shell, and then it was tried here, or it goes to the window and is named above.
  expect(result.unheard.sort()).toEqual([...toWindow].sort())
  expect(result.calls).toBeGreaterThan(1_000)
  await expectUnharmed(windows)
})

test('each call of the contract, by its name, is answered with an error of the contract for input that is wrong', async () => {
  const windows = await windowCount()
  const names = [
    ...Object.keys(commands).map((name) => ['command', name] as const),
    ...Object.keys(queries).map((name) => ['query', name] as const),
    ...Object.keys(requests).map((name) => ['request', name] as const),
  ]
  const wrong = await outpost.page.evaluate(async (all) => {
    const { bridge } = globalThis as unknown as { bridge: Bridge }
    const inputs: unknown[] = [
      null,
      7,
      'x',
      [],
      [[]],
      { extra: 1 },
      { id: { $gt: '' }, extra: '\0' },
      new Uint8Array(4),
      new Map(),
    ]
    const answers: string[] = []
    for (const [kind, name] of all) {
      const responses = await Promise.all(
        inputs.map((input) =>
          bridge.call({ version: 1, id: `${Math.random()}`, kind, name, input }).then(
            (response) => (response.ok ? 'ok' : response.error.type),
            () => 'thrown',
          ),
        ),
      )
      for (const [index, answer] of responses.entries())
        // Some take no input and let more of it be; there is no server that they could ask.
        if (answer !== 'invalid-input' && answer !== 'no-server') answers.push(`${name}, ${index}: ${answer}`)
    }
    return answers
  }, names)
  expect(wrong).toEqual([])
  await expectUnharmed(windows)
})

test('links from outside, misspelt in thousands of ways, do nothing but show', async () => {
  const windows = await windowCount()
  const links = [
    ...mutationsOfText(
      [
        'outpost://join/sync.example.org/aB3_-x',
        'outpost://setup/localhost:8787/code?http=1',
        'outpost://ticket/01HZZZZZZZZZZZZZZZZZZZZZZA',
        'outpost://message/01HZZZZZZZZZZZZZZZZZZZZZZA/',
        'outpost://article/01HZZZZZZZZZZZZZZZZZZZZZZA',
      ],
      fuzzSeed,
      3_000,
    ),
  ]
  await outpost.app.evaluate(({ app }, all) => {
    for (const [index, link] of all.entries()) {
      if (index % 2 === 0) app.emit('open-url', { preventDefault: () => undefined }, link)
      else app.emit('second-instance', {}, ['outpost', link, '--no-sandbox', '--data-dir=/etc'], '/', {})
    }
  }, links)
  // One of them is a whole link to a server, and asks. It is answered with no, and no other comes after it.
  const dialog = outpost.page.getByRole('dialog')
  await outpost.app.evaluate(({ app }) => {
    app.emit('open-url', { preventDefault: () => undefined }, 'outpost://join/last.example.org/last')
  })
  await dialog.first().waitFor()
  await expect
    .poll(async () => {
      await outpost.page.keyboard.press('Escape')
      return dialog.count()
    })
    .toBe(0)
  await expectUnharmed(windows)
})
