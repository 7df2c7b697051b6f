/** The channels and direct conversations. One tab stop; arrows and j/k move in it, Enter opens. */
import { CheckCheck, Hash, Plus } from 'lucide-react'
import {
  memo,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import type { ChannelId } from '#shared/base/ids.ts'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { usePreferences } from '../../../state/preferences.ts'
import { useShortcutKeys, useShortcuts } from '../../../state/shortcuts.ts'
import { Button, EmptyState, IconButton, type Point } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'
import { openChannelDialog, useChat } from '../chat-state.ts'
import { markChannelRead } from './channel-actions.ts'
import { ChannelMenu } from './channel-menu.tsx'
import { ChannelListRow } from './channel-row.tsx'
import { flatten, isUnread, sectionsOf } from './channel-sections.ts'
import './channels.css'

export function ChannelList({ openId }: { readonly openId: ChannelId | null }): ReactNode {
  const { t } = useChatText()
  const { status, rows } = useLiveQuery('chat.channels', {})
  const showsArchived = useChat((state) => state.showsArchived)
  const hasPreview = usePreferences((preferences) => preferences.density === 'comfortable')
  const sections = useMemo(
    () => sectionsOf(rows, { showsArchived, openKey: openId }),
    [rows, showsArchived, openId],
  )
  const [focusedKey, setFocusedKey] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ readonly channel: ChannelRow; readonly at: Point } | null>(null)
  const root = useRef<HTMLDivElement>(null)

  const latestRows = useRef(rows)
  useLayoutEffect(() => {
    latestRows.current = rows
  })
  const readAll = useCallback(() => latestRows.current.filter(isUnread).forEach(markChannelRead), [])

  const drawn = flatten(sections)
  const archivedCount = rows.filter(({ archived }) => archived).length
  const tabStop =
    [focusedKey, openId].find((key) => drawn.some((channel) => channel.key === key)) ?? drawn[0]?.key

  const move = (by: 1 | -1 | 'first' | 'last'): void => {
    const at = drawn.findIndex(({ key }) => key === tabStop)
    const next = by === 'first' ? drawn[0] : by === 'last' ? drawn.at(-1) : drawn[at + by]
    if (next) root.current?.querySelector<HTMLElement>(`[data-channel="${next.key}"]`)?.focus()
  }
  const hasFocus = (): boolean => root.current?.contains(document.activeElement) ?? false
  useShortcuts('chat', [
    {
      action: 'chat.channelDown',
      keys: 'j',
      label: t('key.channelDown'),
      run: () => move(1),
      when: hasFocus,
      isHiddenInPalette: true,
    },
    {
      action: 'chat.channelUp',
      keys: 'k',
      label: t('key.channelUp'),
      run: () => move(-1),
      when: hasFocus,
      isHiddenInPalette: true,
    },
  ])

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = ({ ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' } as const)[event.key]
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    move(by)
  }
  const onContextMenu = (event: MouseEvent): void => {
    const key =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('[data-channel]')?.dataset['channel']
        : null
    const channel = drawn.find((each) => each.key === key)
    if (!channel) return
    event.preventDefault()
    setMenu({ channel, at: { x: event.clientX, y: event.clientY } })
  }

  return (
    <div className="chat-list">
      <ListHead hasUnread={rows.some(isUnread)} onReadAll={readAll} />
      {/* The rows are buttons; the keys move between them. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className="chat-channels"
        ref={root}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        onFocus={(event) => setFocusedKey(event.target.dataset['channel'] ?? null)}
      >
        {sections.map(({ name, channels }) => (
          <section key={name} aria-label={t(`section.${name}`)}>
            <h2 className="chat-section">{t(`section.${name}`)}</h2>
            <ul>
              {channels.map((channel) => (
                <li key={channel.key}>
                  <ChannelListRow
                    channel={channel}
                    isOpen={channel.key === openId}
                    isTabStop={channel.key === tabStop}
                    hasPreview={hasPreview}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {status !== 'loading' && rows.length === 0 ? <NoChannels /> : null}
        {archivedCount > 0 ? (
          <Button
            size="small"
            variant="ghost"
            className="chat-archive-toggle"
            aria-expanded={showsArchived}
            onPress={() => useChat.setState({ showsArchived: !showsArchived })}
          >
            {showsArchived ? t('archive.hide') : t('archive.show', { count: archivedCount })}
          </Button>
        ) : null}
      </div>
      <ChannelMenu channel={menu?.channel ?? null} at={menu?.at ?? null} onClose={() => setMenu(null)} />
    </div>
  )
}

interface ListHeadProps {
  readonly hasUnread: boolean
  readonly onReadAll: () => void
}

const ListHead = memo(function ListHead({ hasUnread, onReadAll }: ListHeadProps): ReactNode {
  const { t } = useChatText()
  const newKeys = useShortcutKeys('chat.newChannel')
  const readKeys = useShortcutKeys('chat.markAllRead')
  return (
    <header className="chat-bar">
      <h1 className="chat-list-title">{t('title')}</h1>
      {hasUnread ? (
        <IconButton
          label={t('markAllRead')}
          size="small"
          icon={<CheckCheck aria-hidden />}
          onPress={onReadAll}
          {...(readKeys === undefined ? {} : { shortcut: readKeys })}
        />
      ) : null}
      <IconButton
        label={t('newChannel')}
        size="small"
        icon={<Plus aria-hidden />}
        onPress={() => openChannelDialog('new')}
        {...(newKeys === undefined ? {} : { shortcut: newKeys })}
      />
    </header>
  )
})

function NoChannels(): ReactNode {
  const { t } = useChatText()
  const keys = useShortcutKeys('chat.newChannel')
  return (
    <EmptyState
      isCompact
      icon={<Hash aria-hidden />}
      title={t('noChannels.title')}
      text={t('noChannels.text')}
      action={
        <Button variant="primary" onPress={() => openChannelDialog('new')}>
          {t('newChannel')}
        </Button>
      }
      {...(keys === undefined ? {} : { shortcut: keys })}
    />
  )
}
