/**
 * Keeps the engine running. The engine lives in a process of its own; when that dies it is started again, with
 * patience, and everyone who waits is told. What a call had done before the death is in the store or is not; the
 * window asks again, and ids make that safe.
 */
import type { MessagePortMain } from 'electron'
import type { BlobId } from '#shared/base/blob-id.ts'
import type { LibraryFileId } from '#shared/base/ids.ts'
import type { CallRequest, CallResponse, EngineState, RecoveryAction } from '#shared/contract/bridge.ts'
import type { TransferKind, TransferOutcome } from '#shared/contract/article-transfer.ts'
import type { AttachSource, BlobFile, HostOptions, HostRequest, HostResponse } from '#shared/contract/host.ts'
import { createBlobRequests } from './blob-requests.ts'
import { createTransferRequests } from './transfer-requests.ts'
import type { StartLocalModel } from './local-model-process.ts'
import type { FileLog } from './log-file.ts'
import { createPendingCalls } from './pending-calls.ts'
import type { RestartPolicy } from './restart-policy.ts'

/** A running engine host, seen from here. */
export interface HostProcess {
  post(message: HostRequest, ports?: MessagePortMain[]): void
  kill(): void
}

/** Starts a host. Messages posted before it has loaded wait for it. */
export type ForkHost = (events: {
  readonly onMessage: (message: HostResponse) => void
  readonly onExit: (code: number) => void
}) => HostProcess

export interface EngineProcess {
  start(): void
  state(): EngineState
  onState(listener: (state: EngineState) => void): void
  /** The answer; never rejects. */
  call(windowId: number, request: CallRequest): Promise<CallResponse>
  cancel(windowId: number, id: string): void
  forgetWindow(windowId: number): void
  /** Hands the engine its end of a window's live queries. Only while `ready`. */
  connect(port: MessagePortMain): void
  recover(action: Exclude<RecoveryAction, 'quit' | 'show-folder'>): void
  /** Copies files onto a draft; nothing where the engine is not there. */
  attach(draftKey: string, sources: readonly AttachSource[]): void
  /** Adds a language model's file; nothing where the engine is not there. */
  addModelFile(path: string): void
  /** Copies a model from a folder; nothing where the engine is not there. */
  addModel(modelId: string, folder: string): void
  /** Writes all articles into a folder, or reads those of one. */
  transferArticles(kind: TransferKind, folder: string): Promise<TransferOutcome>
  /** Where a blob lies; null where it does not, or nobody knows. */
  findBlob(id: BlobId): Promise<BlobFile | null>
  /** Adds files and folders of this device to the library; nothing where the engine is not there. */
  addLibrary(paths: readonly string[]): void
  /** Where a file of the library lies; null where nobody knows. */
  findLibraryFile(id: LibraryFileId): Promise<string | null>
  /** What concerns the person, from now on and over restarts of the engine. */
  watchAttention(listener: (message: AttentionMessage) => void): void
  /** A good moment to try the server again; nothing where the engine is not there. */
  wake(): void
  /** The machine runs on its battery, or no longer; one that starts is told by its options. */
  power(onBattery: boolean): void
  /** How often it came up again after its end. */
  restarts(): number
  /** Lets the engine finish and close the store; ends it after `closeTimeoutMs` all the same. */
  close(): Promise<void>
}

export type AttentionMessage = Extract<HostResponse, { type: 'attention' | 'attention-counts' }>

interface EngineProcessDeps {
  readonly fork: ForkHost
  /** Asked at each start, since the token changes meanwhile. */
  readonly options: () => HostOptions
  /** The token to keep from now on; null for none. Never logged. */
  readonly onToken: (token: string | null) => void
  /** The same for the keys of answer providers. */
  readonly onProviderKeys?: (keys: string | null) => void
  /** The line to a process of its own that runs language model files. */
  readonly startLocalModel?: StartLocalModel
  /** Unique among all engines of this program: a window tells two engines apart by it. */
  readonly nextGeneration: () => number
  readonly policy: RestartPolicy
  readonly log: FileLog
  readonly closeTimeoutMs?: number
}

interface Closing {
  readonly done: Promise<void>
  readonly end: () => void
}

export function createEngineProcess(deps: EngineProcessDeps): EngineProcess {
  const { fork, options, onToken, nextGeneration, policy, log, closeTimeoutMs = 5_000 } = deps
  const listeners: ((state: EngineState) => void)[] = []
  const calls = createPendingCalls({
    send: (request) => host?.post({ type: 'call', request }),
    sendCancel: (id) => host?.post({ type: 'cancel', id }),
  })
  const blobs = createBlobRequests<BlobId, BlobFile>((request, id) => {
    if (state.type === 'ready') host?.post({ type: 'find-blob', request, id })
    return state.type === 'ready'
  })
  const transfers = createTransferRequests((request, kind, folder) => {
    if (state.type === 'ready') host?.post({ type: 'transfer-articles', request, kind, folder })
    return state.type === 'ready'
  })
  const libraryFiles = createBlobRequests<LibraryFileId, string>((request, id) => {
    if (state.type === 'ready') host?.post({ type: 'find-library-file', request, id })
    return state.type === 'ready'
  })
  const attentive: ((message: AttentionMessage) => void)[] = []
  let state: EngineState = { type: 'starting' }
  let host: HostProcess | null = null
  let restartTimer: NodeJS.Timeout | null = null
  let closing: Closing | null = null
  let restarts = 0
  let localModels = 0

  const setState = (next: EngineState): void => {
    state = next
    if (next.type === 'ready') calls.open()
    else if (next.type === 'failed') calls.refuse()
    else calls.hold()
    if (next.type !== 'ready') {
      blobs.endAll()
      libraryFiles.endAll()
    }
    if (next.type !== 'ready') transfers.endAll()
    for (const listener of listeners) listener(next)
  }

  const launch = (first: HostRequest): void => {
    restartTimer = null
    const own = fork({
      // A process that is no longer ours has nothing more to say.
      onMessage: (message) => host === own && receive(message),
      onExit: (code) => host === own && onExit(code),
    })
    host = own
    own.post(first)
  }

  const receive = (message: HostResponse): void => {
    switch (message.type) {
      case 'opened': {
        const generation = nextGeneration()
        log.info('engine.opened', { generation })
        if (attentive.length > 0) host?.post({ type: 'watch-attention' })
        setState({ type: 'ready', generation })
        return
      }
      case 'open-failed':
        log.error('engine.open-failed', { reason: message.error.type })
        setState({ type: 'failed', error: message.error })
        return
      case 'preparing':
        setState({ type: 'preparing', done: message.done, total: message.total })
        return
      case 'result':
        calls.answer(message.id, message.response)
        return
      case 'log':
        log.write('engine', message.level, message.event, message.fields)
        return
      case 'token':
        onToken(message.token)
        return
      case 'provider-keys':
        deps.onProviderKeys?.(message.keys)
        return
      case 'want-local-model':
        startLocalModel()
        return
      case 'library-file':
        libraryFiles.answer(message.request, message.path)
        return
      case 'blob':
        blobs.answer(message.request, message.file)
        return
      case 'articles-transferred':
        transfers.answer(message.request, message.outcome)
        return
      case 'attention':
      case 'attention-counts':
        for (const listener of attentive) listener(message)
        return
      case 'closed':
        closing?.end()
    }
  }

  const startLocalModel = (): void => {
    const own = host
    const process = ++localModels
    const port = deps.startLocalModel?.(() => {
      if (host === own) own?.post({ type: 'local-model-ended', process })
    })
    own?.post({ type: 'local-model', process }, port ? [port] : [])
  }

  const onExit = (code: number): void => {
    host = null
    if (closing) {
      closing.end()
      return
    }
    log.error('engine.died', { code, state: state.type })
    // It said why it cannot open; starting it again would only say it again.
    if (state.type === 'failed') return
    const next = policy.next()
    if (!next) {
      log.error('engine.given-up')
      setState({ type: 'failed', error: { type: 'crashed' } })
      return
    }
    setState({ type: 'restarting', attempt: next.attempt })
    restarts += 1
    const again = (): void => launch({ type: 'open', options: { ...options(), isAfterCrash: true } })
    restartTimer = setTimeout(again, next.delayMs)
  }

  const closeHost = (): Closing => {
    let end = (): void => undefined
    const done = new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        log.error('engine.close-timeout')
        end()
      }, closeTimeoutMs)
      end = () => {
        clearTimeout(timer)
        host?.kill()
        host = null
        resolve()
      }
    })
    if (restartTimer) clearTimeout(restartTimer)
    if (host) host.post({ type: 'close' })
    else end()
    return { done, end }
  }

  return {
    start: () => launch({ type: 'open', options: options() }),
    state: () => state,
    onState: (listener) => {
      listeners.push(listener)
    },
    call: (windowId, request) => calls.add(windowId, request),
    cancel: (windowId, id) => calls.cancel(windowId, id),
    forgetWindow: (windowId) => calls.forgetWindow(windowId),
    connect: (port) => host?.post({ type: 'port' }, [port]),
    recover(action) {
      // Only from a standstill: a workspace that is open must not be replaced under everyone's hands.
      if (state.type !== 'failed' || closing) return
      log.info('engine.recover', { action })
      policy.reset()
      setState({ type: 'starting' })
      const request: HostRequest = { type: 'recover', action, options: options() }
      if (host) host.post(request)
      else launch(request)
    },
    attach(draftKey, sources) {
      if (state.type === 'ready') host?.post({ type: 'attach', draftKey, sources })
    },
    addModelFile(path) {
      if (state.type === 'ready') host?.post({ type: 'add-model-file', path })
    },
    addModel(modelId, folder) {
      if (state.type === 'ready') host?.post({ type: 'add-model', modelId, folder })
    },
    transferArticles: (kind, folder) => transfers.run(kind, folder),
    findBlob: (id) => blobs.find(id),
    addLibrary(paths) {
      if (state.type === 'ready') host?.post({ type: 'add-library', paths })
    },
    findLibraryFile: (id) => libraryFiles.find(id),
    watchAttention(listener) {
      attentive.push(listener)
      if (attentive.length === 1 && state.type === 'ready') host?.post({ type: 'watch-attention' })
    },
    wake() {
      if (state.type === 'ready') host?.post({ type: 'wake' })
    },
    power(onBattery) {
      if (state.type === 'ready') host?.post({ type: 'power', onBattery })
    },
    restarts: () => restarts,
    close() {
      closing ??= closeHost()
      return closing.done
    },
  }
}
