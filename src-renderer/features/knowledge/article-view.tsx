/** An article: to read, or with the editor in the place of its text. */
import { FileQuestion } from 'lucide-react'
import { lazy, memo, Suspense, useCallback, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import type { ArticleDetail } from '#shared/contract/articles.ts'
import { useQuoteHighlight } from '../../passages/use-quote-highlight.ts'
import { useLiveQuery } from '../../state/live.ts'
import { usePresence } from '../../state/presence.ts'
import { Badge, EmptyState, RelativeTime, TagChip } from '../../ui/index.ts'
import { ArticleBar } from './article-bar.tsx'
import { ArticleContent } from './article-content.tsx'
import { ArticleFeedback } from './article-feedback.tsx'
import { ArticleFiles } from './article-files.tsx'
import { InlineFiles } from './inline-files.tsx'
import { setKnowledge, useKnowledge } from './knowledge-state.ts'
import { useOutline } from './use-outline.ts'
import './article-view.css'

/** Tiptap and Yjs come when somebody writes. */
const ArticleEditor = lazy(async () => ({
  default: (await import('./editor/article-editor.tsx')).ArticleEditor,
}))

export const ArticleView = memo(function ArticleView({
  articleId,
}: {
  readonly articleId: ArticleId
}): ReactNode {
  const { t } = useTranslation('knowledge')
  const { meta: article } = useLiveQuery('article.get', { articleId })
  if (article === undefined) return null
  if (article === null) {
    return (
      <EmptyState icon={<FileQuestion aria-hidden />} title={t('empty.gone')} text={t('empty.goneText')} />
    )
  }
  return <OpenArticle key={articleId} article={article} />
})

function OpenArticle({ article }: { readonly article: ArticleDetail }): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const isEditing = useKnowledge((state) => state.editing === article.id)
  const beside = useKnowledge((state) => state.beside)
  // As long as it is open: whoever writes sees that somebody reads.
  usePresence(`doc/article/${article.id}`)
  useEffect(
    () => () => {
      if (useKnowledge.getState().editing === article.id) setKnowledge({ editing: null })
    },
    [article.id],
  )
  const stopEditing = useCallback(() => setKnowledge({ editing: null }), [])
  const isBeside = beside !== null && beside !== article.id
  return (
    <article className="article" aria-label={article.title || t('common:noTitle')}>
      <ArticleBar article={article} isEditing={isEditing} />
      <div className="article-panes">
        <div className="article-pane">
          {isEditing ? (
            <Suspense fallback={null}>
              <ArticleEditor article={article} onLeave={stopEditing} />
            </Suspense>
          ) : (
            <ReadingPane article={article} />
          )}
        </div>
        {isBeside ? (
          <div className="article-pane" data-beside="">
            <OtherLanguage articleId={beside} />
          </div>
        ) : null}
      </div>
    </article>
  )
}

function OtherLanguage({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const { meta: article } = useLiveQuery('article.get', { articleId })
  return article ? <ReadingPane key={article.id} article={article} isBeside /> : null
}

function ReadingPane({
  article,
  isBeside = false,
}: {
  readonly article: ArticleDetail
  readonly isBeside?: boolean
}): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const outline = useOutline(article)
  const scroller = useRef<HTMLDivElement>(null)
  useQuoteHighlight(scroller, `article/${article.id}`, article.content)
  // The text takes the keys for scrolling, unless somebody is moving along the list.
  useEffect(() => {
    if (!isBeside && document.activeElement === document.body)
      scroller.current?.focus({ preventScroll: true })
  }, [isBeside])
  return (
    <div
      ref={scroller}
      className="article-scroll"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
      tabIndex={0}
      role="region"
      aria-label={article.title || t('common:noTitle')}
    >
      <div className="article-page" lang={article.language}>
        <h1 className="article-title">{article.title || t('common:noTitle')}</h1>
        <p className="article-meta">
          {article.state === 'draft' ? <Badge tone="warning">{t('draft')}</Badge> : null}
          {article.state === 'archived' ? <Badge tone="neutral">{t('archived')}</Badge> : null}
          <span>
            {t('updated')} <RelativeTime atMs={article.updatedAt} />
          </span>
          {article.tags.map((tag) => (
            <TagChip key={tag} name={tag} />
          ))}
        </p>
        {article.content.length === 0 ? (
          <p className="article-blank">{t('blank')}</p>
        ) : (
          <InlineFiles article={article}>
            <ArticleContent content={article.content} outline={outline} />
          </InlineFiles>
        )}
        <ArticleFiles article={article} />
        {isBeside || article.state !== 'published' ? null : <ArticleFeedback articleId={article.id} />}
      </div>
    </div>
  )
}
