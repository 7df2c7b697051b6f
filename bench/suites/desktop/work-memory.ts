/**
 * Memory of all processes over a long stretch of work at twenty times the pace: conversations, messages, tickets,
 * changes of state, searches, articles, settings, on the large set. What grows without end shows here.
 */
import type { Page } from 'playwright-core'
import { launchOutpost } from '../../../tests/support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../../../tests/support/window-driver.ts'
import { format, reported, type Figure } from '../../report.ts'
import { statsOf } from '../../stats.ts'
import { describeMemory, memoryOf, type Memory } from './process-memory.ts'

/** 30 minutes of a busy person, an action every ten seconds. */
const pace = 20
const simulatedMinutes = 30
const spanMinutes = 5
const actionEveryMs = 10_000 / pace
const target = 1.1

export async function measureLongWork(dataDir: string): Promise<Figure[]> {
  const name = `memory after ${String(simulatedMinutes)} simulated minutes of work`
  if (process.platform !== 'linux') return [reported(name, 'not measured', 'reads /proc, Linux only')]
  const outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  try {
    const { page } = outpost
    await page.setViewportSize({ width: 1360, height: 860 })
    const driver = createWindowDriver(page, 'en')
    await driver.untilReady()
    const root = outpost.process.pid ?? 0
    const spanMs = (spanMinutes * 60_000) / pace
    const totalMs = (simulatedMinutes * 60_000) / pace
    const samples: { readonly atMs: number; readonly memory: Memory }[] = []
    const start = performance.now()
    let lookedAt = -Infinity
    let actions = 0
    for (;;) {
      const atMs = performance.now() - start
      if (atMs >= totalMs) break
      await act(driver, actions)
      actions++
      if (atMs - lookedAt >= 1_000) {
        lookedAt = atMs
        samples.push({ atMs, memory: memoryOf(root) })
      }
      const due = start + actions * actionEveryMs - performance.now()
      if (due > 0) await new Promise((resolve) => setTimeout(resolve, due))
    }
    const first = samples.filter(({ atMs }) => atMs < spanMs)
    const last = samples.filter(({ atMs }) => atMs >= totalMs - spanMs)
    const before = statsOf(first.map(({ memory }) => memory.mib)).median
    const after = statsOf(last.map(({ memory }) => memory.mib)).median
    const ratio = after / before
    const ends = [first.at(-1), last.at(-1)].map((each) => (each ? describeMemory(each.memory) : ''))
    return [
      {
        measure: `${name}, against the first ${String(spanMinutes)}`,
        value: `${ratio.toFixed(2)} x`,
        target: `at most ${target.toFixed(2)} x`,
        reached: ratio <= target,
        detail: `${String(actions)} actions at ${String(pace)} x pace; medians ${format(before)} MiB and ${format(after)} MiB; at the end of the first span: ${ends[0] ?? ''}; at the end: ${ends[1] ?? ''}; ${await pageHeap(page)}; with that collected: ${describeMemory(memoryOf(root))}`,
      },
    ]
  } finally {
    await outpost.close()
  }
}

type Act = (driver: WindowDriver, round: number) => Promise<unknown>

/** What a person does, in turn; each round of them takes other conversations and tickets. */
const acts: readonly Act[] = [
  openConversation,
  (driver, round) => write(driver, `Bin in ${String(round)} Minuten bei Anlage ${String(round * 7)}.`),
  openConversation,
  ({ page }) => page.mouse.wheel(0, -2_000),
  (driver, round) => openTicket(driver, round),
  (driver, round) => openTicket(driver, round + 1),
  (driver, round) => driver.setPriority(round % 2 === 0 ? 3 : 2),
  (driver) => search(driver, 'Getriebe'),
  (driver, round) => search(driver, ['Rotor', 'Wartung', 'Sensor', 'Öl'][round % 4] ?? ''),
  (driver) => driver.goTo('knowledge'),
  openArticle,
  (driver) => driver.goTo('inbox'),
  palette,
  (driver) => driver.goTo('settings'),
]

function act(driver: WindowDriver, actions: number): Promise<unknown> {
  const what = acts[actions % acts.length] ?? openConversation
  return what(driver, Math.floor(actions / acts.length))
}

async function openConversation({ page, say, goTo }: WindowDriver, round: number): Promise<void> {
  await goTo('chat')
  const list = page.getByRole('region', { name: say('chat:section.channels') }).getByRole('button')
  await list.nth(round % 12).click()
  await page.getByRole('article').first().waitFor()
}

async function write({ page }: WindowDriver, text: string): Promise<void> {
  const box = page.getByRole('main').or(page.locator('body')).getByRole('textbox').last()
  await box.fill(text)
  await box.press('Enter')
}

async function openTicket({ page, openView }: WindowDriver, round: number): Promise<void> {
  await openView('active')
  await page
    .getByRole('option')
    .nth(round % 15)
    .click()
  await page.getByRole('complementary').first().waitFor()
}

async function openArticle({ page, say, leaveField }: WindowDriver): Promise<void> {
  await leaveField()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByText(say('knowledge:title')).first().waitFor()
}

async function search({ page, say, goTo }: WindowDriver, text: string): Promise<void> {
  await goTo('search')
  await page.getByRole('searchbox', { name: say('search:label') }).fill(text)
  await page
    .getByRole('listbox', { name: say('search:results') })
    .getByRole('option')
    .first()
    .waitFor()
}

async function palette({ page, say }: WindowDriver): Promise<void> {
  await page.keyboard.press('Control+K')
  const dialog = page.getByRole('dialog', { name: say('ui:palette.label') })
  await dialog.getByRole('combobox').fill('rot')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

/** What of the page's memory is garbage that nobody has collected yet. */
async function pageHeap(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const before = await session.send('Runtime.getHeapUsage')
  await session.send('HeapProfiler.collectGarbage')
  const after = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  const mib = (bytes: number) => format(bytes / 2 ** 20)
  return `heap of the page ${mib(before.totalSize)} MiB, of it in use ${mib(before.usedSize)}, without garbage ${mib(after.usedSize)}; ${String(nodes)} nodes, ${String(jsEventListeners)} listeners`
}
