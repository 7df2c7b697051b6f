/** Electron's notifications: puts them up, and hears what the person does with them. */
import { Notification } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { BusNotices } from './bus/bus-notices.ts'
import type { NoticeAbilities } from './notice-actions.ts'
import type { Shown } from './notice-board.ts'
import type { Posted } from './posted.ts'

export interface Notifier {
  /** Does nothing until it is known that somebody shows them. */
  post(posted: Posted): Shown
  readonly isSupported: boolean
  /** Somebody shows them, or nobody does. */
  setServer(isThere: boolean): void
}

const nothing: Shown = { close: () => undefined }

interface NotifierDeps {
  readonly abilities: NoticeAbilities
  /** Without a sound. */
  readonly isSilent: () => boolean
  /** A picture to show beside the words; null where the system shows the program's own. */
  readonly icon: string | null
  /** A way to the desktop beside Electron's; null where there is none. */
  readonly bus: BusNotices | null
  readonly log: Log
}

export function createNotifier({ abilities, isSilent, icon, bus, log }: NotifierDeps): Notifier {
  // Electron lets go of one that nobody holds, and its clicks with it.
  const held = new Set<Notification>()
  let hasServer = false
  return {
    get isSupported() {
      return hasServer && Notification.isSupported()
    },
    setServer: (isThere) => (hasServer = isThere),
    post(posted) {
      if (!hasServer) return nothing
      if (bus?.isReady) return bus.post(posted, isSilent())
      const { title, body, offered, onClick, onClosed } = posted
      const reply = abilities.canReply ? (offered?.reply ?? null) : null
      const buttons = abilities.hasButtons ? (offered?.buttons ?? []) : []
      const notification = new Notification({
        title,
        body,
        silent: isSilent(),
        ...(icon === null ? {} : { icon }),
        ...(reply ? { hasReply: true, replyPlaceholder: reply.placeholder } : {}),
        ...(buttons.length > 0
          ? { actions: buttons.map(({ label }) => ({ type: 'button', text: label })) }
          : {}),
      })
      held.add(notification)
      const end = () => {
        if (held.delete(notification)) onClosed()
      }
      notification.on('click', () => {
        end()
        onClick()
      })
      notification.on('close', end)
      notification.on('reply', (details, text) => {
        end()
        reply?.send(replyOf(details) ?? text)
      })
      notification.on('action', (details, index) => {
        end()
        buttons[actionOf(details) ?? index]?.run()
      })
      notification.on('failed', () => {
        log.warn('notification.failed')
        end()
      })
      notification.show()
      return {
        close() {
          held.delete(notification)
          notification.close()
        },
      }
    },
  }
}

/** Newer Electrons say it in the event, older ones beside it. */
function replyOf(details: { readonly reply?: unknown }): string | null {
  return typeof details.reply === 'string' ? details.reply : null
}

function actionOf(details: { readonly actionIndex?: unknown }): number | null {
  return typeof details.actionIndex === 'number' ? details.actionIndex : null
}
