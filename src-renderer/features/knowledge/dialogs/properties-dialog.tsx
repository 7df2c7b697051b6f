/** Title, language, category, section and tags of an article. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleDetail } from '#shared/contract/articles.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { FormDialog } from '../../../ui/index.ts'
import { updateArticle } from '../article-actions.ts'
import { setKnowledge, useKnowledge } from '../knowledge-state.ts'
import { ArticleForm, splitTags, type ArticleFields } from './article-form.tsx'
import './dialogs.css'

export function PropertiesDialog(): ReactNode {
  const articleId = useKnowledge((state) => state.properties)
  const { meta: article } = useLiveQuery('article.get', articleId === null ? null : { articleId })
  return articleId !== null && article ? <OpenDialog key={articleId} article={article} /> : null
}

function OpenDialog({ article }: { readonly article: ArticleDetail }): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const [isAsked, setAsked] = useState(false)
  const [fields, setFields] = useState<ArticleFields>(() => {
    const { title, language, category, section, tags } = article
    return { title, language, category, section, tags: tags.join(', ') }
  })
  const close = (): void => setKnowledge({ properties: null })
  const submit = (): void => {
    setAsked(true)
    if (fields.title.trim() === '') return
    close()
    const { title, language, category, section, tags } = article
    void updateArticle(
      article.id,
      { ...fields, tags: splitTags(fields.tags) },
      { language, category, section, tags: [...tags], ...(title === '' ? {} : { title }) },
    )
  }
  return (
    <FormDialog
      title={t('action.properties')}
      submitLabel={t('common:action.save')}
      onSubmit={submit}
      onClose={close}
    >
      <ArticleForm fields={fields} onChange={(part) => setFields({ ...fields, ...part })} isAsked={isAsked} />
    </FormDialog>
  )
}
