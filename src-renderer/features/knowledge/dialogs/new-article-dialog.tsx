/** A new article, or the translation of one. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleDetail } from '#shared/contract/articles.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { setUi, useUi } from '../../../state/ui.ts'
import { FormDialog } from '../../../ui/index.ts'
import { createArticle } from '../article-actions.ts'
import { useArticleFilter } from '../article-filter.ts'
import { setKnowledge, useKnowledge } from '../knowledge-state.ts'
import { ArticleForm, maxTitle, splitTags, type ArticleFields } from './article-form.tsx'
import './dialogs.css'

export function NewArticleDialog(): ReactNode {
  const create = useKnowledge((state) => state.create)
  const title = useUi((state) => state.newArticleTitle)
  if (create === null && title === null) return null
  return <OpenDialog original={create === 'new' ? null : create} title={title ?? ''} />
}

interface OpenDialogProps {
  readonly original: ArticleDetail | null
  readonly title: string
}

function OpenDialog({ original, title }: OpenDialogProps): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const { locale } = useFormats()
  const filter = useArticleFilter((state) => state.language)
  const own = filter === 'all' ? (locale.startsWith('de') ? 'de' : 'en') : filter
  const [isAsked, setAsked] = useState(false)
  const [fields, setFields] = useState<ArticleFields>(() => ({
    title: title.replace(/\s+/gu, ' ').trim().slice(0, maxTitle),
    language: original ? (original.language === 'de' ? 'en' : 'de') : own,
    category: '',
    section: '',
    tags: original?.tags.join(', ') ?? '',
  }))
  const close = (): void => {
    setKnowledge({ create: null })
    setUi({ newArticleTitle: null })
  }
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (fields.title.trim() === '') return
    const made = await createArticle({
      ...fields,
      tags: splitTags(fields.tags),
      translationOf: original?.id ?? null,
    })
    if (made) setUi({ newArticleTitle: null })
    if (made && original) setKnowledge({ beside: original.id })
  }
  return (
    <FormDialog
      title={original ? t('create.translation', { title: original.title }) : t('create.title')}
      submitLabel={t('common:action.create')}
      onSubmit={submit}
      onClose={close}
    >
      <ArticleForm
        fields={fields}
        onChange={(part) => setFields({ ...fields, ...part })}
        isAsked={isAsked}
        isLanguageFixed={original !== null}
      />
    </FormDialog>
  )
}
