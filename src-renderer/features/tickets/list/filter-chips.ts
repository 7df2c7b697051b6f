/** The filters that are set, each as a sentence and a way to take it off. Words stand in their own field. */
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { usePeople } from '../../../state/people.ts'
import type { TicketsView } from '../../../state/routes.ts'
import { priorityNames } from '../model/ticket-names.ts'
import { changeListSettings, useListSettings } from '../state/list-state.ts'

export interface FilterChip {
  readonly id: string
  readonly label: string
  readonly remove: () => void
}

export function useFilterChips(view: TicketsView): readonly FilterChip[] {
  const { t } = useTranslation(['tickets', 'ui', 'common'])
  const { states, priorities, owner, tag } = useListSettings(view)
  const people = usePeople()
  const { either } = useFormats()

  const chips: FilterChip[] = []
  if (states.length > 0) {
    const values = either(states.map((state) => t(`ui:state.${state}`)))
    chips.push({
      id: 'states',
      label: t('filter.state', { values }),
      remove: () => changeListSettings(view, { states: [] }),
    })
  }
  if (priorities.length > 0) {
    const values = either(priorities.map((priority) => t(`ui:priority.${priorityNames[priority]}`)))
    chips.push({
      id: 'priorities',
      label: t('filter.priority', { values }),
      remove: () => changeListSettings(view, { priorities: [] }),
    })
  }
  if (owner !== null) {
    const name =
      owner === 'none' ? t('filter.ownerNone') : (people.get(owner)?.name ?? t('common:unknownPerson'))
    chips.push({
      id: 'owner',
      label: t('filter.owner', { value: name }),
      remove: () => changeListSettings(view, { owner: null }),
    })
  }
  if (tag !== null) {
    chips.push({
      id: 'tag',
      label: t('filter.tag', { value: tag }),
      remove: () => changeListSettings(view, { tag: null }),
    })
  }
  return chips
}
