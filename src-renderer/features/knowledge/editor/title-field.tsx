/** The title over the text: saved when it is left, Enter goes on to the text. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleDetail } from '#shared/contract/articles.ts'
import { runCommand } from '../../../state/commands.ts'
import { TextArea } from '../../../ui/index.ts'

export interface TitleFieldProps {
  readonly article: ArticleDetail
  readonly onDone: () => void
  readonly onLeave: () => void
}

export function TitleField({ article, onDone, onLeave }: TitleFieldProps): ReactNode {
  const { t } = useTranslation('knowledge')
  // Null follows what others make of it.
  const [text, setText] = useState<string | null>(null)
  const save = (): void => {
    const title = text?.replace(/\s+/gu, ' ').trim() ?? ''
    setText(null)
    if (title !== '' && title !== article.title) {
      void runCommand('article.update', { articleId: article.id, fields: { title } })
    }
  }
  return (
    <TextArea
      label={t('field.title')}
      isLabelHidden
      isBare
      className="article-title-field"
      minRows={1}
      maxRows={4}
      maxLength={300}
      value={text ?? article.title}
      onChange={setText}
      onBlur={save}
      lang={article.language}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          save()
          onDone()
        } else if (event.key === 'Escape') {
          setText(null)
          onLeave()
        } else event.continuePropagation()
      }}
    />
  )
}
