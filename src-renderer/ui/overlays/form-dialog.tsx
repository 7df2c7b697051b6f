/** A dialog with one form in it: Enter in a field submits, the form's button is the last at the foot. */
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../controls/button.tsx'
import { Dialog, type DialogProps } from './dialog.tsx'

export interface FormDialogProps {
  readonly title: string
  readonly size?: NonNullable<DialogProps['size']>
  /** What the form does ("Create"). */
  readonly submitLabel: string
  /** Not called while it cannot, is busy, or has not ended. The one who opened the dialog closes it. */
  readonly onSubmit: () => void | Promise<void>
  readonly onClose: () => void
  readonly canSubmit?: boolean
  /** Of work beside the form's own. */
  readonly isBusy?: boolean
  /** Of the form. */
  readonly className?: string
  /** Buttons before "Cancel". */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function FormDialog(props: FormDialogProps): ReactNode {
  const { title, size = 'medium', submitLabel, onSubmit, onClose, actions, className, children } = props
  const { canSubmit = true } = props
  const { t } = useTranslation('ui')
  const id = useId()
  const [isRunning, setRunning] = useState(false)
  const isBusy = isRunning || props.isBusy === true
  const submit = async (): Promise<void> => {
    if (!canSubmit || isBusy) return
    setRunning(true)
    try {
      await onSubmit()
    } finally {
      setRunning(false)
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      size={size}
      actions={
        <>
          {actions}
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form={id} isDisabled={!canSubmit} isPending={isBusy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      {/* What is wrong with a field stands at the field, in the person's language. */}
      <form
        id={id}
        className={className}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
