/** Search over everything on this device: one box, scopes, results that follow each key. */
import { Search } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit, SearchScope } from '#shared/contract/search.ts'
import { AreaLayout } from '../../app/area-layout.tsx'
import { i18n } from '../../state/i18n.ts'
import { useLiveQuery } from '../../state/live.ts'
import { navigate, useAreaRoute } from '../../state/navigation.ts'
import { usePreferences } from '../../state/preferences.ts'
import { searchScopes } from '../../state/routes.ts'
import { declareShortcuts, useShortcuts } from '../../state/shortcuts.ts'
import { useUi } from '../../state/ui.ts'
import { Banner, EmptyState, SearchField, Tabs, VirtualList, type VirtualListHandle } from '../../ui/index.ts'
import { hitRoute } from './hit-route.ts'
import { SearchExamples, SearchHelp } from './search-help.tsx'
import { SearchRow } from './search-row.tsx'
import { useActiveKey } from '../../state/use-active-key.ts'
import { useListShortcuts } from '../../state/use-list-shortcuts.ts'
import './search.css'

const debounceMs = 60
const rowHeightsPx = { compact: 52, comfortable: 62 } as const

/** Alt with an up or down arrow does nothing else in a box of one line, so it works while one types. */
const scopeKeys = () =>
  [
    { action: 'search.nextScope', keys: 'Alt+ArrowDown', label: i18n.t('search:key.nextScope') },
    { action: 'search.previousScope', keys: 'Alt+ArrowUp', label: i18n.t('search:key.previousScope') },
  ] as const

declareShortcuts('search', scopeKeys)

export function SearchArea(): ReactNode {
  return <AreaLayout area="search" detail={<SearchPane />} />
}

function SearchPane(): ReactNode {
  const { t } = useTranslation(['search', 'common'])
  const { text: routeText, scope } = useAreaRoute('search')
  const [text, setText] = useState(routeText)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<VirtualListHandle>(null)

  // Somebody came here by a link or went back: the box follows the route, which follows the box.
  const [seenText, setSeenText] = useState(routeText)
  if (routeText !== seenText) {
    setSeenText(routeText)
    if (routeText !== text.trim()) setText(routeText)
  }
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === routeText) return undefined
    const timer = setTimeout(
      () => navigate({ area: 'search', text: wanted, scope }, { replace: true }),
      debounceMs,
    )
    return () => clearTimeout(timer)
  }, [text, routeText, scope])

  const focusRequests = useUi((ui) => ui.searchFocusRequests)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [focusRequests])

  const setScope = (chosen: SearchScope): void =>
    navigate({ area: 'search', text: text.trim(), scope: chosen }, { replace: true })
  const steps = { 'search.nextScope': 1, 'search.previousScope': -1 } as const
  useShortcuts(
    'search',
    scopeKeys().map((definition) => ({
      ...definition,
      inTextFields: true,
      run: () => setScope(neighbour(scope, steps[definition.action])),
    })),
  )

  return (
    <div className="search">
      <header className="search-head">
        <div className="search-box">
          <SearchField
            label={t('label')}
            placeholder={t('placeholder')}
            shortcut="/"
            value={text}
            onChange={setText}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' && !event.altKey) list.current?.focus()
              else if (event.key === 'Escape' && text === '') input.current?.blur()
              else event.continuePropagation()
            }}
            onSubmit={() => list.current?.focus()}
            maxLength={500}
            spellCheck="false"
            inputRef={input}
          />
          <SearchHelp />
        </div>
        <Tabs<SearchScope>
          label={t('scopes')}
          items={searchScopes.map((each) => ({ id: each, label: t(`scope.${each}`) }))}
          value={scope}
          onChange={setScope}
        />
      </header>
      {routeText === '' ? (
        <EmptyState
          icon={<Search />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={<SearchExamples onChoose={setText} />}
        />
      ) : (
        <Results text={routeText} scope={scope} listRef={list} />
      )}
    </div>
  )
}

interface ResultsProps {
  readonly text: string
  readonly scope: SearchScope
  readonly listRef: React.RefObject<VirtualListHandle | null>
}

function Results({ text, scope, listRef }: ResultsProps): ReactNode {
  const { t } = useTranslation(['search', 'common'])
  const { status, meta, rows, error, isPrevious } = useLiveQuery(
    'search.run',
    { text, scope, limit: 100 },
    { keepPrevious: 'search' },
  )
  const rowHeight = usePreferences(({ density }) => rowHeightsPx[density])
  const active = useActiveKey(rows, `${scope} ${text}`)
  const open = useCallback(
    (index: number) => {
      const hit = rows[index]
      if (hit) navigate(hitRoute(hit))
    },
    [rows],
  )
  const getKey = useCallback((index: number) => rows[index]?.key ?? '', [rows])
  const renderRow = useCallback((index: number) => <Row hit={rows[index]} />, [rows])

  useListShortcuts({ move: active.move, open: () => open(active.index), canOpen: () => active.index >= 0 })

  if (status === 'loading') return null
  if (error) return <Banner tone="danger" title={t('failed')} />
  const unknown = meta?.unknown ?? []
  return (
    <>
      {unknown.length > 0 ? (
        <div className="search-unknown">
          <Banner tone="warning" title={t('unknown', { operators: unknown.join(', ') })} />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <p className="search-count" role="status">
          {meta?.hasMore ? t('foundMore', { count: rows.length }) : t('found', { count: rows.length })}
        </p>
      ) : null}
      <VirtualList
        ref={listRef}
        className="search-results"
        role="listbox"
        label={t('results')}
        count={rows.length}
        getKey={getKey}
        renderRow={renderRow}
        rowHeight={rowHeight}
        activeKey={active.key}
        onActiveChange={active.set}
        onOpen={open}
        empty={isPrevious || unknown.length > 0 ? null : <NothingFound text={text} />}
      />
    </>
  )
}

function Row({ hit }: { readonly hit: SearchHit | undefined }): ReactNode {
  return hit ? <SearchRow hit={hit} /> : null
}

function NothingFound({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation(['search', 'common'])
  return <EmptyState icon={<Search />} title={t('none.title', { query: text })} text={t('none.text')} />
}

function neighbour(scope: SearchScope, by: 1 | -1): SearchScope {
  return searchScopes[(searchScopes.indexOf(scope) + by + searchScopes.length) % searchScopes.length] ?? 'all'
}
