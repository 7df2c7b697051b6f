/**
 * What waits for me: unread mentions, unread direct messages, my active tickets, new ones of queues that I follow, and
 * apart from them what sleeps. The engine keeps it; nothing is filed.
 */
import { CheckCheck } from 'lucide-react'
import { useCallback, useMemo, useState, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxRow } from '#shared/contract/search.ts'
import { AreaLayout } from '../../app/area-layout.tsx'
import { useLiveQuery } from '../../state/live.ts'
import { navigate } from '../../state/navigation.ts'
import { useActiveKey } from '../../state/use-active-key.ts'
import { useListShortcuts } from '../../state/use-list-shortcuts.ts'
import { usePreferences } from '../../state/preferences.ts'
import { useMeId } from '../../state/people.ts'
import { copyLinkKeys, copyPlaceLink } from '../../state/place-links.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { snooze } from '../../state/snooze.ts'
import { Button, CountBadge, EmptyState, rowIndexOf, Tabs, VirtualList, type Point } from '../../ui/index.ts'
import { claim } from './inbox-actions.ts'
import { inboxLink, inboxPlace, inboxRoute } from './inbox-route.ts'
import { InboxItem } from './inbox-item.tsx'
import { InboxMenu } from './inbox-menu.tsx'
import { ReplyDialog, type ReplyDialogProps } from './reply-dialog.tsx'
import './inbox.css'

type Filter = 'all' | InboxRow['type']
const filters = ['all', 'mention', 'direct', 'ticket', 'snoozed'] as const satisfies readonly Filter[]

/** A new ticket of a queue stands among the tickets; what sleeps stands only by itself. */
function isShown({ type }: InboxRow, filter: Filter): boolean {
  if (filter === 'all') return type !== 'snoozed'
  return type === filter || (filter === 'ticket' && type === 'queue')
}

export function InboxArea(): ReactNode {
  return <AreaLayout area="inbox" detail={<InboxPane />} />
}

function InboxPane(): ReactNode {
  const { t } = useTranslation(['inbox', 'common', 'ui', 'notifications'])
  const { status, rows } = useLiveQuery('inbox.list', {})
  const me = useMeId()
  const [filter, setFilter] = useState<Filter>('all')
  const [menu, setMenu] = useState<{ readonly row: InboxRow; readonly at: Point } | null>(null)
  const [reply, setReply] = useState<ReplyDialogProps['row'] | null>(null)
  const shown = useMemo(() => rows.filter((row) => isShown(row, filter)), [rows, filter])
  const active = useActiveKey(shown, filter)
  const rowHeight = usePreferences(({ density }) => (density === 'compact' ? 50 : 60))

  const getKey = useCallback((index: number) => shown[index]?.key ?? '', [shown])
  const renderRow = useCallback(
    (index: number) => {
      const row = shown[index]
      return row ? <InboxItem row={row} /> : null
    },
    [shown],
  )
  const open = useCallback(
    (index: number) => {
      const row = shown[index]
      if (row) navigate(inboxRoute(row))
    },
    [shown],
  )

  useListShortcuts({ move: active.move, open: () => open(active.index), canOpen: () => active.index >= 0 })

  const activeRow = (): InboxRow | undefined => shown[active.index]
  const replyTo = (row: InboxRow | undefined): void => {
    if (row?.type === 'mention' || row?.type === 'direct') setReply(row)
  }
  useShortcuts('inbox', [
    {
      action: 'inbox.reply',
      keys: 'r',
      label: t('reply.action'),
      run: () => replyTo(activeRow()),
      when: () => ['mention', 'direct'].includes(activeRow()?.type ?? ''),
    },
    {
      action: 'inbox.claim',
      keys: 'i',
      label: t('notifications:notice.claim'),
      run() {
        const row = activeRow()
        if (row?.type === 'queue') void claim(row.ticketId, me)
      },
      when: () => activeRow()?.type === 'queue',
    },
    {
      action: 'inbox.snooze',
      keys: 'h',
      label: t('notifications:notice.snoozeHour'),
      run() {
        const row = activeRow()
        if (row) void snooze(inboxPlace(row), 'hour')
      },
      when: () => activeRow() !== undefined,
    },
    {
      action: 'inbox.menu',
      keys: '.',
      label: t('moreKey'),
      run() {
        const row = activeRow()
        const box = document.querySelector('.inbox-list [data-active]')?.getBoundingClientRect()
        if (row && box) setMenu({ row, at: { x: box.left + 44, y: box.bottom } })
      },
      when: () => activeRow() !== undefined,
      isHiddenInPalette: true,
    },
    {
      action: 'inbox.copyLink',
      keys: copyLinkKeys,
      label: t('notifications:link.copy'),
      run() {
        const row = activeRow()
        if (row) void copyPlaceLink(inboxLink(row))
      },
      when: () => activeRow() !== undefined,
    },
  ])
  /** Of the row under the pointer: rows are told by their place in the list. */
  const onContextMenu = (event: MouseEvent): void => {
    const index = event.target instanceof Element ? rowIndexOf(event.target) : -1
    const row = shown[index]
    if (!row) return
    event.preventDefault()
    active.set(index, row.key)
    setMenu({ row, at: { x: event.clientX, y: event.clientY } })
  }

  const countOf = (each: Filter): number => rows.filter((row) => isShown(row, each)).length
  return (
    // The list has the keyboard; the pointer may ask for a row's menu.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="inbox" onContextMenu={onContextMenu}>
      <header className="inbox-head">
        <h1>{t('title')}</h1>
        {rows.length > 0 ? (
          <Tabs<Filter>
            label={t('filter.label')}
            value={filter}
            onChange={setFilter}
            items={filters.map((each) => ({
              id: each,
              label: t(`filter.${each}`),
              trailing: <CountBadge count={countOf(each)} label={String(countOf(each))} />,
            }))}
          />
        ) : null}
      </header>
      {status === 'loading' ? null : (
        <VirtualList
          className="inbox-list"
          role="listbox"
          label={t('list')}
          count={shown.length}
          getKey={getKey}
          renderRow={renderRow}
          rowHeight={rowHeight}
          activeKey={active.key}
          onActiveChange={active.set}
          onOpen={open}
          empty={filter === 'all' ? <AllDone /> : <p className="inbox-none">{t('empty.filtered')}</p>}
        />
      )}
      {menu === null ? null : (
        <InboxMenu
          row={menu.row}
          at={menu.at}
          onReply={() => replyTo(menu.row)}
          onClose={() => setMenu(null)}
        />
      )}
      {reply === null ? null : <ReplyDialog row={reply} onClose={() => setReply(null)} />}
    </div>
  )
}

function AllDone(): ReactNode {
  const { t } = useTranslation(['inbox', 'common', 'ui'])
  return (
    <EmptyState
      icon={<CheckCheck />}
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        <Button variant="primary" onPress={() => navigate({ area: 'tickets', view: 'unassigned' })}>
          {t('empty.action')}
        </Button>
      }
      shortcut="g t"
    />
  )
}
