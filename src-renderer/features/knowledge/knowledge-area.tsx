/** The knowledge area: articles to find, to read and to write. */
import { BookOpen } from 'lucide-react'
import { useCallback, useMemo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { AreaLayout, ListToggle } from '../../app/area-layout.tsx'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { useLiveQuery } from '../../state/live.ts'
import { useMe } from '../../state/people.ts'
import { navigate, useAreaRoute } from '../../state/navigation.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { EmptyState } from '../../ui/index.ts'
import { ArticleContext } from './article-context.tsx'
import { useArticleFilter } from './article-filter.ts'
import { ArticleList } from './article-list.tsx'
import { ArticleView } from './article-view.tsx'
import { LinkTicketDialog } from './dialogs/link-ticket-dialog.tsx'
import { NewArticleDialog } from './dialogs/new-article-dialog.tsx'
import { PropertiesDialog } from './dialogs/properties-dialog.tsx'
import { TransferReport } from './dialogs/transfer-report.tsx'
import { VersionsDialog } from './dialogs/versions-dialog.tsx'
import { setKnowledge } from './knowledge-state.ts'
import { LibraryArea } from './library/library-area.tsx'
import { articleRows, isShown, stepArticle } from './model/article-groups.ts'
import { useArticleShortcuts } from './use-article-shortcuts.ts'

export function KnowledgeArea(): ReactNode {
  const { files, fileId } = useAreaRoute('knowledge')
  return files || fileId !== undefined ? <LibraryArea fileId={fileId} /> : <ArticlesArea />
}

function ArticlesArea(): ReactNode {
  const { t } = useTranslation('knowledge')
  const { articleId } = useAreaRoute('knowledge')
  const { text, language, show } = useArticleFilter()
  const { locale } = useFormats()
  const {
    status,
    meta,
    rows: articles,
  } = useLiveQuery(
    'article.list',
    { language: language === 'all' ? null : language, archived: show === 'archived' },
    { keepPrevious: true },
  )
  const me = useMe()?.key ?? null
  const rows = useMemo(
    () =>
      articleRows(
        articles.filter((article) => isShown(article, show, me)),
        text,
        locale,
      ),
    [articles, show, me, text, locale],
  )
  const filter = useRef<HTMLInputElement>(null)

  const open = useCallback((id: ArticleId) => navigate({ area: 'knowledge', articleId: id }), [])
  const step = (by: 1 | -1): void => {
    const next = stepArticle(rows, articleId ?? null, by)
    if (next) navigate({ area: 'knowledge', articleId: next.key }, { replace: articleId !== undefined })
  }
  useArticleShortcuts(articleId)
  useShortcuts('knowledge', [
    { action: 'knowledge.next', keys: 'j', label: t('next'), run: () => step(1), isHiddenInPalette: true },
    {
      action: 'knowledge.previous',
      keys: 'k',
      label: t('previous'),
      run: () => step(-1),
      isHiddenInPalette: true,
    },
    {
      action: 'knowledge.new',
      keys: 'n',
      label: t('action.new'),
      run: () => setKnowledge({ create: 'new' }),
    },
    { action: 'knowledge.filter', keys: 'f', label: t('filter'), run: () => filter.current?.focus() },
  ])

  return (
    <>
      <AreaLayout
        area="knowledge"
        list={
          <ArticleList
            rows={rows}
            total={meta?.total ?? 0}
            isReady={status === 'ready'}
            openId={articleId}
            onOpen={open}
            filterRef={filter}
          />
        }
        detail={
          articleId === undefined ? (
            <NothingOpen isEmpty={meta?.total === 0} />
          ) : (
            <ArticleView articleId={articleId} />
          )
        }
        {...(articleId === undefined ? {} : { context: <ArticleContext articleId={articleId} /> })}
      />
      <NewArticleDialog />
      <PropertiesDialog />
      <VersionsDialog />
      <LinkTicketDialog />
      <TransferReport />
    </>
  )
}

function NothingOpen({ isEmpty }: { readonly isEmpty: boolean }): ReactNode {
  const { t } = useTranslation('knowledge')
  return (
    <>
      <div className="article-bar" data-bare="">
        <ListToggle area="knowledge" />
      </div>
      <EmptyState
        icon={<BookOpen aria-hidden />}
        title={isEmpty ? t('empty.title') : t('empty.choose')}
        text={isEmpty ? t('empty.text') : t('empty.chooseText')}
        {...(isEmpty ? {} : { shortcut: 'j' })}
      />
    </>
  )
}
