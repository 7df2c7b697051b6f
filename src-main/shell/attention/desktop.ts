/**
 * Outpost outside its windows: tray, badge, notifications, and what closing a window means. Hears the engines of all
 * workspaces that run; begins once the first window has drawn, so that no start waits for it.
 */
import path from 'node:path'
import { app, nativeImage, type BrowserWindow } from 'electron'
import { disposable, type Disposable } from '#shared/base/disposable.ts'
import { formatPlaceLink, formatSyncReportLink } from '#shared/base/place-link.ts'
import { isUlid } from '#shared/base/ulid.ts'
import type { AttentionCounts, Notice } from '#shared/contract/attention.ts'
import type { CaptureKeyState } from '#shared/contract/capture-keys.ts'
import type { DesktopFacts } from '#shared/contract/desktop.ts'
import type { PseudoLocale } from '#shared/locales/pseudo.ts'
import type { EngineProcess } from '../engine-process.ts'
import type { FileLog } from '../log-file.ts'
import type { PreferencesStore } from '../preferences.ts'
import type { Language } from '../translate.ts'
import type { Workspaces } from '../workspaces.ts'
import { createBusNotices } from './bus/bus-notices.ts'
import { createClosing } from './closing.ts'
import { createEngineCalls } from './engine-calls.ts'
import { createNoticeBoard, type Posting } from './notice-board.ts'
import { noticeAbilities, offerActions } from './notice-actions.ts'
import { noticeText, summaryText } from './notice-text.ts'
import { createNotifier } from './notifier.ts'
import { createOnScreen, type OnScreen } from './on-screen.ts'
import { hasNotificationServer, hasTrayHost } from './session-bus.ts'
import { summarise } from './summary.ts'
import { createTrayIcon, type TrayIcon } from './tray.ts'
import { restUntil, type Rest } from './tray-menu.ts'
import { createWords, type Words } from './words.ts'

export interface Desktop {
  /** Once the first window has drawn. */
  start(): void
  /** The main window: the one that stays in the tray. */
  addWindow(window: BrowserWindow): void
  /** Windows close for good from now on. */
  quitting(): void
  languageChanged(): void
  /** False where the system shows none. */
  testNotification(): boolean
  facts(): Promise<DesktopFacts>
  readonly onScreen: OnScreen
  dispose(): void
}

interface DesktopDeps {
  readonly workspaces: Workspaces
  readonly preferences: PreferencesStore
  readonly language: () => Language
  readonly pseudoLocale: PseudoLocale | null
  readonly platform: NodeJS.Platform
  /** The folder with the tray's icons. */
  readonly icons: string
  /** Shows a window, with this link if there is one. */
  readonly open: (link: string | null) => void
  readonly newTicket: () => void
  readonly capture: () => void
  readonly captureKey: () => CaptureKeyState
  readonly quit: () => void
  readonly mainWindow: () => BrowserWindow | null
  readonly log: FileLog
}

/** Many desktops never have a tray: each question is a program that is started. */
const askAgainMs = 60_000

export function createDesktop(deps: DesktopDeps): Desktop {
  const { workspaces, preferences, platform, log } = deps
  const calls = createEngineCalls()
  const onScreen = createOnScreen()
  const known = new Map<string, { readonly counts: AttentionCounts; readonly isOffline: boolean }>()
  let words: Words = createWords(deps.language(), deps.pseudoLocale)
  const busNotices = speaksToDesktop(platform)
    ? createBusNotices({
        icon: path.join(deps.icons, 'notice.png'),
        openLabel: () => words.notice('show'),
        log,
      })
    : null
  const notifier = createNotifier({
    bus: busNotices,
    abilities: noticeAbilities(platform, process.versions.electron),
    isSilent: () => !preferences.get().noticeSound,
    // Elsewhere the system shows the program's icon by itself, and this one would stand beside it.
    icon: platform === 'linux' ? path.join(deps.icons, 'notice.png') : null,
    log,
  })
  let tray: TrayIcon | null = null
  let pauseTimer: NodeJS.Timeout | null = null
  let host: Promise<boolean> | null = null
  let server: Promise<boolean> | null = null
  /** When the bus was asked last; null before the start. */
  let askedAt: number | null = null
  let isDisposed = false

  const after = (ms: number, run: () => void): Disposable => {
    const timer = setTimeout(run, ms)
    timer.unref()
    return disposable(() => clearTimeout(timer))
  }
  const openPlace = (workspaceId: string, link: string): void => {
    workspaces.open(workspaceId)
    deps.open(link)
  }
  const nameOf = (workspaceId: string): string | null => {
    const { list } = workspaces.state()
    return list.length > 1 ? (list.find(({ id }) => id === workspaceId)?.name ?? '') : null
  }
  const show = ({ workspaceId, notice, first, count }: Posting, closed: () => void) => {
    const workspace = nameOf(workspaceId)
    const texts =
      count > 1 ? summaryText(notice, count, words, workspace) : noticeText(notice, words, workspace)
    const engine = () => workspaces.running(workspaceId)
    return notifier.post({
      ...texts,
      offered: offerActions(notice, count, words, {
        reply: (channelId, text) => calls.sendMessage(engine(), channelId, text),
        claim: (ticketId) => calls.claim(engine(), ticketId),
        snooze: (place, choice) => calls.snooze(engine(), place, choice),
      }),
      onClick: () => openPlace(workspaceId, linkOfNotice(first)),
      onClosed: closed,
    })
  }
  const board = createNoticeBoard({ now: () => Date.now(), after, show })

  const update = (): void => {
    if (isDisposed) return
    const { list } = workspaces.state()
    const now = Date.now()
    const summary = summarise(
      list.flatMap(({ id, name }) => {
        const found = known.get(id)
        return found ? [{ id, name, ...found }] : []
      }),
      now,
    )
    tray?.update(summary, words)
    app.setBadgeCount(summary.unread)
    if (platform === 'win32')
      markTaskBar(summary.mentions > 0 ? 'mention' : summary.unread > 0 ? 'unread' : null)
    if (pauseTimer) clearTimeout(pauseTimer)
    pauseTimer = null
    if (summary.pausedUntil !== null) {
      const maxTimerMs = 2 ** 31 - 1
      pauseTimer = setTimeout(update, Math.min(summary.pausedUntil - now + 1_000, maxTimerMs))
      pauseTimer.unref()
    }
  }
  const markTaskBar = (mark: 'mention' | 'unread' | null): void => {
    const image = mark && nativeImage.createFromPath(path.join(deps.icons, `overlay-${mark}.png`))
    deps.mainWindow()?.setOverlayIcon(image, mark === null ? '' : words.tray('open'))
  }
  const hear = (id: string, engine: EngineProcess): void =>
    engine.watchAttention((message) => {
      if (message.type === 'attention-counts') {
        known.set(id, { counts: message.counts, isOffline: message.isOffline })
        update()
        return
      }
      const { event } = message
      if (event.type === 'withdraw') board.withdraw(id, event.keys)
      else if (workspaces.state().current !== id || !onScreen.has(event.notice.place))
        board.tell(id, event.notice)
    })
  const rest = (chosen: Rest): void => {
    const until = restUntil(chosen, Date.now())
    for (const engine of workspaces.engines()) calls.pause(engine, until)
  }
  /** Asked again each time a window comes to the front: a panel may come later than we do. */
  const lookForHosts = (): void => {
    if (isDisposed) return
    askedAt = Date.now()
    const busAddress = process.env['DBUS_SESSION_BUS_ADDRESS']
    server = hasNotificationServer(platform, busAddress).then(async (isThere) => {
      // Where it cannot be spoken to, Electron's own are shown.
      if (isThere && busAddress !== undefined) await busNotices?.connect(busAddress)
      return isThere
    })
    void server.then((isThere) => notifier.setServer(isThere))
    host = hasTrayHost(platform, busAddress)
    void host.then((isThere) => {
      if (isDisposed || isThere === (tray !== null)) return
      if (!isThere) {
        tray?.dispose()
        tray = null
        return
      }
      tray = createTrayIcon({
        icons: deps.icons,
        platform,
        actions: {
          openConversation: ({ workspaceId, channelId, lastMessageId }) =>
            openPlace(
              workspaceId,
              formatPlaceLink(
                lastMessageId ? { type: 'message', id: lastMessageId } : { type: 'channel', id: channelId },
              ),
            ),
          rest,
          open: () => deps.open(null),
          newTicket: deps.newTicket,
          capture: deps.capture,
          quit: deps.quit,
        },
      })
      log.info('tray.shown')
      update()
    })
  }
  const sayStillRunning = (): void => {
    if (preferences.get().trayExplained) return
    preferences.update({ trayExplained: true })
    const texts = { title: words.notice('stillRunning'), body: words.notice('stillRunningText') }
    notifier.post({ ...texts, onClick: () => deps.open(null), onClosed: () => undefined })
  }
  const closing = createClosing({
    // macOS keeps programs without windows anyway, and its windows come back by the dock.
    staysInTray: () => platform !== 'darwin' && tray !== null && preferences.get().keepInTray,
    onHidden: sayStillRunning,
  })

  return {
    onScreen,
    start() {
      lookForHosts()
      // What is told before it is known whether anybody shows it would be lost.
      void server?.then(() => {
        if (!isDisposed) workspaces.onEngine(hear)
      })
      workspaces.onChange(() => {
        onScreen.forget()
        update()
      })
    },
    addWindow(window) {
      closing.watch(window)
      window.on('focus', () => {
        const isComplete = tray !== null && notifier.isSupported
        if (askedAt !== null && !isComplete && Date.now() - askedAt > askAgainMs) lookForHosts()
      })
    },
    quitting: closing.quitting,
    languageChanged() {
      words = createWords(deps.language(), deps.pseudoLocale)
      update()
    },
    testNotification() {
      if (!notifier.isSupported) return false
      const texts = { title: words.notice('test'), body: words.notice('testText') }
      notifier.post({ ...texts, onClick: () => deps.open(null), onClosed: () => undefined })
      return true
    },
    facts: async () => ({
      notifications: (await server) ?? false,
      tray: (await host) ?? false,
      captureKey: deps.captureKey(),
    }),
    dispose() {
      isDisposed = true
      if (pauseTimer) clearTimeout(pauseTimer)
      board.clear()
      busNotices?.dispose()
      tray?.dispose()
      tray = null
    },
  }
}

/** What waits or was refused stands in the report on syncing; each refused change by its own key. */
function linkOfNotice({ link, key }: Notice): string {
  if (link) return formatPlaceLink(link)
  const [kind, refusedKey] = key.split('/')
  return formatSyncReportLink(kind === 'refused' && isUlid(refusedKey) ? refusedKey : null)
}

/** Under Wayland a click brings a token by which a window may come to the front; only Electron knows what to do with it. */
function speaksToDesktop(platform: NodeJS.Platform): boolean {
  return platform === 'linux' && (process.env['WAYLAND_DISPLAY'] ?? '') === ''
}
