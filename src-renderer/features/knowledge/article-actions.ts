/** What can be done with an article. What can be taken back offers it. */
import type { ArticleId, TicketId, VersionId } from '#shared/base/ids.ts'
import type { CommandInput } from '#shared/contract/contract.ts'
import type { ArticleDetail } from '#shared/contract/articles.ts'
import { printPage } from '../../state/article-files.ts'
import { runCommand, undoable } from '../../state/commands.ts'
import { i18n } from '../../state/i18n.ts'
import { newId } from '../../state/ids.ts'
import { navigate } from '../../state/navigation.ts'
import { copyPlaceLink } from '../../state/place-links.ts'
import { showToast } from '../../state/toasts.ts'
import { setKnowledge } from './knowledge-state.ts'

type Known = Pick<ArticleDetail, 'id' | 'state' | 'title'>

const publish = (articleId: ArticleId) =>
  runCommand('article.publish', { articleId, versionId: newId<VersionId>() })
const unpublish = (articleId: ArticleId) => runCommand('article.unpublish', { articleId })

export async function setPublished({ id }: Known, on: boolean): Promise<void> {
  await undoable(
    i18n.t(on ? 'knowledge:did.publish' : 'knowledge:did.unpublish'),
    () => (on ? publish(id) : unpublish(id)),
    () => (on ? unpublish(id) : publish(id)),
  )
}

/** Puts it away, or takes it out again, with the state that it had. */
export async function setArchived({ id, state }: Known, on: boolean): Promise<void> {
  const archive = (value: boolean) => runCommand('article.archive', { articleId: id, on: value })
  await undoable(
    i18n.t(on ? 'knowledge:did.archive' : 'knowledge:did.unarchive'),
    () => archive(on),
    async () => {
      const result = await archive(!on)
      return result.ok && on && state === 'published' ? publish(id) : result
    },
  )
}

export async function saveVersion(articleId: ArticleId): Promise<void> {
  const result = await runCommand('article.saveVersion', { articleId, versionId: newId<VersionId>() })
  if (result.ok)
    showToast({ id: 'version-saved', tone: 'success', text: i18n.t('knowledge:did.saveVersion') })
}

export async function restoreVersion(articleId: ArticleId, versionId: VersionId): Promise<boolean> {
  const keepAs = newId<VersionId>()
  const result = await undoable(
    i18n.t('knowledge:did.restore'),
    () => runCommand('article.restoreVersion', { articleId, versionId, keepAs }),
    () => runCommand('article.restoreVersion', { articleId, versionId: keepAs, keepAs: newId<VersionId>() }),
  )
  return result.ok
}

export async function linkTicket(articleId: ArticleId, ticketId: TicketId, on: boolean): Promise<void> {
  const link = (value: boolean) => () => runCommand('article.linkTicket', { articleId, ticketId, on: value })
  await undoable(i18n.t(on ? 'knowledge:did.link' : 'knowledge:did.unlink'), link(on), link(!on))
}

export async function updateArticle(
  articleId: ArticleId,
  fields: CommandInput<'article.update'>['fields'],
  before: CommandInput<'article.update'>['fields'],
): Promise<void> {
  await undoable(
    i18n.t('knowledge:did.update'),
    () => runCommand('article.update', { articleId, fields }),
    () => runCommand('article.update', { articleId, fields: before }),
  )
}

/** Makes it, opens it and begins to write. */
export async function createArticle(
  input: Omit<CommandInput<'article.create'>, 'articleId' | 'spaceName'>,
): Promise<boolean> {
  const articleId = newId<ArticleId>()
  const spaceName = i18n.t('knowledge:title')
  const result = await runCommand('article.create', { ...input, articleId, spaceName })
  if (!result.ok) return false
  setKnowledge({ create: null, editing: articleId })
  navigate({ area: 'knowledge', articleId })
  return true
}

export async function copyArticleLink(articleId: ArticleId): Promise<void> {
  await copyPlaceLink({ type: 'article', id: articleId })
}

/** What is read is what is printed: an editor is left first. */
export async function printArticle(what: 'print' | 'pdf', { title }: Known): Promise<void> {
  setKnowledge({ editing: null })
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const page = document.querySelector('.article-pane:not([data-beside]) .article-page')
  if (page) await printPage(what, title, page)
}
