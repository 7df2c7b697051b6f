/** How much one wants to hear of a channel or queue, as a part of its menu. */
import { Bell, BellOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelId, QueueId } from '#shared/base/ids.ts'
import type { NoticeLevel } from '#shared/contract/attention.ts'
import { setNoticeLevel, useNoticeLevel } from '../state/attention.ts'
import { MenuItem, Submenu } from '../ui/index.ts'

/** What is usual there comes first, and is told without a rule. */
const levels: Readonly<Record<'channel' | 'direct' | 'queue', readonly NoticeLevel[]>> = {
  channel: ['mentions', 'all', 'none'],
  direct: ['all', 'none'],
  queue: ['mentions', 'all', 'none'],
}

/** Of a queue the same levels are called by what they bring. */
const queueWords = { mentions: 'mentionsQueue', all: 'allQueue', none: 'noneQueue' } as const

export type NoticeLevelMenuProps =
  | { readonly spaceId: ChannelId; readonly kind: 'channel' | 'direct' }
  | { readonly spaceId: QueueId; readonly kind: 'queue' }

export function NoticeLevelMenu({ spaceId, kind }: NoticeLevelMenuProps): ReactNode {
  const { t } = useTranslation('notifications')
  const level = useNoticeLevel(spaceId)
  const icon = level === 'none' ? <BellOff aria-hidden /> : <Bell aria-hidden />
  const [usual] = levels[kind]
  return (
    <Submenu label={t('level.title')} icon={icon}>
      {levels[kind].map((each) => (
        <MenuItem
          key={each}
          id={`level-${each}`}
          label={t(`level.${kind === 'queue' ? queueWords[each] : each}`)}
          isChecked={each === (level ?? usual)}
          onAction={() => setNoticeLevel(spaceId, each === usual ? null : each)}
        />
      ))}
    </Submenu>
  )
}
