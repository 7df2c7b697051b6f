/**
 * Key pressed to pixel changed, inside the window: from the time stamp of the key's event to the frame that follows
 * the change in the document (a frame's callback, then the task after it has been painted).
 */
import type { Page } from 'playwright-core'
import { launchOutpost } from '../../tests/support/electron-app.ts'
import { atMost, format, type Figure } from '../report.ts'
import { statsOf } from '../stats.ts'

const rounds = 60
const warmUp = 8

export async function measureKeys(dataDir: string): Promise<Figure[]> {
  const outpost = await launchOutpost({ dataDir })
  try {
    const { page } = outpost
    await page.setViewportSize({ width: 1360, height: 860 })
    await page.locator('[role="option"]').first().waitFor()
    await installProbe(page)
    return [await measureSend(page), await measureState(page)]
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
        probe.result = new Promise((resolve) => {
          let start = 0
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
          observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
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

async function measureSend(page: Page): Promise<Figure> {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('option').first().click()
  const composer = page.getByRole('textbox').last()
  await composer.click()
  const samples: number[] = []
  for (let i = 0; i < rounds + warmUp; i++) {
    const text = `Bin in ${String(i)} Minuten bei Anlage ${String(i * 7)}.`
    await composer.fill(text)
    await arm(page, 'Enter', '[role="log"]', text)
    await page.keyboard.press('Enter')
    const ms = await result(page)
    if (i >= warmUp) samples.push(ms)
  }
  const { p95, median, n } = statsOf(samples)
  return atMost('key to pixel, send message, p95', p95, 33, 'ms', `median ${format(median)} ms, n ${String(n)}`)
}

async function measureState(page: Page): Promise<Figure> {
  await page.keyboard.press('Escape')
  await page.locator('body').click({ position: { x: 4, y: 4 } })
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('option').first().click()
  await page.keyboard.press('Enter')
  const samples: number[] = []
  const names = ['Pending', 'Open']
  for (let i = 0; i < rounds + warmUp; i++) {
    const name = names[i % 2] ?? ''
    await page.keyboard.press('s')
    const option = page.getByRole('option', { name }).or(page.getByRole('menuitemradio', { name })).first()
    await option.waitFor()
    await option.focus()
    await arm(page, 'Enter', '[data-ticket-state]', name)
    await page.keyboard.press('Enter')
    const ms = await result(page)
    if (i >= warmUp) samples.push(ms)
  }
  const { p95, median, n } = statsOf(samples)
  return atMost('key to pixel, change state, p95', p95, 33, 'ms', `median ${format(median)} ms, n ${String(n)}`)
}
