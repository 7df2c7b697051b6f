/** A field to type into over a list to choose from: the one manner in which values are chosen, by key and by mouse. */
import { Check, Search } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { matchesQuery } from '../../../state/palette.ts'
import './picker.css'

export interface PickerItem {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly detail?: string
  /** What the tickets have now. */
  readonly isOn?: boolean
}

export interface PickerListProps {
  /** What is chosen: the accessible name of field and list. */
  readonly label: string
  readonly placeholder?: string
  readonly items: readonly PickerItem[]
  readonly onPick: (id: string) => void
  /** Words that match no item can be taken as they are: the label for that, and what they become. */
  readonly create?: { label(text: string): string; normalize(text: string): string; run(text: string): void }
  readonly empty?: string
}

const createId = 'create:'

export function PickerList(props: PickerListProps): ReactNode {
  const { label, items, onPick, create } = props
  const { t } = useTranslation('tickets')
  const [text, setText] = useState('')
  const matching = text.trim() === '' ? items : items.filter((item) => matchesQuery(item, text))
  const fresh = create?.normalize(text) ?? ''
  const canCreate = create && fresh !== '' && !items.some((item) => item.label === fresh)
  const shown = canCreate ? [...matching, { id: createId, label: create.label(fresh) }] : matching

  const pick = (id: string): void => {
    if (id === createId) create?.run(fresh)
    else onPick(id)
    setText('')
  }

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label={label} className="ticket-picker-field" autoFocus>
        <Search aria-hidden />
        <Input
          dir="auto"
          placeholder={props.placeholder ?? t('picker.search')}
          className="ticket-picker-input"
        />
      </SearchField>
      <ListBox
        aria-label={label}
        className="ticket-picker-list"
        items={shown}
        selectionMode="none"
        onAction={(key) => pick(String(key))}
        renderEmptyState={() => <p className="ticket-picker-empty">{props.empty ?? t('picker.none')}</p>}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={item.label} className="ui-option ticket-picker-option">
            {item.icon}
            <span className="ui-truncate" dir="auto">
              {item.label}
            </span>
            {item.detail === undefined ? null : <span className="ticket-picker-detail">{item.detail}</span>}
            {item.isOn ? (
              <>
                <Check aria-hidden className="ticket-picker-check" />
                <span className="ui-visually-hidden">{t('picker.on')}</span>
              </>
            ) : null}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}
