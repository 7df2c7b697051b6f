/** Putting conversations and tickets to sleep until a time; they come back by themselves. */
import { useEffect, useMemo } from 'react'
import type { ChannelId, TicketId } from '#shared/base/ids.ts'
import type { Snooze } from '#shared/contract/attention.ts'
import { snoozeUntil, type SnoozeChoice } from '#shared/model/personal/snooze-times.ts'
import { createFormats } from '../i18n/formats.ts'
import { useNotifyRules } from './attention.ts'
import { runCommand, undoable } from './commands.ts'
import { currentLanguage, currentLocale, i18n } from './i18n.ts'
import { getRoute, onRoute } from './navigation.ts'

export type SnoozePlace =
  { readonly type: 'channel'; readonly id: ChannelId } | { readonly type: 'ticket'; readonly id: TicketId }

/** When it wakes; null where it does not sleep. */
export function useSnooze({ type, id }: SnoozePlace): number | null {
  const rules = useNotifyRules()
  return useMemo(
    () => rules?.snoozes.find((each) => each.type === type && each.id === id)?.until ?? null,
    [rules, type, id],
  )
}

/** Says until when, and offers to take it back. */
export async function snooze(place: SnoozePlace, choice: SnoozeChoice): Promise<void> {
  const until = snoozeUntil(choice, Date.now())
  if (until === null) return
  await undoable(
    i18n.t('notifications:snooze.did', { time: untilWords(until) }),
    () => runCommand('notify.snooze', { ...place, until }),
    () => runCommand('notify.snooze', { ...place, until: null }),
  )
}

export async function wake(place: SnoozePlace, until: number): Promise<void> {
  await undoable(
    i18n.t('notifications:snooze.woken'),
    () => runCommand('notify.snooze', { ...place, until: null }),
    () => runCommand('notify.snooze', { ...place, until }),
  )
}

/** "14:05" today, the weekday with it on another day. */
export function untilWords(until: number): string {
  const formats = createFormats(currentLocale(currentLanguage()))
  const isToday = new Date(until).toDateString() === new Date().toDateString()
  return isToday ? formats.time(until) : `${formats.day(until)}, ${formats.time(until)}`
}

/** What has come back and is looked at has done its work: on no device is it told any more. */
export function useEndOfSnoozes(): void {
  const snoozes = useNotifyRules()?.snoozes
  useEffect(() => {
    if (!snoozes || snoozes.length === 0) return
    const look = (): void => {
      const shown = placeOfRoute()
      if (!shown || !document.hasFocus() || document.visibilityState !== 'visible') return
      const over = snoozes.find((each) => isOver(each) && each.type === shown.type && each.id === shown.id)
      if (over) void runCommand('notify.snooze', { ...shown, until: null }, { isSilent: true })
    }
    look()
    const stop = onRoute(look)
    window.addEventListener('focus', look)
    return () => {
      stop()
      window.removeEventListener('focus', look)
    }
  }, [snoozes])
}

const isOver = ({ until }: Snooze): boolean => until <= Date.now()

function placeOfRoute(): SnoozePlace | null {
  const route = getRoute()
  if (route.area === 'chat' && route.channelId) return { type: 'channel', id: route.channelId }
  if (route.area === 'tickets' && route.ticketId) return { type: 'ticket', id: route.ticketId }
  return null
}
