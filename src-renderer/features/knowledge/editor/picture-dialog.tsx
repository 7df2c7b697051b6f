/** What a picture shows, in words: they stand under it, are searched for, and are read to those who cannot see it. */
import type { Editor } from '@tiptap/react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { maxAlt } from '#shared/model/article/article-node.ts'
import { FormDialog, TextField } from '../../../ui/index.ts'

export function PictureDialog({
  editor,
  onClose,
}: {
  readonly editor: Editor
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const [alt, setAlt] = useState(() => String(editor.getAttributes('picture')['alt'] ?? ''))
  const apply = (): void => {
    onClose()
    editor
      .chain()
      .focus()
      .updateAttributes('picture', { alt: alt.replace(/\s+/gu, ' ').trim() })
      .run()
  }
  return (
    <FormDialog
      title={t('picture.title')}
      size="small"
      submitLabel={t('common:action.save')}
      onSubmit={apply}
      onClose={onClose}
    >
      <TextField
        label={t('picture.words')}
        description={t('picture.help')}
        value={alt}
        onChange={setAlt}
        maxLength={maxAlt}
        autoFocus
      />
    </FormDialog>
  )
}
