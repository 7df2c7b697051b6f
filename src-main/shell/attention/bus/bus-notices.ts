/**
 * Notifications on Linux, spoken to the desktop itself: with a reply field and buttons where it has them. Electron's own
 * have none there, name their button in English, and hold the whole program while the desktop does not answer.
 */
import type { Log } from '#shared/base/log.ts'
import type { Shown } from '../notice-board.ts'
import type { Posted } from '../posted.ts'
import { busName, busPath, connectSessionBus, type SessionBus } from './session-bus-client.ts'

export interface BusNotices {
  /** False where nobody there shows notifications. Asked once; again after the bus was lost. */
  connect(address: string): Promise<boolean>
  readonly isReady: boolean
  post(posted: Posted, isSilent: boolean): Shown
  dispose(): void
}

interface BusNoticesDeps {
  /** A picture to show beside the words. */
  readonly icon: string
  /** What a click on it does, in a word: some desktops show it as a button. */
  readonly openLabel: () => string
  readonly log: Log
}

const notifications = 'org.freedesktop.Notifications'
const there = {
  destination: notifications,
  path: '/org/freedesktop/Notifications',
  contract: notifications,
}
const normalUrgency = 1
/** Desktops show a few in one row; what is left out is in the inbox. */
const maxButtons = 2
const replyKey = 'inline-reply'

interface Up {
  readonly posted: Posted
  /** Null until the desktop has answered. */
  id: number | null
  isOver: boolean
}

export function createBusNotices({ icon, openLabel, log }: BusNoticesDeps): BusNotices {
  const up = new Map<number, Up>()
  let bus: SessionBus | null = null
  let abilities: ReadonlySet<string> = new Set()

  const end = (notice: Up): void => {
    if (notice.isOver) return
    notice.isOver = true
    if (notice.id !== null) up.delete(notice.id)
    notice.posted.onClosed()
  }
  const act = (notice: Up, key: string): void => {
    end(notice)
    const { onClick, offered } = notice.posted
    if (key === 'default') onClick()
    else offered?.buttons[Number(/^button-(\d)$/u.exec(key)?.[1] ?? Number.NaN)]?.run()
  }
  const hear = (member: string, [id, said]: readonly unknown[]): void => {
    const notice = typeof id === 'number' ? up.get(id) : undefined
    if (!notice) return
    if (member === 'NotificationClosed') end(notice)
    if (typeof said !== 'string') return
    // The text of the field comes by the signal after this one.
    if (member === 'ActionInvoked' && said !== replyKey) act(notice, said)
    if (member === 'NotificationReplied') {
      end(notice)
      notice.posted.offered?.reply?.send(said)
    }
  }
  const close = (id: number): void =>
    void bus?.call({ ...there, member: 'CloseNotification', signature: 'u', body: [id] })

  return {
    get isReady() {
      return bus?.isOpen ?? false
    },
    async connect(address) {
      if (bus?.isOpen) return true
      const found = await connectSessionBus(address)
      if (!found) return false
      // Only from whom the notifications are shown by: others could press buttons for the person.
      const rule = `type='signal',sender='${notifications}',interface='${notifications}'`
      const match = { destination: busName, path: busPath, contract: busName, member: 'AddMatch' }
      const isHeard = await found.call({ ...match, signature: 's', body: [rule] })
      const answer = await found.call({ ...there, member: 'GetCapabilities', signature: '', body: [] })
      const can = answer?.[0]
      if (!isHeard || !Array.isArray(can)) {
        found.close()
        return false
      }
      abilities = new Set(can.filter((each) => typeof each === 'string'))
      found.onSignal(({ contract, member, body }) => {
        if (contract === notifications) hear(member, body)
      })
      bus = found
      return true
    },
    post(posted, isSilent) {
      const notice: Up = { posted, id: null, isOver: false }
      const { title, body, offered } = posted
      const reply = abilities.has(replyKey) ? (offered?.reply ?? null) : null
      const buttons = (offered?.buttons ?? []).slice(0, maxButtons)
      const actions = [
        ...['default', openLabel()],
        ...(reply ? [replyKey, reply.placeholder] : []),
        ...buttons.flatMap(({ label }, index) => [`button-${String(index)}`, label]),
      ]
      const hints = [
        ['urgency', ['y', normalUrgency]],
        ['desktop-entry', ['s', 'outpost']],
        ...(isSilent ? [['suppress-sound', ['b', true]]] : []),
        ...(reply ? [['x-kde-reply-placeholder-text', ['s', reply.placeholder]]] : []),
      ]
      const words = abilities.has('body-markup') ? withoutMarkup(body) : body
      const replaces = 0
      const systemDecides = -1
      const content = [
        ...['Outpost', replaces, icon, title, words],
        ...[abilities.has('actions') ? actions : [], hints, systemDecides],
      ]
      void bus
        ?.call({ ...there, member: 'Notify', signature: 'susssasa{sv}i', body: content })
        .then((answer) => {
          const id = answer?.[0]
          if (typeof id !== 'number') {
            log.warn('notification.failed')
            end(notice)
          } else if (notice.isOver) close(id)
          else {
            notice.id = id
            up.set(id, notice)
          }
        })
      return {
        close() {
          notice.isOver = true
          if (notice.id === null) return
          up.delete(notice.id)
          close(notice.id)
        },
      }
    },
    dispose() {
      bus?.close()
    },
  }
}

/** Some desktops draw `<b>` as bold and fetch pictures: what people write is words. */
function withoutMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
