/** Beside an article: what is on its page, what is known of it, and the tickets that it is linked to. */
import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { useLiveQuery } from '../../state/live.ts'
import { navigate } from '../../state/navigation.ts'
import { usePerson } from '../../state/people.ts'
import { setUi } from '../../state/ui.ts'
import { IconButton, RelativeTime, StateIcon } from '../../ui/index.ts'
import { linkTicket } from './article-actions.ts'
import { setKnowledge, useKnowledge } from './knowledge-state.ts'
import { useOutline } from './use-outline.ts'
import './article-context.css'

export function ArticleContext({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const { t } = useTranslation('knowledge')
  const { meta: article } = useLiveQuery('article.get', { articleId })
  const { headings } = useOutline({ content: article?.content ?? none })
  const isEditing = useKnowledge((state) => state.editing === articleId)
  const author = usePerson(article?.createdBy)
  const editor = usePerson(article?.updatedBy)
  if (!article) return null

  const goTo = (id: string): void => {
    setUi({ isContextDrawerOpen: false })
    const heading = document.getElementById(id)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }
  return (
    <div className="article-context">
      {headings.length > 0 && !isEditing ? (
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
          {article.section === '' ? null : (
            <>
              <dt>{t('section')}</dt>
              <dd>{article.section}</dd>
            </>
          )}
          <dt>{t('language')}</dt>
          <dd>{t(`languages.${article.language}`)}</dd>
          <dt>{t('state')}</dt>
          <dd>{t(article.state)}</dd>
          <dt>{t('updated')}</dt>
          <dd>
            <RelativeTime atMs={article.updatedAt} />
          </dd>
        </dl>
        {author ? <p className="article-author">{t('by', { name: author.name })}</p> : null}
        {editor && editor !== author ? (
          <p className="article-author">{t('lastBy', { name: editor.name })}</p>
        ) : null}
      </section>
      <LinkedTickets articleId={articleId} />
    </div>
  )
}

const none: readonly never[] = []

function LinkedTickets({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const { t } = useTranslation('knowledge')
  const { rows } = useLiveQuery('article.tickets', { articleId })
  return (
    <section>
      <h2 className="article-context-heading article-context-heading-row">
        {t('tickets.title')}
        <IconButton
          label={t('tickets.link')}
          size="small"
          icon={<Plus aria-hidden />}
          onPress={() => setKnowledge({ linkTicket: articleId })}
        />
      </h2>
      {rows.length === 0 ? <p className="article-author">{t('tickets.none')}</p> : null}
      <ul>
        {rows.map((ticket) => (
          <li key={ticket.key} className="article-linked">
            <button
              type="button"
              className="article-contents-item article-linked-ticket"
              onClick={() => navigate({ area: 'tickets', view: 'all', ticketId: ticket.key })}
            >
              <StateIcon state={ticket.state} />
              <span className="ui-truncate" dir="auto">
                {ticket.title}
              </span>
            </button>
            <IconButton
              label={t('tickets.unlink', { title: ticket.title })}
              size="small"
              icon={<X aria-hidden />}
              onPress={() => void linkTicket(articleId, ticket.key, false)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
