/** How much room is left, once it matters. */
import type { ReactNode } from 'react'
import { useChatText } from '../chat-text.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'

/** The contract's limit; its values are not loaded into the window. */
export const maxMessageLength = 40_000
const shownFrom = 38_000

export function isTooLong(text: string): boolean {
  return text.length > maxMessageLength
}

export function isLengthShown(text: string): boolean {
  return text.length >= shownFrom
}

export function LengthNote({ text }: { readonly text: string }): ReactNode {
  const { t } = useChatText()
  const formats = useFormats()
  const { length } = text
  if (!isLengthShown(text)) return null
  const left = maxMessageLength - length
  return (
    <span className="chat-length" role="status" {...(left < 0 ? { 'data-over': '' } : {})}>
      {left < 0
        ? t('tooLong', { count: -left, number: formats.number(-left) })
        : t('charactersLeft', { count: left, number: formats.number(left) })}
    </span>
  )
}
