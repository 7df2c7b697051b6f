/** All articles by category, narrowed by language and words. */
import { BookOpen, Ellipsis, FileDown, FileUp, Plus, SearchX } from 'lucide-react'
import { useCallback, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { exportArticles, importArticles } from '../../state/article-files.ts'
import {
  Button,
  EmptyState,
  IconButton,
  Menu,
  MenuItem,
  SearchField,
  SegmentedControl,
  Select,
  VirtualList,
} from '../../ui/index.ts'
import { useShortcutKeys } from '../../state/shortcuts.ts'
import type { ListRow } from './model/article-groups.ts'
import { articleShows, setArticleFilter, useArticleFilter, type LanguageFilter } from './article-filter.ts'
import { setKnowledge } from './knowledge-state.ts'
import { KnowledgeSections } from './library/sections.tsx'
import './article-list.css'

export interface ArticleListProps {
  readonly rows: readonly ListRow[]
  readonly total: number
  readonly isReady: boolean
  readonly openId: ArticleId | undefined
  readonly onOpen: (id: ArticleId) => void
  readonly filterRef: RefObject<HTMLInputElement | null>
}

const heights = { category: 34, section: 28, article: 30 } as const

export function ArticleList({
  rows,
  total,
  isReady,
  openId,
  onOpen,
  filterRef,
}: ArticleListProps): ReactNode {
  const { t } = useTranslation('knowledge')
  const formats = useFormats()
  const { text, language, show } = useArticleFilter()
  const filterKeys = useShortcutKeys('knowledge.filter')

  const getKey = useCallback((index: number) => rows[index]?.key ?? String(index), [rows])
  const renderRow = useCallback(
    (index: number): ReactNode => {
      const row = rows[index]
      if (!row) return null
      if (row.type === 'section') {
        return (
          <h3 className="article-section">
            <span className="ui-truncate" dir="auto">
              {row.name}
            </span>
          </h3>
        )
      }
      return row.type === 'category' ? (
        <CategoryHeading name={row.name} count={row.count} />
      ) : (
        <ArticleButton
          row={row}
          isOpen={row.key === openId}
          onOpen={onOpen}
          hasLanguage={language === 'all'}
        />
      )
    },
    [rows, openId, onOpen, language],
  )

  return (
    <div className="article-list">
      <header className="article-list-head">
        <h1 className="ui-visually-hidden">{t('title')}</h1>
        <KnowledgeSections section="articles" />
        {total > 0 ? <span className="article-list-total">{formats.number(total)}</span> : null}
        <span className="article-list-gap" />
        <NewButton />
        <ListMenu />
      </header>
      <div className="article-list-filter">
        <SearchField
          label={t('filter')}
          placeholder={t('filter')}
          value={text}
          onChange={(next) => setArticleFilter({ text: next })}
          inputRef={filterRef}
          {...(filterKeys === undefined ? {} : { shortcut: filterKeys })}
        />
        <div className="article-list-selects">
          <SegmentedControl<LanguageFilter>
            label={t('language')}
            isLabelHidden
            value={language}
            onChange={(next) => setArticleFilter({ language: next })}
            options={(['all', 'de', 'en'] as const).map((id) => ({ id, label: t(`languages.${id}`) }))}
          />
          <Select
            label={t('show.label')}
            isLabelHidden
            isQuiet
            size="small"
            options={articleShows.map((id) => ({ id, label: t(`show.${id}`) }))}
            value={show}
            onChange={(next) => setArticleFilter({ show: next })}
          />
        </div>
      </div>
      <div className="article-list-rows">
        {rows.length === 0 ? (
          isReady ? (
            <NoArticles isFirst={total === 0 && language === 'all' && show === 'all' && text === ''} />
          ) : null
        ) : (
          <VirtualList
            label={t('list')}
            role="list"
            count={rows.length}
            getKey={getKey}
            renderRow={renderRow}
            rowHeight={(index) => heights[rows[index]?.type ?? 'article']}
            activeKey={openId ?? null}
          />
        )}
      </div>
    </div>
  )
}

function CategoryHeading({ name, count }: { readonly name: string; readonly count: number }): ReactNode {
  const { t } = useTranslation('knowledge')
  const formats = useFormats()
  return (
    <h2 className="article-category">
      <span className="ui-truncate" dir="auto">
        {name || t('uncategorised')}
      </span>
      <span className="article-category-count">{formats.number(count)}</span>
    </h2>
  )
}

interface ArticleButtonProps {
  readonly row: Extract<ListRow, { type: 'article' }>
  readonly isOpen: boolean
  readonly onOpen: (id: ArticleId) => void
  readonly hasLanguage: boolean
}

function ArticleButton({ row: { article }, isOpen, onOpen, hasLanguage }: ArticleButtonProps): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  return (
    <button
      type="button"
      className="article-row"
      data-opens=""
      onClick={() => onOpen(article.key)}
      {...(isOpen ? { 'aria-current': 'page' } : {})}
    >
      <span className="ui-truncate" dir="auto" lang={article.language}>
        {article.title || t('common:noTitle')}
      </span>
      {article.state === 'draft' ? <span className="article-row-draft">{t('draft')}</span> : null}
      {hasLanguage ? (
        <span className="article-row-language" title={t(`languages.${article.language}`)}>
          <span aria-hidden>{article.language}</span>
          <span className="ui-visually-hidden">{t(`languages.${article.language}`)}</span>
        </span>
      ) : null}
    </button>
  )
}

function NoArticles({ isFirst }: { readonly isFirst: boolean }): ReactNode {
  const { t } = useTranslation('knowledge')
  return isFirst ? (
    <EmptyState
      isCompact
      icon={<BookOpen aria-hidden />}
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        <Button variant="primary" onPress={() => setKnowledge({ create: 'new' })}>
          {t('action.new')}
        </Button>
      }
    />
  ) : (
    <EmptyState isCompact icon={<SearchX aria-hidden />} title={t('empty.none')} text={t('empty.noneText')} />
  )
}

function NewButton(): ReactNode {
  const { t } = useTranslation('knowledge')
  const keys = useShortcutKeys('knowledge.new')
  return (
    <IconButton
      label={t('action.new')}
      icon={<Plus aria-hidden />}
      onPress={() => setKnowledge({ create: 'new' })}
      {...(keys === undefined ? {} : { shortcut: keys })}
    />
  )
}

function ListMenu(): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  return (
    <Menu
      label={t('common:action.more')}
      placement="bottom end"
      trigger={<IconButton label={t('common:action.more')} icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem
        id="export"
        label={t('transfer.export')}
        icon={<FileUp aria-hidden />}
        onAction={() => void exportArticles()}
      />
      <MenuItem
        id="import"
        label={t('transfer.import')}
        icon={<FileDown aria-hidden />}
        onAction={() => void importArticles()}
      />
    </Menu>
  )
}
