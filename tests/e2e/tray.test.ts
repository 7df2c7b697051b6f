/** Closing, coming up hidden, and a desktop without a place for tray icons. */
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { startDesktopDouble, type DesktopDouble } from '../support/desktop-double.ts'
import { launchOutpost, type LaunchOptions, type OutpostApp } from '../support/electron-app.ts'
import { patience } from '../support/server-steps.ts'
import { createSay } from '../support/words.ts'

let desktop: DesktopDouble
let outpost: OutpostApp
const say = createSay('en')

afterEach(async () => {
  await outpost.close()
  await desktop.stop()
})

async function launch(hasTray: boolean, options: LaunchOptions = {}): Promise<void> {
  desktop = await startDesktopDouble({ hasTray })
  outpost = await launchOutpost({ ...options, env: { ...desktop.env, LANGUAGE: 'en' } })
}

const isVisible = () =>
  outpost.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
const close = () => outpost.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

test('where nobody shows tray icons the last window ends the program', async () => {
  await launch(false)
  const ended = once(outpost.process, 'exit')
  await close().catch(() => undefined)
  await ended
  expect(desktop.shown).toEqual([])
})

test('started hidden it waits in the tray, comes by a click on it, and says once that it goes on there', async () => {
  await launch(true, { args: ['--hidden'] })
  await expect.poll(() => desktop.tray(), patience).not.toBeNull()
  expect(await isVisible()).toBe(false)
  await desktop.tray()?.activate()
  await expect.poll(isVisible, patience).toBe(true)
  for (let round = 0; round < 2; round++) {
    await close()
    await expect.poll(isVisible, patience).toBe(false)
    await desktop.tray()?.activate()
    await expect.poll(isVisible, patience).toBe(true)
  }
  expect(desktop.shown.map(({ title }) => title)).toEqual([say('notifications:notice.stillRunning')])
})

test('started hidden without a tray it shows its window', async () => {
  await launch(false, { args: ['--hidden'] })
  await expect.poll(isVisible, patience).toBe(true)
})
