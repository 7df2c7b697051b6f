/** Who looks at the same ticket, and who writes in it, so that no two answer one customer. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketId } from '#shared/base/ids.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { usePeople } from '../../../state/people.ts'
import { usePresence } from '../../../state/presence.ts'
import { AvatarGroup } from '../../../ui/index.ts'

interface PresenceProps {
  readonly ticketId: TicketId
}

export function LookingHere({ ticketId }: PresenceProps): ReactNode {
  const { t } = useTranslation(['server', 'common'])
  const formats = useFormats()
  const people = usePeople()
  const here = usePresence(`doc/ticket/${ticketId}`)
  const names = here.map(({ key }) => people.get(key)?.name ?? t('common:unknownPerson'))
  return <AvatarGroup label={t('presence.looking', { names: formats.list(names) })} names={names} />
}

export function TypingLine({ ticketId }: PresenceProps): ReactNode {
  const { t } = useTranslation(['server', 'common'])
  const formats = useFormats()
  const people = usePeople()
  const writing = usePresence(`doc/ticket/${ticketId}`).filter(({ state }) => state === 'typing')
  if (writing.length === 0) return null
  const names = writing.map(({ key }) => people.get(key)?.name ?? t('common:unknownPerson'))
  return (
    <p className="ticket-typing" role="status">
      {t('presence.replying', { count: names.length, names: formats.list(names) })}
    </p>
  )
}
