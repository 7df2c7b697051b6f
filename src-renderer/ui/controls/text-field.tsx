import type { ReactNode, Ref } from 'react'
import {
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { FieldHints, FieldLabel, type FieldTextProps } from './field.tsx'

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'>, FieldTextProps {
  readonly placeholder?: string
  /** A lucide icon element at the start. */
  readonly icon?: ReactNode
  readonly trailing?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps): ReactNode {
  const {
    label,
    isLabelHidden,
    description,
    errorMessage,
    className,
    placeholder,
    icon,
    trailing,
    inputRef,
    ...rest
  } = props
  return (
    <AriaTextField {...rest} className={classNames('ui-field', className)}>
      <FieldLabel label={label} isHidden={isLabelHidden} isRequired={rest.isRequired} />
      <div className="ui-input">
        {icon}
        <Input
          dir="auto"
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        {trailing}
      </div>
      <FieldHints description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
