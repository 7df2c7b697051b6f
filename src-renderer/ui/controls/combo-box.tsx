import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, ComboBox as AriaComboBox, Input, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classNames } from '../class-names.ts'
import { FieldHints, FieldLabel, type FieldTextProps } from './field.tsx'
import { OptionList, type Option } from './select.tsx'

export interface ComboBoxProps<Id extends string> extends FieldTextProps {
  readonly options: readonly Option<Id>[]
  readonly value: Id | null
  readonly onChange: (value: Id | null) => void
  /** Given: the caller narrows `options` itself, for long lists. Not given: narrowed here by the typed words. */
  readonly onInputChange?: (text: string) => void
  readonly inputValue?: string
  /** Enter on words that match no option; for making a new tag. */
  readonly onCustomValue?: (text: string) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly isInvalid?: boolean
  readonly isRequired?: boolean
  readonly autoFocus?: boolean
}

export function ComboBox<Id extends string>(props: ComboBoxProps<Id>): ReactNode {
  const { t } = useTranslation('ui')
  const { options, value, onChange, onInputChange, inputValue, onCustomValue, placeholder } = props
  const isNarrowedOutside = onInputChange !== undefined
  return (
    <AriaComboBox
      className={classNames('ui-field', props.className)}
      {...(isNarrowedOutside ? { items: options, onInputChange } : { defaultItems: options })}
      {...(inputValue === undefined ? {} : { inputValue })}
      value={value}
      onChange={(key) => {
        onChange(options.find((option) => option.id === key)?.id ?? null)
      }}
      disabledKeys={options.filter((option) => option.isDisabled).map((option) => option.id)}
      menuTrigger="focus"
      allowsEmptyCollection
      allowsCustomValue={onCustomValue !== undefined}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.isInvalid ?? false}
      isRequired={props.isRequired ?? false}
      autoFocus={props.autoFocus ?? false}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !onCustomValue || !(event.target instanceof HTMLInputElement)) return
        const text = event.target.value.trim()
        if (text !== '' && !options.some((option) => option.label === text)) onCustomValue(text)
      }}
    >
      <FieldLabel label={props.label} isHidden={props.isLabelHidden} isRequired={props.isRequired} />
      <div className="ui-input">
        <Input dir="auto" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button
          className="ui-icon-button ui-input-clear"
          data-size="small"
          data-variant="ghost"
          aria-label={t('showOptions')}
        >
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <FieldHints description={props.description} errorMessage={props.errorMessage} />
      <Popover className="ui-popover ui-options-popover" offset={4}>
        <OptionList empty={t('noMatches')} />
      </Popover>
    </AriaComboBox>
  )
}
