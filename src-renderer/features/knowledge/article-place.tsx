/** An article in a window of its own. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { AreaLayout } from '../../app/area-layout.tsx'
import { useLiveQuery } from '../../state/live.ts'
import { useAreaRoute } from '../../state/navigation.ts'
import { useWindowTitle } from '../../state/view.ts'
import { ArticleContext } from './article-context.tsx'
import { ArticleView } from './article-view.tsx'
import { LinkTicketDialog } from './dialogs/link-ticket-dialog.tsx'
import { NewArticleDialog } from './dialogs/new-article-dialog.tsx'
import { PropertiesDialog } from './dialogs/properties-dialog.tsx'
import { VersionsDialog } from './dialogs/versions-dialog.tsx'
import { useArticleShortcuts } from './use-article-shortcuts.ts'
import './article-list.css'

export function ArticlePlace(): ReactNode {
  const { articleId } = useAreaRoute('knowledge')
  useArticleShortcuts(articleId)
  if (articleId === undefined) return null
  return (
    <>
      <Title articleId={articleId} />
      <AreaLayout
        area="knowledge"
        detail={<ArticleView articleId={articleId} />}
        context={<ArticleContext articleId={articleId} />}
      />
      <NewArticleDialog />
      <PropertiesDialog />
      <VersionsDialog />
      <LinkTicketDialog />
    </>
  )
}

function Title({ articleId }: { readonly articleId: ArticleId }): null {
  const { t } = useTranslation('common')
  const { meta: article } = useLiveQuery('article.get', { articleId })
  useWindowTitle(article ? article.title || t('noTitle') : null)
  return null
}
