/** An article to read. */
import { FileQuestion, Languages, Link } from 'lucide-react'
import { memo, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import type { QueryMeta } from '#shared/contract/contract.ts'
import { ContextToggle, ListToggle } from '../../app/area-layout.tsx'
import { useLiveQuery } from '../../state/live.ts'
import { navigate } from '../../state/navigation.ts'
import { formatRoute } from '../../state/routes.ts'
import { showToast } from '../../state/toasts.ts'
import { Badge, Button, EmptyState, IconButton, RelativeTime, TagChip } from '../../ui/index.ts'
import { ArticleContent } from './article-content.tsx'
import { useOutline } from './use-outline.ts'
import './article-view.css'

export type Article = NonNullable<QueryMeta<'article.get'>>

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

function OpenArticle({ article }: { readonly article: Article }): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const outline = useOutline(article)
  const scroller = useRef<HTMLDivElement>(null)
  // The text takes the keys for scrolling, unless somebody is moving along the list.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [])

  const copyLink = async (): Promise<void> => {
    await navigator.clipboard.writeText(
      `outpost:${formatRoute({ area: 'knowledge', articleId: article.id })}`,
    )
    showToast({ id: 'copied', tone: 'success', text: t('copied') })
  }
  return (
    <article className="article" aria-label={article.title}>
      <header className="article-bar">
        <ListToggle area="knowledge" />
        <span className="article-place ui-truncate">{article.category || t('uncategorised')}</span>
        <span className="article-gap" />
        <Translation article={article} />
        <IconButton label={t('copyLink')} icon={<Link aria-hidden />} onPress={() => void copyLink()} />
        <ContextToggle area="knowledge" />
      </header>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <div ref={scroller} className="article-scroll" tabIndex={0} role="region" aria-label={article.title}>
        <div className="article-page" lang={article.language}>
          <h1 className="article-title">{article.title || t('common:noTitle')}</h1>
          <p className="article-meta">
            {article.state === 'draft' ? <Badge tone="warning">{t('draft')}</Badge> : null}
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
            <ArticleContent content={article.content} outline={outline} />
          )}
        </div>
      </div>
    </article>
  )
}

/** Leads to the article that this one translates. */
function Translation({ article: { translationOf } }: { readonly article: Article }): ReactNode {
  const { t } = useTranslation('knowledge')
  const { meta: other } = useLiveQuery(
    'article.get',
    translationOf === null ? null : { articleId: translationOf },
  )
  if (!other) return null
  return (
    <Button
      size="small"
      variant="ghost"
      icon={<Languages aria-hidden />}
      onPress={() => navigate({ area: 'knowledge', articleId: other.id })}
    >
      {t('translation.read', { language: t(`languages.${other.language}`) })}
    </Button>
  )
}
