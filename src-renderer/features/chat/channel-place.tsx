/** A conversation in a window of its own. */
import { MessagesSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import { AreaLayout } from '../../app/area-layout.tsx'
import { useLiveQuery } from '../../state/live.ts'
import { useAreaRoute } from '../../state/navigation.ts'
import { useWindowTitle } from '../../state/view.ts'
import { EmptyState } from '../../ui/index.ts'
import { ChannelView } from './channel-view.tsx'
import { AudienceDialog } from './channels/audience-dialog.tsx'
import { ChannelDialog } from './channels/channel-dialog.tsx'
import { useChannelAbout } from './channels/channel-name.tsx'
import { useChatText } from './chat-text.ts'
import { ChannelContext } from './context/channel-context.tsx'
import { EraseDialog } from './messages/erase-dialog.tsx'
// The bar's, which the list of channels brings along elsewhere.
import './channels/channels.css'
import './chat.css'

export function ChannelPlace(): ReactNode {
  const { t } = useChatText()
  const visit = useAreaRoute('chat')
  const { status, rows } = useLiveQuery('chat.channels', {})
  const channel = rows.find(({ key }) => key === visit.channelId)
  if (!channel) {
    return status === 'ready' ? (
      <EmptyState icon={<MessagesSquare aria-hidden />} title={t('missing.title')} text={t('missing.text')} />
    ) : null
  }
  return (
    <>
      <Title channel={channel} />
      <AreaLayout
        area="chat"
        detail={<ChannelView key={channel.key} channel={channel} visit={visit} />}
        context={<ChannelContext channel={channel} />}
      />
      <ChannelDialog />
      <AudienceDialog />
      <EraseDialog />
    </>
  )
}

function Title({ channel }: Pick<Parameters<typeof ChannelView>[0], 'channel'>): null {
  useWindowTitle(useChannelAbout(channel).name)
  return null
}
