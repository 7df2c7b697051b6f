/**
 * What a notification offers to do in place, and whether the system's notifications can show it. macOS has had a reply
 * field and buttons for long, Windows has them from Electron 41 on, and on Linux Electron passes none on (`bus/` does).
 */
import type { Notice, NoticeAction } from '#shared/contract/attention.ts'
import type { SnoozeChoice } from '#shared/model/personal/snooze-times.ts'
import type { NoticeText, Words } from './words.ts'

export interface NoticeAbilities {
  readonly canReply: boolean
  readonly hasButtons: boolean
}

const firstWithWindowsActions = 41

/** @param electron its version, such as `45.4.1` */
export function noticeAbilities(platform: NodeJS.Platform, electron: string): NoticeAbilities {
  const major = Number(electron.split('.')[0])
  const has = platform === 'darwin' || (platform === 'win32' && major >= firstWithWindowsActions)
  return { canReply: has, hasButtons: has }
}

/** Carries out what a person chose in a notification. */
export interface NoticeHandlers {
  reply(channelId: string, text: string): void
  claim(ticketId: string): void
  snooze(place: string, choice: SnoozeChoice): void
}

export interface NoticeButton {
  readonly label: string
  readonly run: () => void
}

/** A reply field and buttons for a notification, in the order in which they are shown. */
export interface OfferedActions {
  readonly reply: { readonly placeholder: string; readonly send: (text: string) => void } | null
  readonly buttons: readonly NoticeButton[]
}

const snoozes = [
  ['hour', 'snoozeHour'],
  ['tomorrow', 'snoozeTomorrow'],
] as const satisfies readonly (readonly [SnoozeChoice, NoticeText])[]

/** @param count how many things the notification stands for: what is about one of them is not offered for many */
export function offerActions(
  { place, actions, isHidden }: Notice,
  count: number,
  words: Words,
  handlers: NoticeHandlers,
): OfferedActions {
  const [type, id = ''] = place.split('/')
  const has = (action: NoticeAction) => actions.includes(action)
  const canReply = has('reply') && type === 'channel' && !isHidden
  const claim: readonly NoticeButton[] =
    has('claim') && type === 'ticket' && count === 1
      ? [{ label: words.notice('claim'), run: () => handlers.claim(id) }]
      : []
  const snooze = has('snooze')
    ? snoozes.map(([choice, text]) => ({
        label: words.notice(text),
        run: () => handlers.snooze(place, choice),
      }))
    : []
  return {
    reply: canReply
      ? {
          placeholder: words.notice('replyPlaceholder'),
          send: (text) => handlers.reply(id, text),
        }
      : null,
    buttons: [...claim, ...snooze],
  }
}
