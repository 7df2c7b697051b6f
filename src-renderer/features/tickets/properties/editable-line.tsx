/** A line of text that is edited where it stands. Enter or leaving saves, Esc puts back what was there. */
import { useState, type ReactNode } from 'react'
import { TextField } from '../../../ui/index.ts'

export interface EditableLineProps {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly maxLength: number
  readonly type?: 'text' | 'email'
  readonly onSave: (value: string) => void
}

export function EditableLine({
  label,
  value,
  placeholder,
  maxLength,
  type = 'text',
  onSave,
}: EditableLineProps): ReactNode {
  /** Null while nobody edits: then what others change is shown at once. */
  const [text, setText] = useState<string | null>(null)
  const save = (): void => {
    const line = text?.replace(/\s+/gu, ' ').trim() ?? value
    setText(null)
    if (line !== value) onSave(line)
  }
  return (
    <TextField
      label={label}
      isLabelHidden
      className="property-line"
      type={type}
      value={text ?? value}
      placeholder={placeholder}
      maxLength={maxLength}
      onChange={setText}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          save()
          if (event.target instanceof HTMLElement) event.target.blur()
        } else if (event.key === 'Escape') {
          setText(null)
          if (event.target instanceof HTMLElement) event.target.blur()
        } else event.continuePropagation()
      }}
    />
  )
}
