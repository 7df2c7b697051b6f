/** What waits for me: unread mentions, unread direct messages, my active tickets. The engine keeps it; nothing is filed. */
import { CheckCheck } from 'lucide-react'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxRow } from '#shared/contract/search.ts'
import { AreaLayout } from '../../app/area-layout.tsx'
import { useLiveQuery } from '../../state/live.ts'
import { navigate } from '../../state/navigation.ts'
import { useActiveKey } from '../../state/use-active-key.ts'
import { useListShortcuts } from '../../state/use-list-shortcuts.ts'
import { usePreferences } from '../../state/preferences.ts'
import { Button, CountBadge, EmptyState, Tabs, VirtualList } from '../../ui/index.ts'
import { inboxRoute } from './inbox-route.ts'
import { InboxItem } from './inbox-item.tsx'
import './inbox.css'

type Filter = 'all' | InboxRow['type']
const filters = ['all', 'mention', 'direct', 'ticket'] as const satisfies readonly Filter[]

export function InboxArea(): ReactNode {
  return <AreaLayout area="inbox" detail={<InboxPane />} />
}

function InboxPane(): ReactNode {
  const { t } = useTranslation(['inbox', 'common', 'ui'])
  const { status, rows } = useLiveQuery('inbox.list', {})
  const [filter, setFilter] = useState<Filter>('all')
  const shown = useMemo(
    () => (filter === 'all' ? rows : rows.filter(({ type }) => type === filter)),
    [rows, filter],
  )
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

  const countOf = (each: Filter): number =>
    each === 'all' ? rows.length : rows.filter(({ type }) => type === each).length
  return (
    <div className="inbox">
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
          empty={rows.length === 0 ? <AllDone /> : <p className="inbox-none">{t('empty.filtered')}</p>}
        />
      )}
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
