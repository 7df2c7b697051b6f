/**
 * Keeps the engine running. The engine lives in a process of its own; when that dies it is started again, with
 * patience, and everyone who waits is told. What a call had done before the death is in the store or is not; the
 * window asks again, and ids make that safe.
 */
import type { MessagePortMain } from 'electron'
import type { BlobId } from '#shared/base/blob-id.ts'
import type { CallRequest, CallResponse, EngineState, RecoveryAction } from '#shared/contract/bridge.ts'
import type { AttachSource, BlobFile, HostOptions, HostRequest, HostResponse } from '#shared/contract/host.ts'
import { createBlobRequests } from './blob-requests.ts'
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
  /** Copies a model from a folder; nothing where the engine is not there. */
  addModel(modelId: string, folder: string): void
  /** Where a blob lies; null where it does not, or nobody knows. */
  findBlob(id: BlobId): Promise<BlobFile | null>
  /** A good moment to try the server again; nothing where the engine is not there. */
  wake(): void
  /** The machine runs on its battery, or no longer; one that starts is told by its options. */
  power(onBattery: boolean): void
  /** Lets the engine finish and close the store; ends it after `closeTimeoutMs` all the same. */
  close(): Promise<void>
}

interface EngineProcessDeps {
  readonly fork: ForkHost
  /** Asked at each start, since the token changes meanwhile. */
  readonly options: () => HostOptions
  /** The token to keep from now on; null for none. Never logged. */
  readonly onToken: (token: string | null) => void
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
  const blobs = createBlobRequests((request, id) => {
    if (state.type === 'ready') host?.post({ type: 'find-blob', request, id })
    return state.type === 'ready'
  })
  let state: EngineState = { type: 'starting' }
  let host: HostProcess | null = null
  let restartTimer: NodeJS.Timeout | null = null
  let closing: Closing | null = null

  const setState = (next: EngineState): void => {
    state = next
    if (next.type === 'ready') calls.open()
    else if (next.type === 'failed') calls.refuse()
    else calls.hold()
    if (next.type !== 'ready') blobs.endAll()
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
      case 'blob':
        blobs.answer(message.request, message.file)
        return
      case 'closed':
        closing?.end()
    }
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
    restartTimer = setTimeout(() => launch({ type: 'open', options: options() }), next.delayMs)
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
    addModel(modelId, folder) {
      if (state.type === 'ready') host?.post({ type: 'add-model', modelId, folder })
    },
    findBlob: (id) => blobs.find(id),
    wake() {
      if (state.type === 'ready') host?.post({ type: 'wake' })
    },
    power(onBattery) {
      if (state.type === 'ready') host?.post({ type: 'power', onBattery })
    },
    close() {
      closing ??= closeHost()
      return closing.done
    },
  }
}
