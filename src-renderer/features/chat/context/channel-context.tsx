/** About the open channel: what it is for, who is here, the keys. */
import { Pencil } from 'lucide-react'
import { memo, useMemo, useState, type ReactNode } from 'react'
import type { ChannelRow } from '#shared/contract/chat.ts'
import type { PersonRow } from '#shared/contract/workspace.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useMeId, usePeople } from '../../../state/people.ts'
import { useOnline } from '../../../state/presence.ts'
import { useHasServer } from '../../../state/sync.ts'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { Avatar, Button, Kbd, RelativeTime } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'
import { openChannelDialog } from '../chat-state.ts'
import { channelTitle, isNotes, useChannelAbout, type ChannelAbout } from '../channels/channel-name.tsx'
import './context.css'

const firstPeople = 12

export function ChannelContext({ channel }: { readonly channel: ChannelRow }): ReactNode {
  const { t } = useChatText()
  const about = useChannelAbout(channel)
  const isDirect = channel.kind === 'direct'
  return (
    <div className="chat-context">
      <section>
        <h2 className="chat-context-title" dir="auto">
          {isDirect ? channel.name : channelTitle(channel)}
        </h2>
        {isDirect ? (
          <p className="chat-context-text">{t(isNotes(channel) ? 'notesAudience' : 'directAudience')}</p>
        ) : (
          <>
            <p className="chat-context-text">
              {channel.description === '' ? t('noDescription') : channel.description}
            </p>
            {channel.lastMessage ? (
              <p className="chat-context-quiet">
                {t('lastMessage')} <RelativeTime atMs={channel.lastMessage.sentAt} />
              </p>
            ) : null}
            <Button size="small" icon={<Pencil aria-hidden />} onPress={() => openChannelDialog(channel.key)}>
              {t('editChannel')}
            </Button>
          </>
        )}
      </section>
      <People channel={about} />
      <Keys />
    </div>
  )
}

const People = memo(function People({ channel }: { readonly channel: ChannelAbout }): ReactNode {
  const { t } = useChatText()
  const formats = useFormats()
  const people = usePeople()
  const meId = useMeId()
  const hasServer = useHasServer()
  const [showsAll, setShowsAll] = useState(false)
  const members = useMemo(() => {
    const all = [...people.values()].sort((a, b) => formats.compare(a.name, b.name))
    const { memberIds } = channel
    return all.filter(({ key, isRemoved }) => (memberIds === null ? !isRemoved : memberIds.includes(key)))
  }, [people, channel, formats])
  const shown = showsAll ? members : members.slice(0, firstPeople)
  return (
    <section>
      <h3 className="chat-context-head">
        {t('members')} <span className="chat-context-count">{formats.number(members.length)}</span>
      </h3>
      {channel.kind === 'channel' ? (
        <p className="chat-context-text">{hasServer ? t('audience.seers') : t('channelAudience')}</p>
      ) : null}
      <ul className="chat-people">
        {shown.map((person) => (
          <Person key={person.key} person={person} isMe={person.key === meId} />
        ))}
      </ul>
      {members.length > firstPeople ? (
        <Button size="small" variant="ghost" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t('common:action.showLess') : t('common:action.showMore')}
        </Button>
      ) : null}
    </section>
  )
})

function Person({ person, isMe }: { readonly person: PersonRow; readonly isMe: boolean }): ReactNode {
  const { t } = useChatText()
  const isPresent = useOnline().has(person.key)
  return (
    <li className="chat-person">
      <Avatar name={person.name} size="medium" isPresent={isPresent} />
      <span className="chat-person-words">
        <span className="ui-truncate" dir="auto">
          {person.name}
          {isPresent ? <span className="ui-visually-hidden"> ({t('server:presence.online')})</span> : null}
          {isMe ? <span className="chat-context-count"> ({t('common:you')})</span> : null}
        </span>
        {person.title === '' ? null : (
          <span className="chat-person-title ui-truncate" dir="auto">
            {person.title}
          </span>
        )}
      </span>
    </li>
  )
}

const shownKeys = [
  ['chat.compose', 'key.compose'],
  ['chat.messageDown', 'key.messageDown'],
  ['chat.messageUp', 'key.messageUp'],
  ['chat.reply', 'reply'],
  ['chat.react', 'react'],
  ['chat.edit', 'edit'],
  ['chat.markUnread', 'markUnread'],
  ['chat.nextUnread', 'key.nextUnread'],
  ['chat.markRead', 'markRead'],
] as const

const Keys = memo(function Keys(): ReactNode {
  const { t } = useChatText()
  return (
    <section>
      <h3 className="chat-context-head">{t('keys')}</h3>
      <dl className="chat-keys">
        {shownKeys.map(([action, label]) => (
          <KeyLine key={action} action={action} label={t(label)} />
        ))}
      </dl>
    </section>
  )
})

function KeyLine({ action, label }: { readonly action: string; readonly label: string }): ReactNode {
  const keys = useShortcutKeys(action)
  if (keys === undefined || keys === '') return null
  return (
    <div className="chat-key">
      <dt>{label}</dt>
      <dd>
        <Kbd keys={keys} />
      </dd>
    </div>
  )
}
