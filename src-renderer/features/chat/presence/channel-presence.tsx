/** Who has this channel open, and who writes in it right now. */
import type { ReactNode } from 'react'
import type { ChannelId } from '#shared/base/ids.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { usePeople } from '../../../state/people.ts'
import { usePresence } from '../../../state/presence.ts'
import { useHasServer } from '../../../state/sync.ts'
import { AvatarGroup } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'

interface PresenceProps {
  readonly channelId: ChannelId
}

/** More names than these are not read while they last. */
const namedWriters = 3

export function HereNow({ channelId }: PresenceProps): ReactNode {
  const { t } = useChatText()
  const formats = useFormats()
  const people = usePeople()
  const names = usePresence(`space/${channelId}`).map(
    ({ key }) => people.get(key)?.name ?? t('common:unknownPerson'),
  )
  return <AvatarGroup label={`${t('server:presence.here')}: ${formats.list(names)}`} names={names} />
}

/** Over the composer; where there is a server its room is kept, so that nothing moves when somebody begins to type. */
export function TypingLine({ channelId }: PresenceProps): ReactNode {
  const { t } = useChatText()
  const hasServer = useHasServer()
  const formats = useFormats()
  const people = usePeople()
  const writing = usePresence(`space/${channelId}`).filter(({ state }) => state === 'typing')
  const names = writing.map(({ key }) => people.get(key)?.name.split(' ')[0] ?? t('common:unknownPerson'))
  if (!hasServer) return null
  return (
    <p className="chat-typing" role="status">
      {names.length === 0
        ? null
        : names.length > namedWriters
          ? t('server:presence.many')
          : t('server:presence.typing', { count: names.length, names: formats.list(names) })}
    </p>
  )
}
