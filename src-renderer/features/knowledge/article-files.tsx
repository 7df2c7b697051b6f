/** Files that belong to an article. What is added goes with it at once. */
import { X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleDetail } from '#shared/contract/articles.ts'
import { runCommand, undoable } from '../../state/commands.ts'
import { fileActions, useDraftFiles } from '../../state/files.ts'
import { AttachButton, AttachmentList, DraftFiles, FileDrop, IconButton } from '../../ui/index.ts'
import { filesBeside } from './inline-files.tsx'
import { useKnowledge } from './knowledge-state.ts'

export function ArticleFiles({ article }: { readonly article: ArticleDetail }): ReactNode {
  const isEditing = useKnowledge((state) => state.editing === article.id)
  if (isEditing) return <EditableFiles article={article} />
  const beside = filesBeside(article)
  if (beside.length === 0) return null
  return (
    <Frame>
      <AttachmentList attachments={beside} actions={fileActions} />
    </Frame>
  )
}

function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('knowledge')
  return (
    <section className="article-files" aria-label={t('files.title')}>
      <h2 className="article-files-title">{t('files.title')}</h2>
      {children}
    </section>
  )
}

function EditableFiles({ article }: { readonly article: ArticleDetail }): ReactNode {
  const { t } = useTranslation('knowledge')
  const articleId = article.id
  const beside = filesBeside(article)
  const files = useDraftFiles(`article/${articleId}`)
  const { ready } = files
  // Nothing is sent here as a whole: a file belongs to the article as soon as it is copied.
  useEffect(() => {
    if (ready.length > 0) void runCommand('article.attach', { articleId, attachments: [...ready] })
  }, [articleId, ready])
  return (
    <FileDrop className="article-files-drop" onFiles={files.add}>
      <Frame>
        <AttachmentList attachments={beside} actions={fileActions} />
        <ul className="article-files-list">
          {beside.map((file) => (
            <li key={file.id}>
              <span className="ui-truncate" dir="auto">
                {file.name}
              </span>
              <IconButton
                label={t('files.remove', { name: file.name })}
                size="small"
                icon={<X aria-hidden />}
                onPress={() =>
                  void undoable(
                    t('did.detach', { name: file.name }),
                    () => runCommand('article.detach', { articleId, id: file.id }),
                    () =>
                      runCommand('article.attach', {
                        articleId,
                        attachments: [{ id: file.id, name: file.name }],
                      }),
                  )
                }
              />
            </li>
          ))}
        </ul>
        <DraftFiles files={files.list} onRemove={files.remove} />
        <AttachButton onPress={files.choose} />
      </Frame>
    </FileDrop>
  )
}
