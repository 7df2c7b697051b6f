/** A text to be copied and passed on, read-only but to be selected by hand too. */
import { Check, Copy, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton, TextField } from '../../../ui/index.ts'

export interface CopyLineProps {
  readonly label: string
  readonly text: string
  readonly hint: string
  readonly onDone: () => void
}

export function CopyLine({ label, text, hint, onDone }: CopyLineProps): ReactNode {
  const { t } = useTranslation(['common', 'server'])
  const [copied, setCopied] = useState<string | null>(null)
  const isCopied = copied === text
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  return (
    <div className="copy-line" role="status">
      <TextField label={label} description={hint} value={text} isReadOnly onFocus={selectAll} />
      <Button
        variant="primary"
        icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        onPress={() => void copy()}
      >
        {isCopied ? t('server:copied') : t('action.copy')}
      </Button>
      <IconButton label={t('action.done')} icon={<X aria-hidden />} onPress={onDone} />
    </div>
  )
}

function selectAll(event: { readonly target: EventTarget }): void {
  if (event.target instanceof HTMLInputElement) event.target.select()
}
