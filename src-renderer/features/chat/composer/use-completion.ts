/** Suggestions for what is being named at the caret. */
import { useMemo, useState } from 'react'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { currentLanguage } from '../../../state/i18n.ts'
import { usePreferences } from '../../../state/preferences.ts'
import { useColleagues, useMeId } from '../../../state/people.ts'
import { findCompletionToken, suggestEmojis, suggestPeople, type CompletionToken } from './completion.ts'
import type { Suggestion } from './completion-list.tsx'
import { emojiName } from './emoji-search.ts'
import { useEmojis } from './use-emojis.ts'

export interface Completion {
  readonly token: CompletionToken | null
  readonly suggestions: readonly Suggestion[]
  /** Something is being named, whether or not anything fits. */
  readonly isOpen: boolean
  /** Looks at the text again; a null caret means that something is selected. */
  readonly look: (text: string, caret: number | null) => void
  readonly close: () => void
}

export function useCompletion(): Completion {
  const people = useColleagues()
  const meId = useMeId()
  const formats = useFormats()
  const [token, setToken] = useState<CompletionToken | null>(null)

  const emojis = useEmojis(token?.kind === 'emoji')
  const language = usePreferences(currentLanguage)

  const suggestions = useMemo((): readonly Suggestion[] => {
    if (!token) return []
    if (token.kind === 'emoji') {
      return suggestEmojis(emojis, token.query).map((emoji) => ({
        key: emoji.char,
        label: emojiName(emoji, language),
        ...(emoji.names[0] === undefined ? {} : { detail: `:${emoji.names[0]}:` }),
        insert: emoji.char,
        emoji: emoji.char,
      }))
    }
    return suggestPeople(people, token.query, meId, formats.compare).map(({ key, name, title }) => ({
      key,
      label: name,
      detail: title,
      insert: `@${name}`,
    }))
  }, [token, people, meId, formats, emojis, language])

  return {
    token,
    suggestions,
    isOpen: token !== null,
    look(text, caret) {
      const found = caret === null ? null : findCompletionToken(text, caret)
      setToken((current) => (isSame(current, found) ? current : found))
    },
    close: () => setToken(null),
  }
}

function isSame(a: CompletionToken | null, b: CompletionToken | null): boolean {
  return (
    a === b ||
    (a !== null &&
      b !== null &&
      a.kind === b.kind &&
      a.query === b.query &&
      a.from === b.from &&
      a.to === b.to)
  )
}
