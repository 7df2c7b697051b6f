/** Articles that a ticket is linked to. Nothing where there are none: they are linked at the article. */
import { BookOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketId } from '#shared/base/ids.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { navigate } from '../../../state/navigation.ts'

export function LinkedArticles({ ticketId }: { readonly ticketId: TicketId }): ReactNode {
  const { t } = useTranslation(['tickets', 'common'])
  const { rows } = useLiveQuery('ticket.articles', { ticketId })
  if (rows.length === 0) return null
  return (
    <section>
      <h2 className="property-heading">{t('articles.title')}</h2>
      <ul>
        {rows.map(({ key, title, language }) => (
          <li key={key}>
            <button
              type="button"
              className="property-article"
              lang={language}
              onClick={() => navigate({ area: 'knowledge', articleId: key })}
            >
              <BookOpen aria-hidden />
              <span className="ui-truncate" dir="auto">
                {title || t('common:noTitle')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
