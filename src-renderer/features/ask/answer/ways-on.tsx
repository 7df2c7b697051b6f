/** What can be done with a question that nothing answers: other words, a search, somebody who knows, or the article that is missing. */
import { BookOpen, Hash, MessagesSquare, PencilLine, Search, Ticket, User } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { offerDraft } from '../../../state/drafts.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { navigate } from '../../../state/navigation.ts'
import { homeRoutes } from '../../../state/routes.ts'
import { useShortcuts } from '../../../state/shortcuts.ts'
import { setUi } from '../../../state/ui.ts'
import { Button, Kbd, Menu, MenuItem, MenuSection } from '../../../ui/index.ts'
import { editQuestion } from '../ask-actions.ts'

/** The ones that were written in last; the others are a press away in the chat. */
const maxChannels = 8

export function WaysOn({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation('ask')
  const { rows } = useLiveQuery('chat.channels', {})
  const [isOpen, setOpen] = useState(false)
  useShortcuts('ask', [
    { action: 'ask.search', keys: 's', label: t('notFound.search'), run: () => search(text) },
    { action: 'ask.team', keys: 't', label: t('notFound.team'), run: () => setOpen(true) },
    { action: 'ask.write', keys: 'w', label: t('notFound.write'), run: () => writeArticle(text) },
  ])
  return (
    <div className="ask-suggestions">
      <Button variant="primary" icon={<PencilLine aria-hidden />} onPress={() => editQuestion(text)}>
        {t('notFound.edit')}
      </Button>
      <Button icon={<Search aria-hidden />} trailing={<Kbd keys="s" />} onPress={() => search(text)}>
        {t('notFound.search')}
      </Button>
      <Menu
        label={t('notFound.team')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button icon={<MessagesSquare aria-hidden />} trailing={<Kbd keys="t" />}>
            {t('notFound.team')}
          </Button>
        }
      >
        <MenuItem
          label={t('notFound.ticket')}
          icon={<Ticket aria-hidden />}
          onAction={() => createTicket(text)}
        />
        <MenuSection title={t('notFound.channels')}>
          {latest(rows).map((channel) => (
            <MenuItem
              key={channel.key}
              id={channel.key}
              label={channel.name}
              icon={channel.kind === 'direct' ? <User aria-hidden /> : <Hash aria-hidden />}
              onAction={() => askIn(channel, text)}
            />
          ))}
        </MenuSection>
      </Menu>
      <Button icon={<BookOpen aria-hidden />} trailing={<Kbd keys="w" />} onPress={() => writeArticle(text)}>
        {t('notFound.write')}
      </Button>
    </div>
  )
}

function latest(rows: readonly ChannelRow[]): readonly ChannelRow[] {
  return rows
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => (b.lastMessage?.sentAt ?? 0) - (a.lastMessage?.sentAt ?? 0))
    .slice(0, maxChannels)
}

function search(text: string): void {
  navigate({ area: 'search', text, scope: 'all' })
}

function writeArticle(text: string): void {
  navigate(homeRoutes.knowledge)
  setUi({ newArticleTitle: text })
}

/** What is written there already is kept, in both. */
function createTicket(text: string): void {
  offerDraft('ticket/new', text)
  navigate(homeRoutes.tickets)
  setUi({ newTicketOpen: true })
}

function askIn({ key }: ChannelRow, text: string): void {
  offerDraft(`channel/${key}`, text)
  navigate({ area: 'chat', channelId: key })
}
