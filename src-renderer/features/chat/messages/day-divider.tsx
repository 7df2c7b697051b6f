import { useSyncExternalStore, type ReactNode } from 'react'
import { useTicker } from '../../../ui/index.ts'
import { localDay } from './message-rows.ts'
import type { RowContext } from './row-context.ts'

const dayMs = 86_400_000

export function DayDivider({
  atMs,
  context,
}: {
  readonly atMs: number
  readonly context: RowContext
}): ReactNode {
  const ticker = useTicker()
  const name = useSyncExternalStore(ticker.subscribe, () => dayName(atMs, ticker.nowMs(), context))
  return (
    <div className="chat-day">
      <span className="chat-day-name">{name}</span>
    </div>
  )
}

/** Today, yesterday, a weekday with its date; the year too where it is another. */
export function dayName(
  atMs: number,
  nowMs: number,
  { t, formats }: Pick<RowContext, 't' | 'formats'>,
): string {
  const day = localDay(atMs)
  if (day === localDay(nowMs)) return t('today')
  if (day === localDay(nowMs - dayMs)) return t('yesterday')
  return new Date(atMs).getFullYear() === new Date(nowMs).getFullYear()
    ? formats.day(atMs)
    : formats.date(atMs)
}

export function UnreadLine({ context: { t } }: { readonly context: RowContext }): ReactNode {
  return (
    <div className="chat-unread-line" role="separator" aria-label={t('unreadLine')}>
      <span aria-hidden>{t('new')}</span>
    </div>
  )
}
