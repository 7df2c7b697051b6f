/** The engine under plain Node on the large set: commands, lists, search, rebuild, memory. */
import fs from 'node:fs'
import path from 'node:path'
import { asId, type ChannelId, type TicketId } from '#shared/base/ids.ts'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { builtInViews, ticketSorts, type TicketRow } from '#shared/contract/tickets.ts'
import { unwrap } from '#shared/base/result.ts'
import type { Engine } from '../../src-main/engine/engine.ts'
import { benchIds, openBenchEngine } from '../engine.ts'
import { atMost, format, reported, type Figure, type Suite } from '../report.ts'
import { copySet, ensureSet } from '../sets.ts'
import { sample, statsOf } from '../stats.ts'
import { measureHostMemory } from './host-memory.ts'
import { measureRebuild } from './rebuild.ts'

export const engineSuite: Suite = {
  name: 'engine',
  title: 'Engine, 100,000 tickets and 1,000,000 messages',
  async run() {
    const source = await ensureSet('large')
    const bytes = fs.statSync(path.join(source, 'workspace.db')).size
    const made = JSON.parse(fs.readFileSync(path.join(source, 'complete.json'), 'utf8')) as {
      seconds: number
    }
    const copy = await copySet('large')
    const engine = openBenchEngine(copy.folder)
    try {
      await engine.settled()
      return [
        reported('the set', `${format(bytes / 2 ** 20)} MiB`, `made in ${String(made.seconds)} s`),
        ...(await measureCommands(engine)),
        ...(await measureLists(engine)),
        ...(await measureSearch(engine)),
        await measureHostMemory(copy.folder),
        ...(await measureRebuild()),
      ]
    } finally {
      await engine.dispose()
      copy.remove()
    }
  },
}

async function rows<Row>(engine: Engine, name: string, input: unknown): Promise<readonly Row[]> {
  return unwrap(await engine.query(name, input)).rows as unknown as readonly Row[]
}

async function measureCommands(engine: Engine): Promise<Figure[]> {
  const channels = await rows<ChannelRow>(engine, 'chat.channels', {})
  const tickets = await rows<TicketRow>(engine, 'ticket.list', { filter: { view: 'active' }, limit: 500 })
  const channelId = (i: number): ChannelId => channels[i % channels.length]?.key ?? asId(benchIds.next())
  const ticketId = (i: number): TicketId => tickets[i % tickets.length]?.key ?? asId(benchIds.next())
  const run = (name: string, input: unknown) => unwrap(engine.execute(name, input))
  const kinds: readonly [string, (i: number) => void][] = [
    [
      'chat.send',
      (i) =>
        run('chat.send', {
          channelId: channelId(i),
          messageId: benchIds.next(),
          text: 'Bin in 10 Minuten da.',
        }),
    ],
    [
      'ticket.update',
      (i) =>
        run('ticket.update', {
          ticketId: ticketId(i),
          fields: { priority: ((i + Math.floor(i / 500)) % 4) + 1 },
        }),
    ],
    [
      'ticket.reply',
      (i) =>
        run('ticket.reply', {
          ticketId: ticketId(i),
          entryId: benchIds.next(),
          text: 'Wir kommen morgen um 9 Uhr.',
        }),
    ],
  ]
  const figures: Figure[] = []
  for (const [name, work] of kinds) {
    const stats = statsOf(await sample(400, 40, work))
    const detail = `median ${format(stats.median)} ms, max ${format(stats.max)} ms, n ${String(stats.n)}, fsync included`
    figures.push(atMost(`command to committed row, ${name}, p95`, stats.p95, 5, 'ms', detail))
  }
  return figures
}

async function measureLists(engine: Engine): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const view of builtInViews) {
    const samples: number[] = []
    for (const sort of ticketSorts) {
      samples.push(
        ...(await sample(12, 2, () => engine.query('ticket.list', { filter: { view }, sort, limit: 100 }))),
      )
    }
    const stats = statsOf(samples)
    figures.push(
      atMost(
        `ticket list, ${view}, every sort, p95`,
        stats.p95,
        50,
        'ms',
        `median ${format(stats.median)} ms`,
      ),
    )
  }
  const deep = statsOf(
    await sample(20, 2, () =>
      engine.query('ticket.list', { filter: { view: 'all' }, offset: 90_000, limit: 100 }),
    ),
  )
  figures.push(
    atMost('ticket list, all, row 90,000, p95', deep.p95, 50, 'ms', `median ${format(deep.median)} ms`),
  )
  const counts = statsOf(await sample(30, 3, () => engine.query('ticket.counts', {})))
  figures.push(
    reported('counts of all views, p95', `${format(counts.p95)} ms`, `median ${format(counts.median)} ms`),
  )
  const channels = statsOf(await sample(30, 3, () => engine.query('chat.channels', {})))
  figures.push(
    reported(
      'channel list with unread, p95',
      `${format(channels.p95)} ms`,
      `median ${format(channels.median)} ms`,
    ),
  )
  return figures
}

/** From everyday to worst case: words that most texts hold, prefixes of two letters, phrases, operators. */
const searches = [
  'router rot',
  'Drucker',
  'Müller',
  'drucker hal',
  'VPN Zertifikat abgelaufen',
  'heat pump',
  'E-47',
  'bi',
  'der',
  'the',
  'wir haben',
  '"nach Stromausfall"',
  'state:open tag:netzwerk',
  'from:me router',
  'password -reset',
  'nichtvorhandeneswort',
] as const

async function measureSearch(engine: Engine): Promise<Figure[]> {
  const all: number[] = []
  let slowest = { text: '', ms: 0 }
  for (const text of searches) {
    const samples = await sample(12, 2, () => engine.query('search.run', { text, limit: 50 }))
    all.push(...samples)
    const { p95 } = statsOf(samples)
    if (p95 > slowest.ms) slowest = { text, ms: p95 }
  }
  const stats = statsOf(all)
  const detail = `median ${format(stats.median)} ms over ${String(searches.length)} searches; slowest "${slowest.text}" ${format(slowest.ms)} ms`
  return [atMost('search over everything, first 50 with snippets, p95', stats.p95, 50, 'ms', detail)]
}
