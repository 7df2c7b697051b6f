/** Where the marked words lead. Only addresses that the link policy allows; an empty one takes the link away. */
import type { Editor } from '@tiptap/react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { allowedLink, Button, Dialog, TextField } from '../../../ui/index.ts'

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
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="small"
      title={t('link.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="primary" type="submit" form="link-form">
            {t('common:action.save')}
          </Button>
        </>
      }
    >
      <form
        id="link-form"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
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
      </form>
    </Dialog>
  )
}

/** Empty for no link, null for one that may not be. */
function toAddress(text: string): string | null {
  const href = text.trim()
  if (href === '') return ''
  return allowedLink(href) ?? allowedLink(`https://${href}`) ?? null
}
