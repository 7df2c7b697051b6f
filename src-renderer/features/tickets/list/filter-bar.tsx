/** What narrows the list: words, and chips for state, priority, assignee and tag, each to be taken off. */
import { Plus, X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveQuery } from '../../../state/live.ts'
import { usePeople } from '../../../state/people.ts'
import type { TicketsView } from '../../../state/routes.ts'
import {
  Avatar,
  Button,
  IconButton,
  Menu,
  MenuItem,
  PriorityIcon,
  SearchField,
  StateIcon,
  Submenu,
} from '../../../ui/index.ts'
import { isFiltered, noFilter, toggled } from '../model/list-settings.ts'
import { priorityChoices, priorityNames, stateChoices } from '../model/ticket-names.ts'
import {
  changeListSettings,
  closeFilter,
  filterHasFocus,
  useListSettings,
  useListState,
} from '../state/list-state.ts'
import { useFilterChips } from './filter-chips.ts'

/** More do not fit into a menu; the words field finds the rest. */
const offeredTags = 25

export function FilterBar({ view }: { readonly view: TicketsView }): ReactNode {
  const { t } = useTranslation('tickets')
  const settings = useListSettings(view)
  const chips = useFilterChips(view)
  const input = useRef<HTMLInputElement>(null)
  const wantsFocus = useListState((state) => state.wantsFilterFocus)
  useEffect(() => {
    if (!wantsFocus) return
    input.current?.focus()
    filterHasFocus()
  }, [wantsFocus])

  return (
    <div className="ticket-filter" role="group" aria-label={t('filter.label')}>
      <SearchField
        label={t('filter.text')}
        placeholder={t('filter.text')}
        className="ticket-filter-text"
        inputRef={input}
        value={settings.text}
        onChange={(text) => changeListSettings(view, { text })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && settings.text === '') closeFilter()
          else event.continuePropagation()
        }}
      />
      <FilterMenu view={view} />
      {chips.map((chip) => (
        <span key={chip.id} className="ticket-chip">
          {chip.label}
          <IconButton
            size="small"
            label={t('filter.remove', { filter: chip.label })}
            icon={<X aria-hidden />}
            onPress={chip.remove}
          />
        </span>
      ))}
      {isFiltered(settings) ? (
        <Button size="small" variant="ghost" onPress={() => changeListSettings(view, noFilter)}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  )
}

function FilterMenu({ view }: { readonly view: TicketsView }): ReactNode {
  const { t } = useTranslation(['tickets', 'ui'])
  const settings = useListSettings(view)
  const people = usePeople()
  const { rows: tags } = useLiveQuery('ticket.tags', {})
  const change = (part: Parameters<typeof changeListSettings>[1]): void => changeListSettings(view, part)
  return (
    <Menu
      label={t('filter.add')}
      trigger={
        <Button size="small" variant="ghost" icon={<Plus aria-hidden />}>
          {t('filter.add')}
        </Button>
      }
    >
      <Submenu label={t('field.state')}>
        {stateChoices.map((state) => (
          <MenuItem
            key={state}
            id={state}
            label={t(`ui:state.${state}`)}
            icon={<StateIcon state={state} />}
            isChecked={settings.states.includes(state)}
            onAction={() => change({ states: toggled(settings.states, state) })}
          />
        ))}
      </Submenu>
      <Submenu label={t('field.priority')}>
        {priorityChoices.map((priority) => (
          <MenuItem
            key={priority}
            id={String(priority)}
            label={t(`ui:priority.${priorityNames[priority]}`)}
            icon={
              <span aria-hidden>
                <PriorityIcon priority={priorityNames[priority]} />
              </span>
            }
            isChecked={settings.priorities.includes(priority)}
            onAction={() => change({ priorities: toggled(settings.priorities, priority) })}
          />
        ))}
      </Submenu>
      <Submenu label={t('field.owner')}>
        <MenuItem
          id="none"
          label={t('noOwner')}
          icon={<span className="ticket-nobody" />}
          isChecked={settings.owner === 'none'}
          onAction={() => change({ owner: settings.owner === 'none' ? null : 'none' })}
        />
        {[...people.values()].map((person) => (
          <MenuItem
            key={person.key}
            id={person.key}
            label={person.name}
            icon={<Avatar name={person.name} size="tiny" />}
            isChecked={settings.owner === person.key}
            onAction={() => change({ owner: settings.owner === person.key ? null : person.key })}
          />
        ))}
      </Submenu>
      <Submenu label={t('field.tags')}>
        {tags.slice(0, offeredTags).map((tag) => (
          <MenuItem
            key={tag.key}
            id={tag.key}
            label={tag.key}
            isChecked={settings.tag === tag.key}
            onAction={() => change({ tag: settings.tag === tag.key ? null : tag.key })}
          />
        ))}
      </Submenu>
    </Menu>
  )
}
