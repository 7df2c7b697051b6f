/** What can be done with a result besides opening it. */
import { Eye, Link } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceLink } from '#shared/base/place-link.ts'
import type { SearchHit } from '#shared/contract/search.ts'
import { copyLinkKeys, copyPlaceLink } from '../../state/place-links.ts'
import { useShortcutKeys } from '../../state/shortcuts.ts'
import { ContextMenu, MenuItem, type Point } from '../../ui/index.ts'

export interface SearchMenuProps {
  readonly hit: SearchHit
  readonly at: Point
  readonly onOpen: () => void
  readonly onClose: () => void
}

export function SearchMenu({ hit, at, onOpen, onClose }: SearchMenuProps): ReactNode {
  const { t } = useTranslation(['common', 'notifications'])
  const keys = useShortcutKeys('search.copyLink') ?? copyLinkKeys
  return (
    <ContextMenu label={t('action.more')} at={at} onClose={onClose}>
      <MenuItem id="open" label={t('shortcut.openSelected')} icon={<Eye aria-hidden />} onAction={onOpen} />
      <MenuItem
        id="link"
        label={t('notifications:link.copy')}
        icon={<Link aria-hidden />}
        shortcut={keys}
        onAction={() => void copyPlaceLink(hitLink(hit))}
      />
    </ContextMenu>
  )
}

export function hitLink(hit: SearchHit): PlaceLink {
  switch (hit.type) {
    case 'message':
      return { type: 'message', id: hit.messageId }
    case 'ticket':
      return { type: 'ticket', id: hit.ticketId }
    case 'article':
      return { type: 'article', id: hit.articleId }
  }
}
