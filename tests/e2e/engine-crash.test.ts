/** The engine's process dies while the window is used: the window says so, loses nothing, and goes on by itself. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let outpost: OutpostApp
let window: WindowDriver

beforeEach(async () => {
  outpost = await launchOutpost({ env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.sendMessage('general', 'Vor dem Absturz')
})

afterEach(() => outpost.close())

async function killEngine(): Promise<void> {
  let pid: number | null = null
  await expect.poll(async () => (pid = await outpost.engineHostPid()), { timeout: 30_000 }).not.toBeNull()
  process.kill(pid as unknown as number, 'SIGKILL')
}

/** Deaths in a row make each wait longer; with some behind it the engine stays away long enough to look. */
async function killUntilAway(deaths: number): Promise<void> {
  for (let death = 1; death <= deaths; death++) {
    const before = await outpost.engineHostPid()
    await killEngine()
    if (death < deaths) {
      await expect
        .poll(
          async () => {
            const now = await outpost.engineHostPid()
            return now !== null && now !== before
          },
          { timeout: 30_000 },
        )
        .toBe(true)
    }
  }
}

test('the window says that the engine starts again, keeps what is on the screen, and goes on by itself', async () => {
  const { page, say } = window
  await killUntilAway(4)
  await page.getByText(say('engine.restarting')).waitFor()
  await page.getByText(say('engine.restartingText')).waitFor()
  // Nothing that was on the screen is gone while there is no engine.
  await window.message('Vor dem Absturz').waitFor()
  await window.composer('general').fill('Nach dem Absturz')
  await page.getByText(say('engine.restarting')).waitFor({ state: 'detached' })
  await window.composer('general').press('Enter')
  await window.message('Nach dem Absturz').waitFor()
  await window.message('Vor dem Absturz').waitFor()
  await expect
    .poll(
      async () =>
        (await outpost.readLog()).filter(({ event }) => String(event).endsWith('engine.died')).length,
    )
    .toBe(4)
})

test('a message that is sent while the engine is away arrives once when it is back', async () => {
  await killUntilAway(3)
  await window.composer('general').fill('Unterwegs')
  await window.composer('general').press('Enter')
  await window.message('Unterwegs').waitFor()
  expect(await window.message('Unterwegs').count()).toBe(1)
  expect(await window.composer('general').inputValue()).toBe('')
})

test('after death upon death the window says what was kept, and a person starts the engine again', async () => {
  const { page, say } = window
  await window.composer('general').fill('Noch ein Entwurf')
  await killUntilAway(6)
  await page
    .getByRole('alert')
    .getByRole('heading', { name: say('failed.crashed.title') })
    .waitFor()
  await page.getByText(say('failed.crashed.kept')).waitFor()
  for (const action of ['logs', 'show-folder', 'quit']) {
    expect(await page.getByRole('button', { name: say(`failed.action.${action}`) }).isEnabled()).toBe(true)
  }
  await page.getByRole('button', { name: say('failed.action.retry') }).click()
  await window.untilReady()
  await window.message('Vor dem Absturz').waitFor()
  await expect.poll(() => window.composer('general').inputValue()).toBe('Noch ein Entwurf')
})
