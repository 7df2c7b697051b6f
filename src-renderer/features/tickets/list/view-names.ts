/** Views and queues by name, for headings, menus and the palette. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '#shared/contract/tickets.ts'
import type { LiveState } from '../../../state/live.ts'
import { useLiveRow, useLiveSelect } from '../../../state/live.ts'
import type { TicketsView } from '../../../state/routes.ts'
import type { BuiltInView } from '#shared/contract/tickets.ts'

export function useViewName(view: TicketsView): string {
  const { t } = useTranslation('tickets')
  const queue = useLiveRow('ticket.queues', {}, typeof view === 'string' ? null : view.queueId)
  return typeof view === 'string' ? t(`view.${view}`) : (queue?.name ?? t('field.queue'))
}

/** How many tickets a built-in view holds; only this number's change draws again. */
export function useViewCount(view: BuiltInView): number {
  const select = useCallback((state: LiveState<'ticket.counts'>) => state.meta?.[view] ?? 0, [view])
  return useLiveSelect('ticket.counts', {}, select)
}

export function useQueues(): readonly QueueRow[] {
  return useLiveSelect('ticket.queues', {}, selectRows)
}

const selectRows = ({ rows }: LiveState<'ticket.queues'>): readonly QueueRow[] => rows
