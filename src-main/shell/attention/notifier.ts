/** Electron's notifications: puts them up, and hears what the person does with them. */
import { Notification } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { NoticeTexts } from './notice-text.ts'
import type { Shown } from './notice-board.ts'

export interface Posted extends NoticeTexts {
  readonly isSilent?: boolean
  /** Text of the empty field; left out where there is nothing to reply to. Only macOS has one. */
  readonly replyPlaceholder?: string
  readonly onClick: () => void
  readonly onReply?: (text: string) => void
  readonly onClosed: () => void
}

export interface Notifier {
  /** Does nothing until it is known that somebody shows them. */
  post(posted: Posted): Shown
  readonly isSupported: boolean
  /** Somebody shows them, or nobody does. */
  setServer(isThere: boolean): void
}

const nothing: Shown = { close: () => undefined }

export function createNotifier(platform: NodeJS.Platform, log: Log): Notifier {
  // Electron lets go of one that nobody holds, and its clicks with it.
  const held = new Set<Notification>()
  let hasServer = false
  return {
    get isSupported() {
      return hasServer && Notification.isSupported()
    },
    setServer: (isThere) => (hasServer = isThere),
    post({ title, body, isSilent = false, replyPlaceholder, onClick, onReply, onClosed }) {
      if (!hasServer) return nothing
      const canReply = platform === 'darwin' && replyPlaceholder !== undefined
      const notification = new Notification({
        title,
        body,
        silent: isSilent,
        ...(canReply ? { hasReply: true, replyPlaceholder } : {}),
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
      notification.on('reply', (_event, text) => onReply?.(text))
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
