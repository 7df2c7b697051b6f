import type { ReactNode } from 'react'
import { RadioButton, RadioField, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { FieldHints, FieldLabel, type FieldTextProps } from './field.tsx'
import type { Option } from './select.tsx'
import './toggles.css'

export interface RadioGroupProps<Id extends string> extends FieldTextProps {
  readonly options: readonly Option<Id>[]
  readonly value: Id | null
  readonly onChange: (value: Id) => void
  readonly isDisabled?: boolean
}

export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>): ReactNode {
  return (
    <Choice {...props} itemClassName="ui-toggle ui-radio" groupClassName="ui-radio-group">
      {(option) => (
        <>
          <span className="ui-radio-dot" />
          <span className="ui-option-words">
            <span>{option.label}</span>
            {option.description === undefined ? null : (
              <span className="ui-option-description">{option.description}</span>
            )}
          </span>
        </>
      )}
    </Choice>
  )
}

/** The same choice in one row, for two to five short options. */
export function SegmentedControl<Id extends string>(props: RadioGroupProps<Id>): ReactNode {
  return (
    <Choice {...props} itemClassName="ui-segment" groupClassName="ui-segments">
      {(option) => (
        <>
          {option.icon}
          {option.label}
        </>
      )}
    </Choice>
  )
}

interface ChoiceProps<Id extends string> extends Omit<RadioGroupProps<Id>, 'children'> {
  readonly itemClassName: string
  readonly groupClassName: string
  readonly children: (option: Option<Id>) => ReactNode
}

function Choice<Id extends string>(props: ChoiceProps<Id>): ReactNode {
  return (
    <AriaRadioGroup
      className={classNames('ui-field', props.className)}
      value={props.value}
      onChange={(value) => {
        const chosen = props.options.find((option) => option.id === value)
        if (chosen) props.onChange(chosen.id)
      }}
      isDisabled={props.isDisabled ?? false}
      orientation={props.groupClassName === 'ui-segments' ? 'horizontal' : 'vertical'}
    >
      <FieldLabel label={props.label} isHidden={props.isLabelHidden} />
      <div className={props.groupClassName}>
        {props.options.map((option) => (
          <RadioField
            key={option.id}
            value={option.id}
            className="ui-toggle-field"
            isDisabled={option.isDisabled ?? false}
          >
            <RadioButton className={props.itemClassName}>{props.children(option)}</RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldHints description={props.description} errorMessage={props.errorMessage} />
    </AriaRadioGroup>
  )
}
