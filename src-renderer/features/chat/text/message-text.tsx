/** The text of a message: Markdown in which people and tickets are marked. */
import { memo, useMemo, type ReactNode } from 'react'
import type { PersonId } from '#shared/base/ids.ts'
import type { PersonRow } from '#shared/contract/workspace.ts'
import { Markdown, type MarkdownReferences } from '../../../ui/text/markdown.tsx'
import { useChatText } from '../chat-text.ts'
import { findReferences, type NamedPerson } from './references.ts'
import { openTicket } from './ticket-links.ts'

export interface MessageTextProps {
  readonly text: string
  /** Whom it means. */
  readonly mentions: readonly PersonId[]
  readonly people: ReadonlyMap<PersonId, PersonRow>
  readonly meId: PersonId | null
}

export const MessageText = memo(function MessageText({
  text,
  mentions,
  people,
  meId,
}: MessageTextProps): ReactNode {
  const references = useMemo(
    () => (/[@#\d]/.test(text) ? referencesOf(mentions, people, meId) : undefined),
    [text, mentions, people, meId],
  )
  return <Markdown text={text} className="chat-text" {...(references === undefined ? {} : { references })} />
})

function referencesOf(
  mentions: readonly PersonId[],
  people: ReadonlyMap<PersonId, PersonRow>,
  meId: PersonId | null,
): MarkdownReferences {
  const named = mentions.flatMap((id): NamedPerson[] => {
    const person = people.get(id)
    return person ? [{ id, name: person.name }] : []
  })
  return {
    find: (text) => findReferences(text, named).map(({ start, end }) => [start, end] as const),
    render: (text) => {
      const [reference] = findReferences(text, named)
      if (reference?.kind === 'ticket') return <TicketLink text={text} words={reference.words} />
      return (
        <span
          className="chat-mention"
          {...(reference?.kind === 'person' && reference.personId === meId ? { 'data-me': '' } : {})}
        >
          {text}
        </span>
      )
    },
  }
}

function TicketLink({ text, words }: { readonly text: string; readonly words: string }): ReactNode {
  const { t } = useChatText()
  return (
    <button
      type="button"
      className="chat-ticket-link"
      title={t('openTicket', { ticket: text })}
      onClick={() => void openTicket(words)}
    >
      {text}
    </button>
  )
}
