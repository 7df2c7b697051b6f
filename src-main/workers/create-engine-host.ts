/**
 * Opens the engine as the shell asks, carries calls to it with their time-outs and cancels, and connects windows'
 * ports to its live queries. Answers every request, also when the engine cannot be opened.
 */
import { randomFillSync } from 'node:crypto'
import os from 'node:os'
import { systemClock } from '#shared/base/clock.ts'
import { forwardingLog, type Log } from '#shared/base/log.ts'
import { createBytePool } from '#shared/base/byte-pool.ts'
import type { Timers } from '#shared/base/timers.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import type { CallRequest, CallResponse } from '#shared/contract/bridge.ts'
import type { OpenError } from '#shared/contract/errors.ts'
import type { HostOptions, HostRequest, HostResponse } from '#shared/contract/host.ts'
import { fillWithDemo } from '../demo/fill-with-demo.ts'
import { createProviderKeys } from '../engine/ask/keys.ts'
import { createLocalModels } from '../engine/ask/model-file/local-models.ts'
import { createEngine, type Engine } from '../engine/engine.ts'
import type { IndexOptions } from '../engine/search/index/create-index-host.ts'
import type { CatalogueModel } from '../engine/search/models/catalogue.ts'
import { readCatalogue } from '../engine/search/models/read-catalogue.ts'
import { recoverFolder } from '../engine/store/recover.ts'
import { boundedText } from '../engine/sync/bounded-text.ts'
import type { SyncOptions } from '../engine/sync/sync.ts'
import { webSocketTransport } from '../engine/sync/ws-transport.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { createLoopWatch } from '../process/loop-watch.ts'
import { createLocalModelLines } from './local-model-lines.ts'
import { feedAttention } from './attention-feed.ts'
import type { HostPort, LivePort } from './host-port.ts'

/** The shell waits a little longer before it gives up on us. */
const defaultTimeoutMs = 30_000

type RecoveryAction = Extract<HostRequest, { type: 'recover' }>['action']

export function createEngineHost(port: HostPort): void {
  const send = (response: HostResponse) => port.send(response)
  const log = forwardingLog((level, event, fields) => send({ type: 'log', level, event, fields }))
  const calls = new Map<string, AbortController>()
  const loop = createLoopWatch()
  let engine: Engine | null = null

  const isTypeScript = import.meta.url.endsWith('.ts')
  const readerEntry = new URL(isTypeScript ? './db-reader.ts' : './db-reader.cjs', import.meta.url)
  const indexerEntry = new URL(isTypeScript ? './indexer.ts' : './indexer.cjs', import.meta.url)
  const parserEntry = new URL(isTypeScript ? './file-parser.ts' : './file-parser.cjs', import.meta.url)
  const ids = createUlidFactory(systemClock.now, createBytePool(randomFillSync))

  const localModelLines = createLocalModelLines(() => send({ type: 'want-local-model' }))
  const localModels = createLocalModels({ connect: localModelLines.connect, timers })

  const open = async (chosen: HostOptions): Promise<void> => {
    await engine?.dispose()
    engine = null
    const known = chosen.modelCatalogue === undefined ? null : readCatalogue(chosen.modelCatalogue)
    if (chosen.modelCatalogue !== undefined && known === null) log.warn('model-catalogue-unreadable', {})
    const opened = createEngine({
      folder: chosen.folder,
      sqliteBinding: chosen.sqliteBinding,
      clock: systemClock,
      ids,
      log,
      readerEntry,
      markdownEntry: new URL(
        isTypeScript ? './markdown-parser.ts' : './markdown-parser.cjs',
        import.meta.url,
      ),
      library: { parserEntry, isWatching: true, isAfterCrash: chosen.isAfterCrash ?? false },
      sync: createSyncOptions(chosen.token, (token) => send({ type: 'token', token })),
      ask: {
        fetch: (url, init) => fetch(url, init),
        timers,
        localModels,
        keys: createProviderKeys(chosen.providerKeys ?? null, (keys) =>
          send({ type: 'provider-keys', keys }),
        ),
      },
      index: indexOptions(chosen, indexerEntry, known),
      models: {
        folder: chosen.userModelFolder ?? null,
        fetch: (url, init) => fetch(url, init),
        ...(known === null ? {} : { catalogue: known }),
      },
      loop,
      onBroken: (error) => void closeBroken(error),
      // The shell starts a fresh host over the store, which is whole.
      onFault: () => process.exit(1),
    })
    if (!opened.ok) {
      send({ type: 'open-failed', error: opened.error })
      return
    }
    if (chosen.demo) {
      await fillWithDemo(opened.value, systemClock.now(), (done, total) =>
        send({ type: 'preparing', done, total }),
      )
    }
    engine = opened.value
    engine.power(chosen.onBattery ?? false)
    send({ type: 'opened' })
    if (chosen.demo && chosen.demoServer && chosen.token === null)
      await connectDemo(engine, chosen.demoServer, log)
  }

  const closeBroken = async (error: OpenError): Promise<void> => {
    const broken = engine
    engine = null
    await broken?.dispose()
    send({ type: 'open-failed', error })
  }

  const call = async (request: CallRequest): Promise<void> => {
    const { id, kind, name, input, timeoutMs = defaultTimeoutMs } = request
    const answer = (response: CallResponse) => send({ type: 'result', id, response })
    if (!engine) {
      answer({ ok: false, error: { type: 'engine-unavailable' } })
      return
    }
    if (kind === 'command') {
      answer(engine.execute(name, input))
      return
    }
    const cancel = new AbortController()
    calls.set(id, cancel)
    const timer = setTimeout(() => {
      cancel.abort()
    }, timeoutMs)
    try {
      const run = kind === 'query' ? engine.query : engine.request
      answer(await run(name, input, cancel.signal))
    } finally {
      clearTimeout(timer)
      calls.delete(id)
    }
  }

  const connect = (livePort: LivePort | undefined): void => {
    if (!livePort) return
    const connection = engine?.connect((response) => {
      livePort.postMessage(response)
    })
    if (!connection) {
      livePort.close()
      return
    }
    livePort.on('message', ({ data }) => {
      connection.receive(data)
    })
    livePort.on('close', () => {
      connection.close()
    })
    livePort.start()
  }

  const close = async (): Promise<void> => {
    localModels.end()
    await engine?.dispose()
    engine = null
    send({ type: 'closed' })
    // Let the message leave first; the shell ends us if we should hang.
    setTimeout(() => process.exit(0), 20)
  }

  const recover = async (action: RecoveryAction, options: HostOptions): Promise<void> => {
    await engine?.dispose()
    engine = null
    const recovered = recoverFolder(options.folder, options.sqliteBinding, action, systemClock.now())
    if (recovered.ok) await open(options)
    else send({ type: 'open-failed', error: recovered.error })
  }

  const receive = async (request: HostRequest, ports: readonly LivePort[]): Promise<void> => {
    switch (request.type) {
      case 'open':
        return open(request.options)
      case 'recover':
        return recover(request.action, request.options)
      case 'call':
        return call(request.request)
      case 'cancel':
        calls.get(request.id)?.abort()
        return
      case 'port':
        connect(ports[0])
        return
      case 'attach':
        return engine?.attach(request.draftKey, request.sources)
      case 'add-library':
        return engine?.library.add(request.paths)
      case 'find-library-file': {
        const path = engine?.library.find(request.id) ?? null
        send({ type: 'library-file', request: request.request, path })
        return
      }
      case 'add-model-file':
        engine?.addModelFile(request.path)
        return
      case 'local-model':
        localModelLines.arrived(request.process, ports[0] ?? null)
        return
      case 'local-model-ended':
        localModelLines.ended(request.process)
        return
      case 'add-model':
        engine?.addModel(request.modelId, request.folder)
        return
      case 'transfer-articles': {
        const { kind, folder } = request
        const outcome = (await engine?.transferArticles(kind, folder)) ?? {
          type: 'failed',
          reason: 'engine-unavailable',
        }
        send({ type: 'articles-transferred', request: request.request, outcome })
        return
      }
      case 'find-blob':
        send({ type: 'blob', request: request.request, file: engine?.findBlob(request.id) ?? null })
        return
      case 'power':
        engine?.power(request.onBattery)
        return
      case 'watch-attention':
        if (engine) feedAttention(engine, send)
        return
      case 'wake':
        engine?.wake()
        return
      case 'close':
        return close()
    }
  }

  port.onRequest((request, ports) => {
    receive(request, ports).catch((error: unknown) => {
      log.error('host-failed', {
        request: request.type,
        error: error instanceof Error ? error.name : 'unknown',
      })
      // A bug: end here, so that the shell starts a fresh host over the store, which is whole.
      process.exitCode = 1
      throw error
    })
  })
}

function indexOptions(
  { modelFolder, userModelFolder, indexAfterMs }: HostOptions,
  entry: URL,
  catalogue: readonly CatalogueModel[] | null,
): IndexOptions | null {
  if (modelFolder === undefined) return null
  return {
    ...{ modelFolder, userModelFolder: userModelFolder ?? null, catalogue, entry },
    ...(indexAfterMs === undefined ? {} : { startAfterMs: indexAfterMs }),
  }
}

/** Names are those of the sample workspace; the server is on this machine and was started for it. */
async function connectDemo(
  engine: Engine,
  { address, code, password }: NonNullable<HostOptions['demoServer']>,
  log: Log,
): Promise<void> {
  const account = { personName: 'Demo', workspaceName: 'Demo', email: 'demo@example.org', password }
  const connected = await engine.request('server.setUp', { address, code, ...account })
  if (!connected.ok) log.warn('demo-server-failed', { error: connected.error.type })
}

const timers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms)
    timer.unref()
    return { dispose: () => clearTimeout(timer) }
  },
}

function createSyncOptions(first: string | null, keep: (token: string | null) => void): SyncOptions {
  let token = first
  return {
    transport: webSocketTransport,
    fetch: async (url, init) => {
      const response = await fetch(url, init)
      return { status: response.status, text: () => boundedText(response) }
    },
    blobFetch: async (url, init) => {
      const response = await fetch(url, init)
      const { status, headers, body } = response
      return { status, headers, body, text: () => boundedText(response) }
    },
    timers,
    random: () => Math.random(),
    token: {
      get: () => token,
      set(next) {
        token = next
        keep(next)
      },
    },
    deviceName: os.hostname().slice(0, 100) || 'Outpost',
    program: `outpost/${packageJson.version}`,
  }
}
