/**
 * The field in which messages are written: grows with its text, formats by key, goes on with lists, completes people
 * and emojis. What it changes by itself is typed into the field, so that the browser's undo takes it back.
 */
import {
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { useShortcuts } from '../../../state/shortcuts.ts'
import { useChatText } from '../chat-text.ts'
import { CompletionList, type Suggestion } from './completion-list.tsx'
import { continueList, toggleFormat, type Format, type TextChange } from './format-text.ts'
import { useCompletion } from './use-completion.ts'

export interface TextInputHandle {
  readonly focus: () => void
  /** With the cursor behind the text. */
  readonly focusEnd: () => void
  readonly format: (format: Format) => void
  readonly insert: (text: string) => void
}

export interface TextInputProps {
  readonly label: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter. */
  readonly onSubmit: () => void
  /** Esc, where no suggestions are open. */
  readonly onEscape: () => void
  /** The arrow up in an empty field. */
  readonly onUpWhenEmpty?: () => void
  readonly onBlur: () => void
  readonly describedBy?: string
  readonly ref: Ref<TextInputHandle>
}

export function TextInput(props: TextInputProps): ReactNode {
  const { label, placeholder, value, onChange, onSubmit, onEscape, onUpWhenEmpty, onBlur, describedBy, ref } =
    props
  const { t } = useChatText()
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const completion = useCompletion()
  const [active, setActive] = useState(0)
  const { suggestions, token } = completion
  const index = Math.min(active, suggestions.length - 1)

  const change = (
    make: (selection: { text: string; start: number; end: number }) => TextChange | null,
  ): boolean => {
    const element = field.current
    if (!element) return false
    const made = make({ text: element.value, start: element.selectionStart, end: element.selectionEnd })
    if (made) typeInto(element, made)
    return made !== null
  }
  const format = (name: Format): void => void change((selection) => toggleFormat(selection, name))
  const accept = (suggestion: Suggestion): void => {
    if (!token) return
    change(({ text }) => {
      const insert = text.charAt(token.to) === ' ' ? suggestion.insert : `${suggestion.insert} `
      const end = token.from + suggestion.insert.length + 1
      return { from: token.from, to: token.to, insert, start: end, end }
    })
    completion.close()
  }
  const look = (): void => {
    const element = field.current
    if (!element) return
    completion.look(
      element.value,
      element.selectionStart === element.selectionEnd ? element.selectionStart : null,
    )
    setActive(0)
  }
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    focusEnd: () => {
      field.current?.focus()
      field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
    },
    format,
    insert: (text) => {
      field.current?.focus()
      change(({ start, end }) => ({
        from: start,
        to: end,
        insert: text,
        start: start + text.length,
        end: start + text.length,
      }))
    },
  }))

  const isWriting = (): boolean => document.activeElement === field.current
  useShortcuts('chat', [
    {
      action: 'chat.bold',
      keys: 'Mod+B',
      label: t('format.bold'),
      run: () => format('bold'),
      when: isWriting,
      isHiddenInPalette: true,
    },
    {
      action: 'chat.italic',
      keys: 'Mod+I',
      label: t('format.italic'),
      run: () => format('italic'),
      when: isWriting,
      isHiddenInPalette: true,
    },
    {
      action: 'chat.code',
      keys: 'Mod+E',
      label: t('format.code'),
      run: () => format('code'),
      when: isWriting,
      isHiddenInPalette: true,
    },
  ])

  const onCompletionKey = (key: string): boolean => {
    const chosen = suggestions[index]
    if (!chosen) return false
    if (key === 'ArrowDown') setActive((index + 1) % suggestions.length)
    else if (key === 'ArrowUp') setActive((index + suggestions.length - 1) % suggestions.length)
    else if (key === 'Enter' || key === 'Tab') accept(chosen)
    else if (key === 'Escape') completion.close()
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event
    if (event.nativeEvent.isComposing || altKey) return
    if (!shiftKey && !ctrlKey && !metaKey && onCompletionKey(key)) event.preventDefault()
    else if (key === 'Enter' && !shiftKey) {
      event.preventDefault()
      onSubmit()
    } else if (key === 'Enter' && shiftKey) {
      if (change(continueList)) event.preventDefault()
    } else if (key === 'Escape') {
      event.preventDefault()
      onEscape()
    } else if (key === 'ArrowUp' && value === '' && onUpWhenEmpty && !shiftKey && !ctrlKey && !metaKey) {
      event.preventDefault()
      onUpWhenEmpty()
    }
  }

  return (
    <div className="chat-input">
      {suggestions.length > 0 ? (
        <CompletionList
          id={listId}
          suggestions={suggestions}
          activeIndex={index}
          onChoose={accept}
          onActive={setActive}
        />
      ) : null}
      <textarea
        dir="auto"
        ref={field}
        className="chat-textarea"
        rows={1}
        value={value}
        aria-label={label}
        aria-autocomplete="list"
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        {...(suggestions.length > 0
          ? { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${index}` }
          : {})}
        onChange={(event) => {
          onChange(event.target.value)
          look()
        }}
        onSelect={() => completion.isOpen && look()}
        onKeyDown={onKeyDown}
        onBlur={() => {
          completion.close()
          onBlur()
        }}
      />
    </div>
  )
}

function typeInto(element: HTMLTextAreaElement, { from, to, insert, start, end }: TextChange): void {
  element.focus()
  element.setSelectionRange(from, to)
  // The only way to change a field that the browser's own undo can take back.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert)
  element.setSelectionRange(start, end)
}
