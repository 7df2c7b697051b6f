/**
 * The workspaces side by side: one engine for each that was shown since the start, and one of them in the window. An
 * engine that was started keeps running, so that its workspace stays in step with its server. Names and unread marks
 * are asked of the engines themselves; a window is not believed them.
 */
import type { PlaceLink } from '#shared/base/place-link.ts'
import type {
  CallRequest,
  CallResponse,
  EngineState,
  FoundElsewhere,
  WorkspacesState,
} from '#shared/contract/bridge.ts'
import { bridgeVersion } from '#shared/contract/bridge.ts'
import type { EngineProcess } from './engine-process.ts'
import type { WorkspaceList } from './workspace-list.ts'

export interface Workspaces {
  state(): WorkspacesState
  /** The engine of the workspace that the window shows; started where it was not. */
  current(): EngineProcess
  /** Of one workspace, where it runs. */
  running(id: string): EngineProcess | null
  engines(): readonly EngineProcess[]
  /** Called with each that runs, and with each that is started later. */
  onEngine(listener: (id: string, engine: EngineProcess) => void): void
  /** A window's call to the workspace that it shows. */
  call(windowId: number, request: CallRequest): Promise<CallResponse>
  open(id: string): void
  /** Which other workspace has this place, for this person; those that do not run yet are started to be asked. */
  findElsewhere(link: PlaceLink): Promise<FoundElsewhere | null>
  add(): void
  forget(id: string): void
  rememberRoute(route: string): void
  /** The list changed, or another one is shown. */
  onChange(listener: (state: WorkspacesState) => void): void
  /** Of the one that is shown only. */
  onEngineState(listener: (state: EngineState, engine: EngineProcess) => void): void
  /** From now on the window's calls go to this workspace, whichever is shown. */
  bind(windowId: number, id: string): void
  forgetWindow(windowId: number): void
  wake(): void
  power(onBattery: boolean): void
  close(): Promise<void>
}

interface WorkspacesDeps {
  readonly list: WorkspaceList
  /** Not started yet. */
  readonly createEngine: (id: string) => EngineProcess
  readonly refreshMs?: number
}

/** Windows count from 1: no window has the shell's own calls. */
const shellWindow = 0
const defaultRefreshMs = 60_000

export function createWorkspaces({
  list,
  createEngine,
  refreshMs = defaultRefreshMs,
}: WorkspacesDeps): Workspaces {
  const engines = new Map<string, EngineProcess>()
  const stateListeners: ((state: EngineState, engine: EngineProcess) => void)[] = []
  const engineListeners: ((id: string, engine: EngineProcess) => void)[] = []
  const windowIds = new Set<number>()
  const bound = new Map<number, string>()
  let calls = 0

  const currentId = (): string => list.state().current
  const tell = (state: EngineState, engine: EngineProcess): void => {
    for (const listener of stateListeners) listener(state, engine)
  }

  const engineOf = (id: string): EngineProcess => {
    const running = engines.get(id)
    if (running) return running
    const engine = createEngine(id)
    engines.set(id, engine)
    for (const listener of engineListeners) listener(id, engine)
    engine.onState((state) => {
      if (id === currentId()) tell(state, engine)
      if (state.type === 'ready') void describe(id)
    })
    engine.start()
    return engine
  }

  const ask = async (engine: EngineProcess, name: string, input: unknown = {}): Promise<unknown> => {
    const id = `shell:${++calls}`
    const request = { version: bridgeVersion, id, kind: 'query', name, input, timeoutMs: 10_000 } as const
    const answer = await engine.call(shellWindow, request)
    const value: unknown = answer.ok ? answer.value : null
    return typeof value === 'object' && value !== null && 'meta' in value ? value.meta : undefined
  }

  /** What the switcher shows of a workspace, as its engine knows it. */
  const describe = async (id: string): Promise<void> => {
    const engine = engines.get(id)
    if (engine?.state().type !== 'ready') return
    const [workspace, sync, inbox] = await Promise.all([
      ask(engine, 'workspace.get'),
      ask(engine, 'sync.status'),
      id === currentId() ? null : ask(engine, 'inbox.list'),
    ])
    if (workspace === undefined) return
    const connection = read(read(sync, 'connection'), 'type')
    const unread = read(inbox, 'unread')
    list.update(id, {
      name: textOf(read(read(workspace, 'workspace'), 'name')),
      ...(typeof connection === 'string' ? { hasServer: connection !== 'none' } : {}),
      hasUnread: id !== currentId() && typeof unread === 'number' && unread > 0,
    })
  }

  const timer = setInterval(() => {
    for (const id of engines.keys()) void describe(id)
  }, refreshMs)
  timer.unref()

  const show = (id: string): void => {
    const before = currentId()
    if (id === before || !list.state().list.some((entry) => entry.id === id)) return
    const left = engines.get(before)
    list.update(id, { hasUnread: false })
    // The window hears of the other workspace first, then of its engine.
    list.setCurrent(id)
    for (const windowId of windowIds) left?.forgetWindow(windowId)
    const engine = engineOf(id)
    tell(engine.state(), engine)
    void describe(before)
  }

  return {
    state: () => list.state(),
    current: () => engineOf(currentId()),
    running: (id) => engines.get(id) ?? null,
    engines: () => [...engines.values()],
    onEngine(listener) {
      engineListeners.push(listener)
      for (const [id, engine] of engines) listener(id, engine)
    },
    async call(windowId, request) {
      const id = bound.get(windowId) ?? currentId()
      if (!bound.has(windowId)) windowIds.add(windowId)
      const answer = await engineOf(id).call(windowId, request)
      // These may have made the workspace, named it or connected it.
      const isAboutIt = request.kind === 'request' || request.name.startsWith('workspace.')
      if (answer.ok && isAboutIt && request.kind !== 'query') void describe(id)
      return answer
    },
    open: show,
    async findElsewhere(link) {
      const { current, list: all } = list.state()
      // One that was never set up has nothing.
      const others = all.filter(({ id, name }) => id !== current && name !== '')
      const answers = await Promise.all(
        others.map(async ({ id, name }) => {
          const isHere = read(await ask(engineOf(id), 'place.find', link), 'isHere') === true
          return isHere ? { id, name } : null
        }),
      )
      return answers.find((found) => found !== null) ?? null
    },
    add: () => show(list.add()),
    forget(id) {
      // Not on anybody's word: its own engine has to say that there is nothing.
      void describe(id).then(() => list.forget(id))
    },
    rememberRoute: (route) => list.update(currentId(), { lastRoute: route }),
    onChange: (listener) => list.onChange(listener),
    onEngineState: (listener) => {
      stateListeners.push(listener)
    },
    bind: (windowId, id) => void bound.set(windowId, id),
    forgetWindow(windowId) {
      bound.delete(windowId)
      windowIds.delete(windowId)
      for (const engine of engines.values()) engine.forgetWindow(windowId)
    },
    wake() {
      for (const engine of engines.values()) engine.wake()
    },
    power(onBattery) {
      for (const engine of engines.values()) engine.power(onBattery)
    },
    async close() {
      clearInterval(timer)
      await Promise.all([...engines.values()].map((engine) => engine.close()))
      list.flush()
    },
  }
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : ''
}
