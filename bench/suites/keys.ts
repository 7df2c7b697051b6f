/**
 * Key pressed to pixel changed, inside the window: from the time stamp of the key's event to the frame that follows
 * the change in the document (a frame's callback, then the task after it has been painted).
 */
import type { Page } from 'playwright-core'
import { launchOutpost } from '../../tests/support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../../tests/support/window-driver.ts'
import { atMost, format, type Figure } from '../report.ts'
import { statsOf } from '../stats.ts'

const rounds = 60
const warmUp = 8

export async function measureKeys(dataDir: string): Promise<Figure[]> {
  const outpost = await launchOutpost({ dataDir })
  try {
    const { page } = outpost
    await page.setViewportSize({ width: 1360, height: 860 })
    const driver = createWindowDriver(page)
    await driver.untilReady()
    await installProbe(page)
    return [await measureSend(driver), await measureState(driver)]
  } finally {
    await outpost.close()
  }
}

interface Probe {
  /** Resolves with the milliseconds from the next `key` to the paint after `isShown`. */
  arm(key: string, selector: string, text: string): void
  result: Promise<number>
}

async function installProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probe: Probe = {
      result: Promise.resolve(0),
      arm(key, selector, text) {
        probe.result = new Promise((resolve, reject) => {
          let start = 0
          setTimeout(() => reject(new Error(`"${text}" did not come`)), 10_000)
          const isShown = () =>
            [...document.querySelectorAll(selector)].some((element) => element.textContent.includes(text))
          const observer = new MutationObserver(() => {
            if (start === 0 || !isShown()) return
            observer.disconnect()
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel()
              port1.onmessage = () => resolve(performance.now() - start)
              port2.postMessage(null)
            })
          })
          const onKey = (event: KeyboardEvent) => {
            if (event.key !== key) return
            start = event.timeStamp
            window.removeEventListener('keydown', onKey, true)
          }
          window.addEventListener('keydown', onKey, true)
          observer.observe(document.body, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          })
        })
      },
    }
    Object.assign(window, { probe })
  })
}

const arm = (page: Page, key: string, selector: string, text: string) =>
  page.evaluate(
    ([armedKey, armedSelector, armedText]) => {
      ;(window as unknown as { probe: Probe }).probe.arm(armedKey, armedSelector, armedText)
    },
    [key, selector, text] as const,
  )

const result = (page: Page) => page.evaluate(() => (window as unknown as { probe: Probe }).probe.result)

async function measureSend(driver: WindowDriver): Promise<Figure> {
  const { page } = driver
  const channel = 'allgemein'
  await driver.openChannel(channel)
  const samples: number[] = []
  for (let i = 0; i < rounds + warmUp; i++) {
    const text = `Bin in ${String(i)} Minuten bei Anlage ${String(i * 7)}.`
    await driver.composer(channel).fill(text)
    await arm(page, 'Enter', '[role="log"]', text)
    await page.keyboard.press('Enter')
    const ms = await result(page)
    if (i >= warmUp) samples.push(ms)
  }
  const { p95, median, n } = statsOf(samples)
  return atMost(
    'key to pixel, send message, p95',
    p95,
    33,
    'ms',
    `median ${format(median)} ms, n ${String(n)}`,
  )
}

async function measureState(driver: WindowDriver): Promise<Figure> {
  const { page, say } = driver
  await driver.openView('active')
  await page.getByRole('option').first().click()
  await driver.property('state').waitFor()
  const samples: number[] = []
  const words = [say('ui:state.pending'), say('ui:state.open')]
  // The first change has to be one.
  const isPending = ((await driver.property('state').textContent()) ?? '').includes(words[0] ?? '')
  const names = isPending ? words.reverse() : words
  for (let i = 0; i < rounds + warmUp; i++) {
    const name = names[i % 2] ?? ''
    await driver.leaveField()
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog', { name: say('tickets:picker.state') })
    await dialog.getByRole('searchbox').fill(name)
    await dialog.locator('[role="option"][data-focused]').filter({ hasText: name }).waitFor()
    await arm(page, 'Enter', '[role="complementary"] button, aside button', name)
    await page.keyboard.press('Enter')
    const ms = await result(page)
    await dialog.waitFor({ state: 'detached' })
    if (i >= warmUp) samples.push(ms)
  }
  const { p95, median, n } = statsOf(samples)
  return atMost(
    'key to pixel, change state, p95',
    p95,
    33,
    'ms',
    `median ${format(median)} ms, n ${String(n)}`,
  )
}
