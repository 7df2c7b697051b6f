import type { CSSProperties, ReactNode, Ref } from 'react'
import { TextArea as AriaTextArea, TextField, type TextFieldProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { FieldHints, FieldLabel, type FieldTextProps } from './field.tsx'

export interface TextAreaProps
  extends Omit<TextFieldProps, 'children' | 'className' | 'style' | 'type'>, FieldTextProps {
  readonly placeholder?: string
  /** Height in lines when empty. */
  readonly minRows?: number
  /** Height in lines at which it begins to scroll. */
  readonly maxRows?: number
  /** No border and no background: for a composer that draws its own frame. */
  readonly isBare?: boolean
  readonly textAreaRef?: Ref<HTMLTextAreaElement>
}

/** Grows with its text (`field-sizing: content`, Chrome 123), from `minRows` to `maxRows`. */
export function TextArea(props: TextAreaProps): ReactNode {
  const {
    label,
    isLabelHidden,
    description,
    errorMessage,
    className,
    placeholder,
    minRows = 2,
    maxRows = 12,
    isBare,
    textAreaRef,
    ...rest
  } = props
  const height: CSSProperties = { minHeight: rowsToHeight(minRows), maxHeight: rowsToHeight(maxRows) }
  return (
    <TextField
      {...rest}
      className={classNames('ui-field', className)}
      {...(isBare ? { 'data-bare': '' } : {})}
    >
      <FieldLabel label={label} isHidden={isLabelHidden} isRequired={rest.isRequired} />
      <AriaTextArea
        dir="auto"
        className="ui-input"
        rows={minRows}
        style={height}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(textAreaRef === undefined ? {} : { ref: textAreaRef })}
      />
      <FieldHints description={description} errorMessage={errorMessage} />
    </TextField>
  )
}

/** Lines of text plus the padding and border of the field. */
function rowsToHeight(rows: number): string {
  return `calc(${rows} * var(--line-normal) * 1em + 14px)`
}
