/** Which view this is and how many tickets it holds; what sorts and narrows it; the way to a new ticket. */
import { ArrowDownWideNarrow, ArrowUpNarrowWide, ChevronDown, ListFilter, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ListToggle } from '../../../app/area-layout.tsx'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { navigate } from '../../../state/navigation.ts'
import { ticketViews, type TicketsView } from '../../../state/routes.ts'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { setUi } from '../../../state/ui.ts'
import { Button, IconButton, Menu, MenuItem, MenuSection } from '../../../ui/index.ts'
import { firstDirection, isFiltered, isSameView, ticketSorts } from '../model/list-settings.ts'
import {
  changeListSettings,
  closeFilter,
  openFilter,
  useListSettings,
  useListState,
} from '../state/list-state.ts'
import { useQueues, useViewCount } from './view-names.ts'

export interface ListHeaderProps {
  readonly view: TicketsView
  readonly name: string
  readonly total: number
  readonly isWide: boolean
}

export function ListHeader({ view, name, total, isWide }: ListHeaderProps): ReactNode {
  const { t } = useTranslation('tickets')
  const formats = useFormats()
  const isOpen = useListState((state) => state.isFilterOpen)
  const settings = useListSettings(view)
  const filterKeys = useShortcutKeys('ticket.filter')
  const newKeys = useShortcutKeys('app.newTicket')
  const isNarrowed = isFiltered(settings)
  return (
    <header className="ticket-list-head">
      {isWide ? <ListToggle area="tickets" /> : null}
      {isWide ? (
        <h2 className="ticket-list-name ui-truncate" dir="auto">
          {name}
        </h2>
      ) : (
        <ViewMenu view={view} name={name} />
      )}
      <span className="ticket-list-total">{formats.number(total)}</span>
      <span className="ticket-list-gap" />
      <IconButton
        label={t('action.showFilter')}
        icon={<ListFilter aria-hidden />}
        isSelected={isOpen || isNarrowed}
        onPress={isOpen ? closeFilter : openFilter}
        {...(filterKeys === undefined ? {} : { shortcut: filterKeys })}
      />
      <SortMenu view={view} />
      {isWide ? (
        <Button
          size="medium"
          variant="primary"
          icon={<Plus aria-hidden />}
          onPress={() => setUi({ newTicketOpen: true })}
        >
          {t('new')}
        </Button>
      ) : (
        <IconButton
          label={t('new')}
          icon={<Plus aria-hidden />}
          onPress={() => setUi({ newTicketOpen: true })}
          {...(newKeys === undefined ? {} : { shortcut: newKeys })}
        />
      )}
    </header>
  )
}

function SortMenu({ view }: { readonly view: TicketsView }): ReactNode {
  const { t } = useTranslation('tickets')
  const { sort, direction } = useListSettings(view)
  const Icon = direction === 'asc' ? ArrowUpNarrowWide : ArrowDownWideNarrow
  return (
    <Menu
      label={t('sort.label')}
      placement="bottom end"
      trigger={<IconButton label={`${t('sort.label')}: ${t(`sort.${sort}`)}`} icon={<Icon aria-hidden />} />}
    >
      <MenuSection title={t('sort.by')}>
        {ticketSorts.map((each) => (
          <MenuItem
            key={each}
            id={each}
            label={t(`sort.${each}`)}
            isChecked={each === sort}
            onAction={() => changeListSettings(view, { sort: each, direction: firstDirection[each] })}
          />
        ))}
      </MenuSection>
      <MenuSection title={t('sort.order')}>
        {(['desc', 'asc'] as const).map((each) => (
          <MenuItem
            key={each}
            id={each}
            label={t(`sort.${each}`)}
            isChecked={each === direction}
            onAction={() => changeListSettings(view, { direction: each })}
          />
        ))}
      </MenuSection>
    </Menu>
  )
}

/** The way between views where their column is not on the screen. */
function ViewMenu({ view, name }: { readonly view: TicketsView; readonly name: string }): ReactNode {
  const { t } = useTranslation('tickets')
  const queues = useQueues()
  const formats = useFormats()
  const go = (next: TicketsView) => () => navigate({ area: 'tickets', view: next })
  return (
    <Menu
      label={t('view.switch')}
      trigger={
        <Button variant="ghost" className="ticket-view-button" trailing={<ChevronDown aria-hidden />}>
          {name}
        </Button>
      }
    >
      <MenuSection title={t('view.label')}>
        {ticketViews.map((each) => (
          <ViewMenuItem key={each} view={each} isChecked={each === view} onAction={go(each)} />
        ))}
      </MenuSection>
      <MenuSection title={t('queue.label')}>
        {queues
          .filter((queue) => !queue.archived)
          .map((queue) => (
            <MenuItem
              key={queue.key}
              id={queue.key}
              label={withCount(queue.name, formats.number(queue.active))}
              isChecked={isSameView(view, { queueId: queue.key })}
              onAction={go({ queueId: queue.key })}
            />
          ))}
      </MenuSection>
    </Menu>
  )
}

function ViewMenuItem(props: {
  readonly view: (typeof ticketViews)[number]
  readonly isChecked: boolean
  readonly onAction: () => void
}): ReactNode {
  const { t } = useTranslation('tickets')
  const formats = useFormats()
  const count = useViewCount(props.view)
  return (
    <MenuItem
      id={props.view}
      label={withCount(t(`view.${props.view}`), formats.number(count))}
      isChecked={props.isChecked}
      onAction={props.onAction}
    />
  )
}

const withCount = (name: string, count: string): string => `${name} · ${count}`
