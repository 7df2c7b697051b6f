/** The indexer's thread: what happens when it dies, and what it died of. */
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { LogFields } from '#shared/base/log.ts'
import { silentLog } from '#shared/base/log.ts'
import type { TicketId } from '#shared/base/ids.ts'
import { createIndexSession } from '../../src-main/engine/search/index/index-session.ts'
import { createIndexModels } from '../../src-main/engine/search/index/load-model.ts'
import { createWorkerIndexer } from '../../src-main/engine/search/index/worker-indexer.ts'
import { createFilledWorld, createWorld, inlineIndex } from '../support/engine-world.ts'
import { indexedChunks } from '../support/index-look.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

/** Dies of one source, unless it is told to leave that out. */
const fragileThread = `
import { parentPort, workerData } from 'node:worker_threads'
const { skip, isCareful, working } = workerData
if (skip.includes('ticket/A')) {
  parentPort.postMessage({ type: 'log', level: 'info', event: 'alive', fields: { skip: skip.join(), isCareful } })
  parentPort.on('message', ({ type }) => type === 'close' && parentPort.close())
} else {
  const name = new TextEncoder().encode('ticket/A')
  const bytes = new Uint8Array(working)
  bytes.set(name, 1)
  bytes[0] = name.length
  process.exit(7)
}`

test('a thread that dies is started again, and leaves out what it died of twice', async () => {
  const events: [string, LogFields | undefined][] = []
  const note = (event: string, fields?: LogFields) => void events.push([event, fields])
  const states: string[] = []
  const folder = temporaryFolder()
  const host = createWorkerIndexer({
    ...inlineIndex,
    entry: new URL(`data:text/javascript,${encodeURIComponent(fragileThread)}`),
    storeFile: path.join(folder, 'workspace.db'),
    indexFile: path.join(folder, 'index.db'),
    binding: null,
    startAfterMs: 0,
    patienceMs: [0],
    log: { ...silentLog, info: note, error: note },
    onOpened: () => undefined,
    onDamaged: () => undefined,
    onChange: () => void states.push(host.status().meta.state),
  })
  onTestFinished(() => host.dispose())
  await expect
    .poll(() => events.at(-1), { timeout: 20_000 })
    .toEqual(['alive', { skip: 'ticket/A', isCareful: true }])
  expect(events.filter(([event]) => event === 'indexer-died').map(([, fields]) => fields)).toEqual([
    { code: 7, deaths: 1 },
    { code: 7, deaths: 2 },
  ])
  expect(states).toEqual(['failed', 'failed'])
  // A question to a thread that does not answer any more is answered by nothing.
  const asked = host.embedQuestion('Pumpe')
  await host.dispose()
  expect(await asked).toBe(null)
})

test('a source that is left out says so, and is tried again when it changes', async () => {
  const { world, queueId } = await createFilledWorld()
  const [bad, good] = [world.nextId<TicketId>(), world.nextId<TicketId>()]
  world.must('ticket.create', { ticketId: bad, queueId, title: 'Schlimm', description: 'Daran stirbt er.' })
  world.must('ticket.create', { ticketId: good, queueId, title: 'Gut', description: 'Geht.' })
  await world.engine.settled()
  const session = (skip: ReadonlySet<string>) =>
    createIndexSession({
      storeFile: path.join(world.folder, 'workspace.db'),
      indexFile: path.join(world.folder, 'index.db'),
      binding: null,
      models: createIndexModels(inlineIndex),
      log: silentLog,
      onOpened: () => undefined,
      onDamaged: () => undefined,
      onChange: () => undefined,
      skip,
    })
  const first = session(new Set([`ticket/${bad}`]))
  while (await first.step());
  expect(first.status()?.rows.find(({ key }) => key === 'tickets')).toMatchObject({ sources: 1, failed: 1 })
  await first.dispose()
  expect(indexedChunks(world.folder).map(({ title }) => title)).toEqual(['Gut'])

  world.must('ticket.reply', { ticketId: bad, entryId: world.nextId(), text: 'Neuer Stand.' })
  const second = session(new Set())
  while (await second.step());
  expect(second.status()?.rows.find(({ key }) => key === 'tickets')).toMatchObject({ sources: 2, failed: 0 })
  await second.dispose()
})

test('in a thread of its own it indexes what is there and follows what comes', async () => {
  const entry = new URL('../../src-main/workers/indexer.ts', import.meta.url)
  const { world, channelId } = await createFilledWorld()
  world.must('chat.send', { channelId, messageId: world.nextId(), text: 'Die Pumpe steht.' })
  await world.engine.dispose()
  const again = createWorld({
    folder: world.folder,
    seed: 2,
    index: { ...inlineIndex, entry, startAfterMs: 0 },
  })
  const chunks = async () => {
    const { meta } = await again.ask('index.status', {})
    return meta.state === 'idle' && meta.serving !== null ? meta.chunks : -1
  }
  await expect.poll(chunks, { timeout: 20_000 }).toBe(1)
  again.clock.advance(3_600_000)
  again.must('chat.send', { channelId, messageId: again.nextId(), text: 'Läuft wieder.' })
  await expect.poll(chunks, { timeout: 20_000 }).toBe(2)
  await again.engine.dispose()
  expect(indexedChunks(world.folder).map(({ vectors }) => vectors)).toEqual([1, 1])
})

test('a thread with nothing to do gives its memory back, and another goes on where it was', async () => {
  const { world, queueId } = await createFilledWorld()
  const makeTicket = (title: string): number => {
    const ticketId = world.nextId<TicketId>()
    world.must('ticket.create', { ticketId, queueId, title, description: 'Steht.' })
    return world.look((db) =>
      Number(db.prepare('SELECT doc_key FROM documents WHERE doc_id = ?').pluck().get(`ticket/${ticketId}`)),
    )
  }
  makeTicket('Pumpe')
  let rests = 0
  const host = createWorkerIndexer({
    ...inlineIndex,
    entry: new URL('../../src-main/workers/indexer.ts', import.meta.url),
    storeFile: path.join(world.folder, 'workspace.db'),
    indexFile: path.join(world.folder, 'index.db'),
    binding: null,
    startAfterMs: 0,
    restMs: { unused: 0, used: 0 },
    log: { ...silentLog, info: (event) => void (rests += event === 'indexer-rests' ? 1 : 0) },
    onOpened: () => undefined,
    onDamaged: () => undefined,
    onChange: () => undefined,
  })
  onTestFinished(() => host.dispose())
  const untilRest = (count: number) => expect.poll(() => rests, { timeout: 20_000 }).toBe(count)
  const titles = () => indexedChunks(world.folder).map(({ title }) => title)
  await untilRest(1)
  expect(host.status().meta).toMatchObject({ state: 'idle', chunks: 1 })

  // It looks at what it is told of, and does not go through everything again.
  const told = makeTicket('Kessel')
  makeTicket('Leitung')
  host.poke({ documents: [told], library: false, all: false })
  await untilRest(2)
  expect(titles()).toEqual(['Pumpe', 'Kessel'])
  // Two in one breath wake it once; neither is lost.
  host.poke({ documents: [makeTicket('Ventil')], library: false, all: false })
  host.poke({ documents: [], library: false, all: true })
  await untilRest(3)
  expect(titles()).toHaveLength(4)
  expect(host.status().meta).toMatchObject({ state: 'idle', chunks: 4 })

  // What a person decided meanwhile holds, too.
  world.must('index.include', { kind: 'tickets', on: false })
  host.poke({ documents: [], library: false, all: false })
  await untilRest(4)
  expect(titles()).toEqual([])
})
