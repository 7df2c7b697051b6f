/** What all fields share: a label, a hint, an error, in that order. */
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import './field.css'

export interface FieldTextProps {
  /** Always given; hide it with `isLabelHidden` where the place already says it. */
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly description?: string
  /** Shown while the field is invalid: what is wrong and what to do. */
  readonly errorMessage?: string
  readonly className?: string
}

export function FieldLabel(props: {
  readonly label: string
  readonly isHidden?: boolean | undefined
  readonly isRequired?: boolean | undefined
}): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <Label className={props.isHidden ? 'ui-visually-hidden' : 'ui-field-label'}>
      {props.label}
      {props.isRequired ? <span className="ui-field-required"> ({t('required')})</span> : null}
    </Label>
  )
}

export function FieldHints(props: {
  readonly description?: string | undefined
  readonly errorMessage?: string | undefined
}): ReactNode {
  return (
    <>
      {props.description === undefined ? null : (
        <Text slot="description" className="ui-field-description">
          {props.description}
        </Text>
      )}
      <FieldError className="ui-field-error">{props.errorMessage}</FieldError>
    </>
  )
}
