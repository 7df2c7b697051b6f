/** The draft of an article out of a solved ticket, in the language of the window. */
import type { ArticleId, TicketId } from '#shared/base/ids.ts'
import { runCommand } from '../../state/commands.ts'
import { i18n } from '../../state/i18n.ts'
import { newId } from '../../state/ids.ts'
import { navigate } from '../../state/navigation.ts'

export async function writeArticle(ticketId: TicketId): Promise<void> {
  const articleId = newId<ArticleId>()
  const result = await runCommand('article.fromTicket', {
    articleId,
    ticketId,
    language: i18n.language.startsWith('de') ? 'de' : 'en',
    headings: { problem: i18n.t('tickets:articles.problem'), solution: i18n.t('tickets:articles.solution') },
    spaceName: i18n.t('knowledge:title'),
  })
  if (result.ok) navigate({ area: 'knowledge', articleId })
}
