/** Two people took a ticket while they could not hear of each other: both claims side by side, and one press decides. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, TicketId } from '#shared/base/ids.ts'
import type { TicketClash } from '#shared/model/ticket/clash.ts'
import { runCommand } from '../../../state/commands.ts'
import { useMeId, usePeople } from '../../../state/people.ts'
import { showToast } from '../../../state/toasts.ts'
import { Banner, Button, RelativeTime } from '../../../ui/index.ts'

export interface ClashBannerProps {
  readonly ticketId: TicketId
  readonly clash: TicketClash
  /** Whose it is meanwhile. */
  readonly ownerId: PersonId | null
}

type Claim = TicketClash['claims'][number]

export function ClashBanner({ ticketId, clash, ownerId }: ClashBannerProps): ReactNode {
  const { t } = useTranslation(['tickets', 'common'])
  const people = usePeople()
  const meId = useMeId()
  const nameOf = (id: PersonId | null): string => (id && people.get(id)?.name) ?? t('common:unknownPerson')

  const claimWords = ({ ownerId: claimed, actorId }: Claim): string => {
    const actor = nameOf(actorId)
    if (claimed === null) return t('clash.claimNobody', { actor })
    if (claimed === actorId) return t('clash.claimOwn', { name: nameOf(claimed) })
    return t('clash.claim', { name: nameOf(claimed), actor })
  }
  const giveWords = (claimed: PersonId | null): string =>
    claimed === null
      ? t('clash.giveNobody')
      : claimed === meId
        ? t('clash.giveMe')
        : t('clash.give', { name: nameOf(claimed) })
  const settle = async (claimed: PersonId | null): Promise<void> => {
    const result = await runCommand('ticket.settleClash', { ticketId, ownerId: claimed })
    if (!result.ok) return
    showToast({
      tone: 'success',
      text: claimed === null ? t('clash.settledNobody') : t('clash.settled', { name: nameOf(claimed) }),
    })
  }
  return (
    <div className="ticket-clash">
      <Banner
        tone="warning"
        title={clash.claims.length > 2 ? t('clash.titleMany') : t('clash.title')}
        actions={clash.claims.map(({ ownerId: claimed }) => (
          <Button key={claimed ?? 'nobody'} size="small" onPress={() => void settle(claimed)}>
            {giveWords(claimed)}
          </Button>
        ))}
      >
        <ul className="ticket-clash-claims">
          {clash.claims.map((claim) => (
            <li key={claim.ownerId ?? 'nobody'}>
              {claimWords(claim)} · <RelativeTime atMs={claim.at} />
            </li>
          ))}
        </ul>
        <p>{ownerId === null ? t('clash.nowNobody') : t('clash.now', { name: nameOf(ownerId) })}</p>
      </Banner>
    </div>
  )
}
