import { BookOpen, MessageSquare } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '#shared/contract/search.ts'
import type { ChannelId, PersonId } from '#shared/base/ids.ts'
import { useLiveRow } from '../../state/live.ts'
import { usePerson } from '../../state/people.ts'
import { priorityNames } from '../../state/priority-names.ts'
import { Highlight, PriorityIcon, RelativeTime, StateBadge } from '../../ui/index.ts'

/** One result: what it is, its title with marks, the piece of text that was found. */
export const SearchRow = memo(function SearchRow({ hit }: { readonly hit: SearchHit }): ReactNode {
  switch (hit.type) {
    case 'message':
      return (
        <div className="search-row">
          <MessageSquare aria-hidden className="search-row-icon" />
          <MessagePlace authorId={hit.authorId} channelId={hit.channelId} />
          <RelativeTime atMs={hit.sentAt} className="search-row-time" />
          <Found hit={hit} />
        </div>
      )
    case 'ticket':
      return (
        <div className="search-row">
          <span className="search-row-icon">
            <StateBadge state={hit.state} isIconOnly />
          </span>
          <span className="search-row-title">
            <span className="search-row-code">{hit.number === null ? hit.code : `#${hit.number}`}</span>
            <span className="ui-truncate" dir="auto">
              <Highlight text={hit.title.text} ranges={hit.title.marks} />
            </span>
            <PriorityIcon priority={priorityNames[hit.priority]} />
          </span>
          <RelativeTime atMs={hit.updatedAt} className="search-row-time" />
          <Found hit={hit} />
        </div>
      )
    case 'article':
      return (
        <div className="search-row">
          <BookOpen aria-hidden className="search-row-icon" />
          <span className="search-row-title">
            <span className="ui-truncate" dir="auto">
              <Highlight text={hit.title.text} ranges={hit.title.marks} />
            </span>
            <span className="search-row-code">{hit.category}</span>
          </span>
          <RelativeTime atMs={hit.updatedAt} className="search-row-time" />
          <Found hit={hit} />
        </div>
      )
  }
})

function MessagePlace({
  authorId,
  channelId,
}: {
  readonly authorId: PersonId | null
  readonly channelId: ChannelId
}): ReactNode {
  const { t } = useTranslation(['search', 'common'])
  const author = usePerson(authorId)
  const channel = useLiveRow('chat.channels', {}, channelId)
  const name = author?.name ?? t('common:unknownPerson')
  if (!channel || channel.kind === 'direct') return <span className="search-row-title">{name}</span>
  return <span className="search-row-title">{t('in', { name, channel: `#${channel.name}` })}</span>
}

function Found({ hit }: { readonly hit: SearchHit }): ReactNode {
  return (
    <span className="search-row-snippet">
      <Highlight text={hit.snippet.text} ranges={hit.snippet.marks} />
    </span>
  )
}
