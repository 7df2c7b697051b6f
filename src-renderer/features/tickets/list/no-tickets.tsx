/** What a list says that holds nothing: why, and what to do. */
import { CircleCheck, FilterX, Inbox, Plus, Ticket } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketsView } from '../../../state/routes.ts'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { setUi } from '../../../state/ui.ts'
import { Button, EmptyState } from '../../../ui/index.ts'
import { isFiltered, noFilter } from '../model/list-settings.ts'
import { changeListSettings, useListSettings } from '../state/list-state.ts'
import { useViewCount } from './view-names.ts'

export function NoTickets({
  view,
  isCompact,
}: {
  readonly view: TicketsView
  readonly isCompact: boolean
}): ReactNode {
  const { t } = useTranslation('tickets')
  const all = useViewCount('all')
  const newKeys = useShortcutKeys('app.newTicket')
  if (isFiltered(useListSettings(view))) {
    return (
      <EmptyState
        isCompact={isCompact}
        icon={<FilterX aria-hidden />}
        title={t('empty.filtered')}
        text={t('empty.filteredText')}
        action={<Button onPress={() => changeListSettings(view, noFilter)}>{t('filter.clear')}</Button>}
      />
    )
  }
  const isFirst = all === 0
  const name = typeof view === 'string' ? view : 'queue'
  const isBeginning = isFirst || name === 'all' || name === 'queue'
  return (
    <EmptyState
      isCompact={isCompact}
      icon={
        isFirst ? (
          <Ticket aria-hidden />
        ) : name === 'queue' ? (
          <Inbox aria-hidden />
        ) : (
          <CircleCheck aria-hidden />
        )
      }
      title={isFirst || name === 'all' ? t('empty.title') : t(`empty.view.${name}`)}
      text={isFirst || name === 'all' ? t('empty.text') : t(`empty.view.${name}Text`)}
      {...(isBeginning
        ? {
            action: (
              <Button
                variant="primary"
                icon={<Plus aria-hidden />}
                onPress={() => setUi({ newTicketOpen: true })}
              >
                {t('new')}
              </Button>
            ),
            ...(newKeys === undefined ? {} : { shortcut: newKeys }),
          }
        : {})}
    />
  )
}
