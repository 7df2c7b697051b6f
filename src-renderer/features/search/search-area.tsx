/** Search over everything on this device: one box, scopes, results that follow each key. */
import { MessageCircleQuestion, Search } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit, SearchScope } from '#shared/contract/search.ts'
import { AreaLayout } from '../../app/area-layout.tsx'
import { askQuestion } from '../../state/asking.ts'
import { i18n } from '../../state/i18n.ts'
import { useLiveQuery } from '../../state/live.ts'
import { navigate, useAreaRoute } from '../../state/navigation.ts'
import { copyLinkKeys, copyPlaceLink } from '../../state/place-links.ts'
import { usePreferences } from '../../state/preferences.ts'
import { showPassage } from '../../state/quote.ts'
import { searchScopes } from '../../state/routes.ts'
import { declareShortcuts, useShortcuts } from '../../state/shortcuts.ts'
import { useUi } from '../../state/ui.ts'
import {
  Banner,
  Button,
  EmptyState,
  rowIndexOf,
  SearchField,
  Tabs,
  VirtualList,
  type Point,
  type VirtualListHandle,
} from '../../ui/index.ts'
import { foundRows, typesOfScope, type FoundRow } from './found-rows.ts'
import { hitRoute } from './hit-route.ts'
import { SearchExamples, SearchHelp } from './search-help.tsx'
import { PassageRow } from './passage-row.tsx'
import { hitLink, SearchMenu } from './search-menu.tsx'
import { SearchRow } from './search-row.tsx'
import { useActiveKey } from '../../state/use-active-key.ts'
import { useListShortcuts } from '../../state/use-list-shortcuts.ts'
import './search.css'

const debounceMs = 60
/** Shorter words mean nothing yet. */
const minMeaningLength = 3
const rowHeightsPx = { compact: 52, comfortable: 62 } as const

/** Alt with an up or down arrow does nothing else in a box of one line, so it works while one types. */
const scopeKeys = () =>
  [
    { action: 'search.nextScope', keys: 'Alt+ArrowDown', label: i18n.t('search:key.nextScope') },
    { action: 'search.previousScope', keys: 'Alt+ArrowUp', label: i18n.t('search:key.previousScope') },
  ] as const
const askKey = () => ({ action: 'search.ask', keys: 'Mod+Enter', label: i18n.t('search:ask') }) as const

declareShortcuts('search', () => [...scopeKeys(), askKey()])

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

  const setScope = (chosen: SearchScope): void => {
    navigate({ area: 'search', text: text.trim(), scope: chosen }, { replace: true })
  }
  const steps = { 'search.nextScope': 1, 'search.previousScope': -1 } as const
  const question = text.trim()
  const ask = (): void => void askQuestion(question)
  useShortcuts('search', [
    ...scopeKeys().map((definition) => ({
      ...definition,
      inTextFields: true,
      run: () => setScope(neighbour(scope, steps[definition.action])),
    })),
    { ...askKey(), run: ask, when: () => question !== '' },
  ])

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
          <Button icon={<MessageCircleQuestion aria-hidden />} isDisabled={question === ''} onPress={ask}>
            {t('ask')}
          </Button>
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
  const { t } = useTranslation(['search', 'common', 'notifications'])
  const {
    status,
    meta,
    rows: hits,
    error,
    isPrevious,
  } = useLiveQuery('search.run', { text, scope, limit: 100 }, { keepPrevious: 'search' })
  // Asked beside it: words wait for no meaning.
  const types = typesOfScope[scope]
  const { rows: passages, isPrevious: isMeaningPrevious } = useLiveQuery(
    'search.passages',
    text.length < minMeaningLength ? null : { text, limit: 20, ...(types ? { types: [...types] } : {}) },
    { keepPrevious: 'search meaning' },
  )
  const rows = useMemo(() => foundRows(hits, passages), [hits, passages])
  const byMeaning = rows.length - hits.length
  const rowHeight = usePreferences(({ density }) => rowHeightsPx[density])
  const active = useActiveKey(rows, `${scope} ${text}`)
  const open = useCallback(
    (index: number) => {
      const row = rows[index]
      if (row?.type === 'words') navigate(hitRoute(row.hit))
      else if (row) showPassage(row.passage)
    },
    [rows],
  )
  const getKey = useCallback((index: number) => rows[index]?.key ?? '', [rows])
  const renderRow = useCallback((index: number) => <Row row={rows[index]} />, [rows])

  useListShortcuts({ move: active.move, open: () => open(active.index), canOpen: () => active.index >= 0 })
  const [menu, setMenu] = useState<{ readonly index: number; readonly at: Point } | null>(null)
  const hitAt = (index: number): SearchHit | null => {
    const row = rows[index]
    return row?.type === 'words' ? row.hit : null
  }
  useShortcuts('search', [
    {
      action: 'search.copyLink',
      keys: copyLinkKeys,
      label: t('notifications:link.copy'),
      run() {
        const hit = hitAt(active.index)
        if (hit) void copyPlaceLink(hitLink(hit))
      },
      when: () => hitAt(active.index) !== null,
    },
  ])
  const onContextMenu = (event: MouseEvent): void => {
    const index = event.target instanceof Element ? rowIndexOf(event.target) : -1
    if (!hitAt(index)) return
    event.preventDefault()
    setMenu({ index, at: { x: event.clientX, y: event.clientY } })
  }
  const menuHit = menu && hitAt(menu.index)

  const unknown = meta?.unknown ?? []
  const count = (): string => {
    if (rows.length === 0) return ''
    if (hits.length === 0) return t('onlyByMeaning', { count: byMeaning })
    const found = t(meta?.hasMore ? 'foundMore' : 'found', { count: hits.length })
    return byMeaning > 0 ? t('foundByMeaning', { found, count: byMeaning }) : found
  }
  return (
    <>
      {error ? <Banner tone="danger" title={t('failed')} /> : null}
      {unknown.length > 0 ? (
        <div className="search-unknown">
          <Banner tone="warning" title={t('unknown', { operators: unknown.join(', ') })} />
        </div>
      ) : null}
      {/* There before its words are: only then they are read out. */}
      <p className="search-count" role="status">
        {count()}
      </p>
      {status === 'loading' || error ? null : (
        // The list has the keyboard; the pointer may ask for a row's menu.
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className="search-found" onContextMenu={onContextMenu}>
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
            empty={
              isPrevious || isMeaningPrevious || unknown.length > 0 ? null : <NothingFound text={text} />
            }
          />
        </div>
      )}
      {menu && menuHit ? (
        <SearchMenu
          hit={menuHit}
          at={menu.at}
          onOpen={() => open(menu.index)}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </>
  )
}

function Row({ row }: { readonly row: FoundRow | undefined }): ReactNode {
  if (!row) return null
  return row.type === 'words' ? <SearchRow hit={row.hit} /> : <PassageRow passage={row.passage} />
}

function NothingFound({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation(['search', 'common'])
  return <EmptyState icon={<Search />} title={t('none.title', { query: text })} text={t('none.text')} />
}

function neighbour(scope: SearchScope, by: 1 | -1): SearchScope {
  return searchScopes[(searchScopes.indexOf(scope) + by + searchScopes.length) % searchScopes.length] ?? 'all'
}
