/** Views and queues in the palette. Tickets are found there by the palette itself, commands by their keys. */
import { Inbox, Layers } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../state/navigation.ts'
import { matchesQuery, usePaletteSource, type PaletteItem } from '../../state/palette.ts'
import { ticketViews } from '../../state/routes.ts'
import { useQueues } from './list/view-names.ts'

export function useTicketsPalette(): void {
  const { t } = useTranslation('tickets')
  const queues = useQueues()
  usePaletteSource(
    useMemo(() => {
      const items: readonly PaletteItem[] = [
        ...ticketViews.map((view) => ({
          id: `ticket view ${view}`,
          group: 'commands' as const,
          label: t(`view.${view}`),
          detail: t('title'),
          icon: <Layers aria-hidden />,
          run: () => navigate({ area: 'tickets', view }),
        })),
        ...queues
          .filter((queue) => !queue.archived)
          .map((queue) => ({
            id: `ticket queue ${queue.key}`,
            group: 'commands' as const,
            label: queue.name,
            detail: t('field.queue'),
            icon: <Inbox aria-hidden />,
            run: () => navigate({ area: 'tickets', view: { queueId: queue.key } }),
          })),
      ]
      return {
        id: 'ticket views',
        search: (query: string) => (query === '' ? [] : items.filter((item) => matchesQuery(item, query))),
      }
    }, [t, queues]),
  )
}
