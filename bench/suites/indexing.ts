/**
 * The index in the engine host as the program starts it: how fast what people wrote and plain text files become
 * searchable, and what a start and a command notice of it.
 */
import { fork } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { ChannelRow } from '#shared/contract/chat.ts'
import type { HostRequest, HostResponse } from '#shared/contract/host.ts'
import type { IndexMeta } from '#shared/contract/index-care.ts'
import type { LibraryRoot } from '#shared/contract/library.ts'
import { createRandom, type Random } from '#shared/base/random.ts'
import { benchIds } from '../engine.ts'
import { format, reported, type Figure, type Suite } from '../report.ts'
import { copySet } from '../sets.ts'
import { statsOf } from '../stats.ts'

const hostEntry = new URL('../../src-main/workers/engine-host.ts', import.meta.url)
const modelFolder = path.resolve(import.meta.dirname, '..', '..', 'assets', 'models', 'static-de-en')
const chunksASecond = 1_500
const starts = 9

export const indexingSuite: Suite = {
  name: 'indexing',
  title: 'Indexing with the built-in model, engine host with its threads',
  async run() {
    const copy = await copySet('middle')
    try {
      return [
        ...(await measureDocuments(copy.folder)),
        ...(await measureStart(copy.folder)),
        await measureFiles(copy.folder),
      ]
    } finally {
      copy.remove()
    }
  },
}

interface Host {
  open(folder: string, indexAfterMs?: number): Promise<void>
  ask(kind: 'command' | 'query', name: string, input: unknown): Promise<unknown>
  send(request: HostRequest): void
  close(): Promise<void>
}

function startHost(): Host {
  const child = fork(hostEntry, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const until = (isAnswer: (response: HostResponse) => boolean) =>
    new Promise<HostResponse>((resolve) => {
      const listen = (message: unknown) => {
        const response = message as HostResponse
        if (!isAnswer(response)) return
        child.off('message', listen)
        resolve(response)
      }
      child.on('message', listen)
    })
  let calls = 0
  return {
    async open(folder, indexAfterMs) {
      const answer = until(({ type }) => type === 'opened' || type === 'open-failed')
      const options = { folder, sqliteBinding: null, demo: false, token: null, modelFolder } as const
      child.send({
        type: 'open',
        options: indexAfterMs === undefined ? options : { ...options, indexAfterMs },
      })
      if ((await answer).type !== 'opened') throw new Error('the set does not open')
    },
    async ask(kind, name, input) {
      const id = String(++calls)
      const answer = until((response) => response.type === 'result' && response.id === id)
      child.send({ type: 'call', request: { version: 1, id, kind, name, input } })
      const result = await answer
      if (result.type !== 'result' || !result.response.ok) throw new Error(`${name} failed`)
      return result.response.value
    },
    send: (request) => void child.send(request),
    async close() {
      child.send({ type: 'close' })
      await gone
    },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const statusOf = async (host: Host): Promise<IndexMeta> =>
  ((await host.ask('query', 'index.status', {})) as { meta: IndexMeta }).meta

async function untilIdle(host: Host, isIt: (meta: IndexMeta) => boolean): Promise<IndexMeta> {
  for (;;) {
    const meta = await statusOf(host)
    if (meta.state === 'idle' && meta.serving !== null && isIt(meta)) return meta
    await pause(20)
  }
}

/** All of the set's documents; meanwhile somebody writes a message now and then. */
async function measureDocuments(folder: string): Promise<Figure[]> {
  const host = startHost()
  await host.open(folder, 0)
  const channels = (await host.ask('query', 'chat.channels', {})) as { rows: readonly ChannelRow[] }
  const channelId = channels.rows[0]?.key
  const write = async (): Promise<number> => {
    const start = performance.now()
    await host.ask('command', 'chat.send', {
      channelId,
      messageId: benchIds.next(),
      text: 'Bin in 10 Minuten da.',
    })
    return performance.now() - start
  }
  while ((await statusOf(host)).chunks === 0) await pause(5)
  const start = performance.now()
  const first = (await statusOf(host)).chunks
  const busy: number[] = []
  while ((await statusOf(host)).state !== 'idle') {
    busy.push(await write())
    await pause(200)
  }
  const { chunks, bytes } = await untilIdle(host, () => true)
  const seconds = (performance.now() - start) / 1_000
  const quiet: number[] = []
  for (let i = 0; i < busy.length; i++) {
    quiet.push(await write())
    await pause(50)
  }
  await untilIdle(host, () => true)
  await host.close()
  const rate = (chunks - first) / seconds
  const [whileBusy, whileQuiet] = [statsOf(busy), statsOf(quiet)]
  return [
    atLeast(
      'articles, tickets and messages to searchable passages',
      rate,
      `${chunks.toLocaleString('en')} passages in ${format(seconds)} s, index.db ${format(bytes / 2 ** 20)} MiB`,
    ),
    reported(
      'chat.send while indexing, p95',
      `${format(whileBusy.p95)} ms`,
      `median ${format(whileBusy.median)} ms; when idle p95 ${format(whileQuiet.p95)} ms, median ${format(whileQuiet.median)} ms, n ${busy.length}, between processes, fsync included`,
    ),
  ]
}

/** From the request to open until the first screen's queries are answered: with all of the set waiting, and with nothing. */
async function measureStart(folder: string): Promise<Figure[]> {
  const index = path.join(folder, 'index.db')
  const samples = { waiting: [] as number[], indexed: [] as number[] }
  fs.copyFileSync(index, `${index}.kept`)
  for (let i = 0; i <= starts; i++) {
    for (const kind of i % 2 === 0 ? (['waiting', 'indexed'] as const) : (['indexed', 'waiting'] as const)) {
      for (const suffix of ['', '-wal', '-shm']) fs.rmSync(index + suffix, { force: true })
      if (kind === 'indexed') fs.copyFileSync(`${index}.kept`, index)
      const host = startHost()
      // What loads the program's modules is the same for both, and is over with the first answer.
      const start = performance.now()
      await host.open(folder)
      for (const name of [
        'workspace.get',
        'chat.channels',
        'inbox.list',
        'ticket.counts',
        'ticket.queues',
        'ticket.list',
      ])
        await host.ask('query', name, {})
      const ms = performance.now() - start
      await host.close()
      if (i > 0) samples[kind].push(ms)
    }
  }
  fs.rmSync(`${index}.kept`)
  const [waiting, indexed] = [statsOf(samples.waiting), statsOf(samples.indexed)]
  const ratio = waiting.median / indexed.median
  return [
    {
      measure: 'start of the engine host while all passages wait, against none',
      value: `${ratio.toFixed(3)} x`,
      target: 'at most 1.05 x',
      reached: ratio <= 1.05,
      detail: `process start to the first screen's answers, medians of ${starts} by turns: ${format(waiting.median)} ms and ${format(indexed.median)} ms`,
    },
  ]
}

/** A folder of plain text files, from adding it to the last vector. */
async function measureFiles(folder: string): Promise<Figure> {
  const texts = path.join(folder, 'texts')
  const bytes = writeTexts(texts, createRandom(7))
  const host = startHost()
  await host.open(folder, 0)
  const before = (await untilIdle(host, ({ chunks }) => chunks > 0)).chunks
  const start = performance.now()
  host.send({ type: 'add-library', paths: [texts] })
  for (;;) {
    const { rows } = (await host.ask('query', 'library.roots', {})) as { rows: readonly LibraryRoot[] }
    if (rows[0]?.state === 'ready' && rows[0].waiting === 0 && rows[0].indexed === fileCount) break
    await pause(20)
  }
  let last = 0
  const { chunks } = await untilIdle(host, (meta) => {
    // Idle twice in a row with the same count: the last poke has arrived.
    const isSame = meta.chunks === last && meta.chunks > before
    last = meta.chunks
    return isSame
  })
  const seconds = (performance.now() - start) / 1_000
  await host.close()
  return atLeast(
    'plain text files to searchable passages',
    (chunks - before) / seconds,
    `${(chunks - before).toLocaleString('en')} passages of ${fileCount} files, ${format(bytes / 2 ** 20)} MiB, in ${format(seconds)} s; read, parsed, stored, cut, embedded`,
  )
}

const fileCount = 200
const paragraphsAFile = 120
const vocabulary =
  'Pumpe Ventil Anlage Router Drucker Strom Ausfall Wartung Techniker Kunde prüfen starten tauschen Meldung Fehler Sensor Kabel Leitung Druck Temperatur the pump valve printer power outage customer check restart replace error sensor cable pressure'.split(
    ' ',
  )

/** @returns how many bytes were written */
function writeTexts(folder: string, random: Random): number {
  fs.mkdirSync(folder)
  const word = () => random.pick(vocabulary)
  const sentence = () => `${Array.from({ length: random.int(7, 16) }, word).join(' ')}.`
  let bytes = 0
  for (let file = 0; file < fileCount; file++) {
    const paragraphs = Array.from({ length: paragraphsAFile }, () =>
      Array.from({ length: random.int(6, 9) }, sentence).join(' '),
    )
    const text = paragraphs.join('\n\n')
    bytes += Buffer.byteLength(text)
    fs.writeFileSync(path.join(folder, `text-${file}.txt`), text)
  }
  return bytes
}

function atLeast(measure: string, value: number, detail: string): Figure {
  return {
    measure,
    value: `${format(value)} a second`,
    target: `at least ${format(chunksASecond)} a second`,
    reached: value >= chunksASecond,
    detail,
  }
}
