/** Beside an article: what is on its page, and what is known of it. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { useLiveQuery } from '../../state/live.ts'
import { usePerson } from '../../state/people.ts'
import { setUi } from '../../state/ui.ts'
import { RelativeTime } from '../../ui/index.ts'
import { useOutline } from './use-outline.ts'
import './article-context.css'

export function ArticleContext({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const { t } = useTranslation('knowledge')
  const { meta: article } = useLiveQuery('article.get', { articleId })
  const { headings } = useOutline({ content: article?.content ?? none })
  const author = usePerson(article?.createdBy)
  if (!article) return null

  const goTo = (id: string): void => {
    setUi({ isContextDrawerOpen: false })
    const heading = document.getElementById(id)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }
  return (
    <div className="article-context">
      {headings.length > 0 ? (
        <nav aria-label={t('contents')}>
          <h2 className="article-context-heading">{t('contents')}</h2>
          <ul>
            {headings.map((heading) => (
              <li key={heading.id}>
                <button
                  type="button"
                  className="article-contents-item"
                  data-depth={Math.min(3, heading.depth)}
                  lang={article.language}
                  onClick={() => goTo(heading.id)}
                >
                  {heading.text}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <section>
        <h2 className="article-context-heading">{t('details')}</h2>
        <dl className="article-facts">
          <dt>{t('category')}</dt>
          <dd>{article.category || t('uncategorised')}</dd>
          <dt>{t('language')}</dt>
          <dd>{t(`languages.${article.language}`)}</dd>
          <dt>{t('state')}</dt>
          <dd>{article.state === 'draft' ? t('draft') : t('published')}</dd>
          <dt>{t('updated')}</dt>
          <dd>
            <RelativeTime atMs={article.updatedAt} />
          </dd>
        </dl>
        {author ? <p className="article-author">{t('by', { name: author.name })}</p> : null}
      </section>
    </div>
  )
}

const none: readonly never[] = []
