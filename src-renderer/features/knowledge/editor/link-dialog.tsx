/** Where the marked words lead. Only addresses that the link policy allows; an empty one takes the link away. */
import type { Editor } from '@tiptap/react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { allowedLink, FormDialog, TextField } from '../../../ui/index.ts'

export function LinkDialog({
  editor,
  onClose,
}: {
  readonly editor: Editor
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const [href, setHref] = useState(() => String(editor.getAttributes('link')['href'] ?? ''))
  const [isAsked, setAsked] = useState(false)
  const address = toAddress(href)
  const apply = (): void => {
    setAsked(true)
    if (address === null) return
    onClose()
    const chain = editor.chain().focus().extendMarkRange('link')
    if (address === '') chain.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive('link')) {
      chain
        .insertContent({
          type: 'text',
          text: href.trim(),
          marks: [{ type: 'link', attrs: { href: address } }],
        })
        .run()
    } else chain.setLink({ href: address }).run()
  }
  return (
    <FormDialog
      title={t('link.title')}
      size="small"
      submitLabel={t('common:action.save')}
      onSubmit={apply}
      onClose={onClose}
    >
      <TextField
        label={t('link.address')}
        placeholder="https://"
        description={t('link.help')}
        value={href}
        onChange={setHref}
        maxLength={2_000}
        isInvalid={isAsked && address === null}
        errorMessage={t('link.invalid')}
        autoFocus
      />
    </FormDialog>
  )
}

/** Empty for no link, null for one that may not be. */
function toAddress(text: string): string | null {
  const href = text.trim()
  if (href === '') return ''
  return allowedLink(href) ?? allowedLink(`https://${href}`) ?? null
}
