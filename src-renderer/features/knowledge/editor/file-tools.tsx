/** Puts pictures and files into the text, and words under a picture. */
import type { Editor } from '@tiptap/react'
import { ImagePlus, Text } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { IconButton } from '../../../ui/index.ts'
import { insertFiles } from './insert-files.ts'
import { PictureDialog } from './picture-dialog.tsx'

export interface FileToolsProps {
  readonly editor: Editor
  readonly articleId: ArticleId
  readonly isOnPicture: boolean
}

export function FileTools({ editor, articleId, isOnPicture }: FileToolsProps): ReactNode {
  const { t } = useTranslation('knowledge')
  const input = useRef<HTMLInputElement>(null)
  const [isDescribing, setDescribing] = useState(false)
  return (
    <>
      <IconButton
        label={t('tool.insertFile')}
        icon={<ImagePlus aria-hidden />}
        onPress={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('tool.insertFile')}
        onChange={({ currentTarget }) => {
          void insertFiles(editor, articleId, [...(currentTarget.files ?? [])])
          // The same file once more is a change, too.
          currentTarget.value = ''
        }}
      />
      {isOnPicture ? (
        <IconButton
          label={t('tool.describePicture')}
          icon={<Text aria-hidden />}
          onPress={() => setDescribing(true)}
        />
      ) : null}
      {isDescribing ? <PictureDialog editor={editor} onClose={() => setDescribing(false)} /> : null}
    </>
  )
}
