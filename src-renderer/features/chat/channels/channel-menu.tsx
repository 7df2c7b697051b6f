import { Archive, ArchiveRestore, CheckCheck, HardDriveDownload, Link, Pencil, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { ContextMenu, MenuItem, MenuSeparator, type Point } from '../../../ui/index.ts'
import { keepFiles, useKeepsFiles } from '../../../state/files.ts'
import { useSync } from '../../../state/sync.ts'
import { copyPlaceLink } from '../../../state/place-links.ts'
import { SnoozeMenu } from '../../../app/snooze-menu.tsx'
import { NoticeLevelMenu } from '../../../app/notice-level-menu.tsx'
import { OwnWindowItem } from '../../../app/own-window.tsx'
import { useChatText } from '../chat-text.ts'
import { openAudienceDialog, openChannelDialog } from '../chat-state.ts'
import { markChannelRead, setArchived } from './channel-actions.ts'
import { isUnread } from './channel-sections.ts'

export interface ChannelMenuProps {
  readonly channel: ChannelRow | null
  readonly at: Point | null
  readonly onClose: () => void
}

export function ChannelMenu({ channel, at, onClose }: ChannelMenuProps): ReactNode {
  const { t } = useChatText()
  const role = useSync()?.role ?? null
  const hasServer = role !== null && role !== 'guest'
  const keeps = useKeepsFiles(channel?.key ?? null)
  if (!channel) return null
  return (
    <ContextMenu label={t('channelActions', { channel: channel.name })} at={at} onClose={onClose}>
      <MenuItem
        label={t('markRead')}
        icon={<CheckCheck aria-hidden />}
        isDisabled={!isUnread(channel)}
        onAction={() => markChannelRead(channel)}
      />
      <OwnWindowItem route={{ area: 'chat', channelId: channel.key }} />
      <NoticeLevelMenu spaceId={channel.key} kind={channel.kind} />
      <SnoozeMenu place={{ type: 'channel', id: channel.key }} />
      <MenuItem
        label={t('notifications:link.copy')}
        icon={<Link aria-hidden />}
        onAction={() => void copyPlaceLink({ type: 'channel', id: channel.key })}
      />
      {role === null ? null : (
        <MenuItem
          label={t(keeps ? 'files:storage.unkeepSpace' : 'files:storage.keepSpace')}
          icon={<HardDriveDownload aria-hidden />}
          isChecked={keeps}
          onAction={() => keepFiles(channel.key, !keeps)}
        />
      )}
      {channel.kind === 'channel' ? (
        <>
          <MenuItem
            label={t('editChannel')}
            icon={<Pencil aria-hidden />}
            onAction={() => openChannelDialog(channel.key)}
          />
          {hasServer ? (
            <MenuItem
              label={t('audience.change')}
              icon={<Users aria-hidden />}
              onAction={() => openAudienceDialog(channel.key)}
            />
          ) : null}
          <MenuSeparator />
          {channel.archived ? (
            <MenuItem
              label={t('archive.undo')}
              icon={<ArchiveRestore aria-hidden />}
              onAction={() => setArchived(channel, false, t)}
            />
          ) : (
            <MenuItem
              label={t('archive.do')}
              icon={<Archive aria-hidden />}
              description={t('archive.effect')}
              onAction={() => setArchived(channel, true, t)}
            />
          )}
        </>
      ) : null}
    </ContextMenu>
  )
}
