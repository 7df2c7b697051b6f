/** The tray's menu and tooltip, as a template: what is unread, a rest, and the ways in and out. */
import type { MenuItemConstructorOptions } from 'electron'
import { unreadCap } from '#shared/contract/chat.ts'
import { snoozeUntil } from '#shared/model/personal/snooze-times.ts'
import type { MenuConversation, Summary } from './summary.ts'
import type { Words } from './words.ts'

export type Rest = 'half-hour' | 'hour' | 'tomorrow' | 'end'

export interface TrayActions {
  openConversation(conversation: MenuConversation): void
  rest(rest: Rest): void
  open(): void
  capture(): void
  newTicket(): void
  quit(): void
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

export function trayMenu(summary: Summary, words: Words, actions: TrayActions): MenuItemConstructorOptions[] {
  const conversations = summary.conversations.map((conversation): MenuItemConstructorOptions => ({
    label: conversationLabel(conversation),
    click: () => actions.openConversation(conversation),
  }))
  const rest = (name: Rest, label: Parameters<Words['tray']>[0]): MenuItemConstructorOptions => ({
    label: words.tray(label),
    click: () => actions.rest(name),
  })
  return [
    ...(conversations.length > 0
      ? [...conversations, separator]
      : [{ label: words.tray('nothingUnread'), enabled: false }, separator]),
    { label: words.tray('open'), click: () => actions.open() },
    { label: words.tray('capture'), click: () => actions.capture() },
    { label: words.tray('newTicket'), click: () => actions.newTicket() },
    separator,
    ...(summary.pausedUntil === null
      ? [
          {
            label: words.tray('pause'),
            submenu: [
              rest('half-hour', 'pauseHalfHour'),
              rest('hour', 'pauseHour'),
              rest('tomorrow', 'pauseTomorrow'),
            ],
          },
        ]
      : [
          { label: words.tray('pausedUntil', { time: words.time(summary.pausedUntil) }), enabled: false },
          rest('end', 'resume'),
        ]),
    separator,
    { label: words.tray('quit'), click: () => actions.quit() },
  ]
}

export function trayTooltip({ state, unread, waiting, isOffline }: Summary, words: Words): string {
  const parts = [
    unread > 0 ? words.tray('unread', { count: unread }) : '',
    waiting > 0 ? words.tray('waiting', { count: waiting }) : isOffline ? words.tray('offline') : '',
  ].filter((part) => part !== '')
  if (parts.length === 0) parts.push(words.tray(state === 'synced' ? 'synced' : 'open'))
  return `Outpost · ${parts.join(' · ')}`
}

/** When a rest ends; null for now. Tomorrow begins at eight. */
export function restUntil(rest: Rest, now: number): number | null {
  switch (rest) {
    case 'half-hour':
      return now + 30 * 60_000
    case 'hour':
      return now + 60 * 60_000
    case 'tomorrow':
      return snoozeUntil('tomorrow', now)
    case 'end':
      return null
  }
}

function conversationLabel({ kind, name, unread, mentions, workspaceName }: MenuConversation): string {
  const count = unread >= unreadCap ? `${String(unreadCap - 1)}+` : String(unread)
  const sign = mentions > 0 ? '@ ' : ''
  // "&" would underline a letter on Windows and Linux.
  const label = `${sign}${kind === 'channel' ? '#' : ''}${name} (${count})`.replaceAll('&', '&&')
  return workspaceName === null ? label : `${label} · ${workspaceName.replaceAll('&', '&&')}`
}
