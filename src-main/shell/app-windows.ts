/**
 * The program's windows: one main window, a place by itself in each of the others, and the quick entry. What only the main
 * window does (links, the menu's commands, the last place) goes to it from here, and opens it where there is none.
 *
 * The others belong to the workspace that they were opened in. When another one is shown they close, and they are there
 * again when theirs is: after a start, too. A window of its own outlives the main one.
 *
 *   appWindows.openView({ type: 'place', route: 'chat/01J…' })   // a second time: that window comes to the front
 *   appWindows.openView({ type: 'capture' }, { isHidden: true })
 *
 * Another kind of window: see window-kinds.ts.
 */
import type { BrowserWindow } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { AppInfo, MenuAction, WorkspacesState } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import { actionsInPlace } from '#shared/contract/menu-keys.ts'
import type { ShowTarget, WindowView } from '#shared/contract/window-view.ts'
import type { RestartPolicy } from './restart-policy.ts'
import { createAppWindow, zoomWindows } from './window.ts'
import { kindOf, viewKey, windowKinds } from './window-kinds.ts'
import { focusWindow, isAlive, type Windows } from './windows.ts'
import type { WindowStateStore } from './window-state.ts'
import type { Workspaces } from './workspaces.ts'
import type { ZoomDirection } from './zoom.ts'

export interface OpenOptions {
  /** Drawn, and not shown before it is asked for. */
  readonly isHidden?: boolean
  /** What to show in it, as soon as it can. */
  readonly target?: ShowTarget
}

export interface AppWindows {
  /** Opens a window with this view, or brings the one that has it to the front. */
  openView(view: WindowView, options?: OpenOptions): BrowserWindow
  /** The main window, in front; opened where there is none. */
  showMain(): BrowserWindow
  /** In front, too. */
  showInMain(target: ShowTarget): void
  /** In front, too. */
  doInMain(action: MenuAction): void
  /** A command of the menu or the tray: for the window in front where it is that one's business, else for the main one. */
  sendAction(action: MenuAction): void
  /** Tells the other windows of the same workspace. */
  tellOthers(sender: BrowserWindow, channel: string, value: object): void
  /** All but those whose workspace is not shown any more, and which close. */
  ofShownWorkspace(): readonly BrowserWindow[]
  /** The page in this window hears from now on. */
  attached(window: BrowserWindow): void
  /** In all windows, and remembered. */
  zoom(direction: ZoomDirection): void
  /** Opens what was open at the end, in the workspace that is shown. */
  reopen(): void
  /** Windows that close from now on were not closed by the person. */
  quitting(): void
}

interface AppWindowsDeps {
  readonly windows: Windows
  readonly state: WindowStateStore
  readonly workspaces: Workspaces
  readonly info: (view: WindowView) => AppInfo
  readonly preloadPath: string
  readonly startUrl: string
  readonly development: boolean
  readonly createPolicy: () => RestartPolicy
  /** The main window cannot be shown. */
  readonly onMainFailed: () => void
  /** A window was made: for menus and the like. */
  readonly onOpened: (window: BrowserWindow, view: WindowView) => void
  readonly log: Log
}

const mainView: WindowView = { type: 'main' }

export function createAppWindows(deps: AppWindowsDeps): AppWindows {
  const { windows, state, workspaces, log } = deps
  /** What is told to a page before it hears; by window, until it does. */
  const waiting = new Map<BrowserWindow, (() => void)[]>()
  /** Of windows that belong to one workspace. */
  const owners = new Map<BrowserWindow, string>()
  let shownWorkspace = workspaces.state().current
  let isQuitting = false

  const create = (view: WindowView, isHidden: boolean): BrowserWindow => {
    const kind = windowKinds[kindOf(view)]
    const name = placeName(view, shownWorkspace)
    const window = createAppWindow({
      info: deps.info(view),
      kind,
      preloadPath: deps.preloadPath,
      startUrl: deps.startUrl,
      devTools: deps.development,
      // One that was never open comes where the last of its kind was.
      place: state.placeOf(name) ?? unmaximized(state.placeOf(kindOf(view))),
      keepPlace(place) {
        state.keepPlace(name, place)
        if (view.type === 'place') state.keepPlace(kindOf(view), place)
      },
      zoomFactor: state.zoomFactor(),
      zoom,
      others: windows.all().filter((other) => other.isVisible()),
      log,
      reloads: deps.createPolicy(),
      onLoadFailed() {
        if (view.type === 'main') deps.onMainFailed()
        else window.destroy()
      },
      isHidden,
    })
    const { id } = window
    waiting.set(window, [])
    windows.add(window, view)
    window.on('closed', () => {
      waiting.delete(window)
      owners.delete(window)
      workspaces.forgetWindow(id)
      rememberOpen()
    })
    if (view.type === 'place') {
      owners.set(window, shownWorkspace)
      workspaces.bind(id, shownWorkspace)
      rememberOpen()
    }
    deps.onOpened(window, view)
    return window
  }

  const zoom = (direction: ZoomDirection): void =>
    state.setZoomFactor(zoomWindows(windows.all(), state.zoomFactor(), direction))

  /** Those of other workspaces stay noted: they are only out of sight. */
  const rememberOpen = (): void => {
    if (isQuitting || isSwitching) return
    const here = [...owners.keys()].flatMap((window) => {
      const view = windows.viewOf(window)
      return view ? [{ workspace: shownWorkspace, view }] : []
    })
    state.setOpen([...here, ...state.open().filter(({ workspace }) => workspace !== shownWorkspace)])
  }
  let isSwitching = false

  const reopen = (): void => {
    for (const { workspace, view } of state.open()) {
      if (workspace === shownWorkspace && view.type === 'place' && !windows.find(view)) create(view, false)
    }
  }

  const showMain = (): BrowserWindow => {
    const main = windows.main()
    if (main) focusWindow(main)
    return main ?? create(mainView, false)
  }

  const ofShownWorkspace = (): readonly BrowserWindow[] =>
    windows.all().filter((window) => (owners.get(window) ?? shownWorkspace) === shownWorkspace)

  const tell = (window: BrowserWindow, channel: string, value: string | ShowTarget): void => {
    const send = (): void => {
      if (isAlive(window)) window.webContents.send(channel, value)
    }
    const queue = waiting.get(window)
    if (queue) queue.push(send)
    else send()
  }

  workspaces.onChange(({ current }: WorkspacesState) => {
    if (current === shownWorkspace) return
    // Closed while they are noted as open. What they still save goes to their own workspace (`bind`).
    isSwitching = true
    const left = [...owners.keys()]
    const closed = left.map(
      (window) => new Promise<void>((resolve) => void window.once('closed', () => resolve())),
    )
    for (const window of left) window.close()
    shownWorkspace = current
    void Promise.all(closed).then(() => {
      // Another switch may have come meanwhile; the last one opens its own.
      if (shownWorkspace !== current) return
      isSwitching = false
      if (!isQuitting) reopen()
    })
  })

  const doInMain = (action: MenuAction): void => tell(showMain(), channels.menuAction, action)

  return {
    openView(view, { isHidden = false, target } = {}) {
      const open = windows.find(view)
      if (open && !isHidden) focusWindow(open)
      const window = open ?? create(view, isHidden)
      if (target) tell(window, channels.showRoute, target)
      return window
    },
    showMain,
    showInMain: (target) => tell(showMain(), channels.showRoute, target),
    doInMain,
    sendAction(action) {
      const front = windows.all().find((window) => window.isFocused())
      const isItsOwn = actionsInPlace.includes(action) && front && windows.viewOf(front)?.type === 'place'
      if (isItsOwn) tell(front, channels.menuAction, action)
      else doInMain(action)
    },
    attached(window) {
      const queue = waiting.get(window) ?? []
      waiting.delete(window)
      for (const send of queue) send()
    },
    ofShownWorkspace,
    tellOthers(sender, channel, value) {
      const shown = ofShownWorkspace()
      if (!shown.includes(sender)) return
      for (const window of shown)
        if (window !== sender && isAlive(window)) window.webContents.send(channel, value)
    },
    zoom,
    reopen,
    quitting() {
      isQuitting = true
    },
  }
}

/** Under which a window's place is kept. */
function placeName(view: WindowView, workspace: string): string {
  return view.type === 'place' ? `${workspace}/${view.route}` : viewKey(view)
}

function unmaximized<Place extends { readonly maximized: boolean; readonly fullScreen: boolean }>(
  place: Place | null,
): Place | null {
  return place && { ...place, maximized: false, fullScreen: false }
}
