/** A dialog of one form, with a step back where there is one, and a place for errors that belong to no field. */
import type { ReactNode, SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Dialog, InlineError } from '../ui/index.ts'
import './connect.css'

export interface StepDialogProps {
  readonly title: string
  /** What the button at the end does. */
  readonly actLabel: string
  readonly canAct: boolean
  readonly isBusy: boolean
  readonly error: string | null
  readonly onAct: () => void
  readonly onClose: () => void
  readonly onBack?: (() => void) | undefined
  readonly children: ReactNode
}

const formId = 'connect-form'

export function StepDialog(props: StepDialogProps): ReactNode {
  const { title, actLabel, canAct, isBusy, error, onAct, onClose, onBack, children } = props
  const { t } = useTranslation(['common', 'server'])
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (canAct && !isBusy) onAct()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      actions={
        <>
          {onBack ? (
            <Button variant="ghost" onPress={onBack}>
              {t('action.back')}
            </Button>
          ) : null}
          <Button onPress={onClose}>{t('action.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isDisabled={!canAct} isPending={isBusy}>
            {isBusy ? t('server:asking') : actLabel}
          </Button>
        </>
      }
    >
      <form id={formId} className="connect-form" onSubmit={submit} noValidate>
        {children}
        {error === null ? null : <InlineError>{error}</InlineError>}
      </form>
    </Dialog>
  )
}
