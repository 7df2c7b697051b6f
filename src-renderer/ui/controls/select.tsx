import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { FieldHints, FieldLabel, type FieldTextProps } from './field.tsx'
import './button.css'
import './select.css'

export interface Option<Id extends string = string> {
  readonly id: Id
  readonly label: string
  readonly icon?: ReactNode
  readonly description?: string
  readonly isDisabled?: boolean
}

export interface SelectProps<Id extends string> extends FieldTextProps {
  readonly options: readonly Option<Id>[]
  readonly value: Id | null
  readonly onChange: (value: Id) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly isInvalid?: boolean
  readonly isRequired?: boolean
  readonly size?: 'small' | 'medium'
  /** No border until hovered: for property rows such as a ticket's context pane. */
  readonly isQuiet?: boolean
}

export function Select<Id extends string>(props: SelectProps<Id>): ReactNode {
  const { options, value, onChange, size = 'medium', isQuiet = false, placeholder } = props
  return (
    <AriaSelect
      className={classNames('ui-field', props.className)}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen) onChange(chosen.id)
      }}
      disabledKeys={options.filter((option) => option.isDisabled).map((option) => option.id)}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.isInvalid ?? false}
      isRequired={props.isRequired ?? false}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldLabel label={props.label} isHidden={props.isLabelHidden} isRequired={props.isRequired} />
      <Button
        className="ui-button ui-select-button"
        data-variant={isQuiet ? 'ghost' : 'secondary'}
        data-size={size}
      >
        <SelectValue className="ui-select-value" />
        <ChevronDown aria-hidden className="ui-select-chevron" />
      </Button>
      <FieldHints description={props.description} errorMessage={props.errorMessage} />
      <Popover className="ui-popover ui-options-popover" offset={4}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  )
}

/** The list inside a Select or ComboBox. */
export function OptionList(props: {
  readonly options?: readonly Option[]
  readonly empty?: ReactNode
}): ReactNode {
  return (
    <ListBox<Option>
      className="ui-options"
      {...(props.options === undefined ? {} : { items: props.options })}
      {...(props.empty === undefined
        ? {}
        : { renderEmptyState: () => <div className="ui-options-empty">{props.empty}</div> })}
    >
      {(option) => (
        <ListBoxItem id={option.id} textValue={option.label} className="ui-option">
          {option.icon}
          <span className="ui-option-words">
            <span className="ui-truncate" dir="auto">
              {option.label}
            </span>
            {option.description === undefined ? null : (
              <span className="ui-option-description">{option.description}</span>
            )}
          </span>
          <Check aria-hidden className="ui-option-check" />
        </ListBoxItem>
      )}
    </ListBox>
  )
}
