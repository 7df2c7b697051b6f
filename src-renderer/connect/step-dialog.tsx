/** A form dialog of this folder, with a step back where there is one, and a place for errors that belong to no field. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, FormDialog, InlineError } from '../ui/index.ts'
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

export function StepDialog(props: StepDialogProps): ReactNode {
  const { title, actLabel, canAct, isBusy, error, onAct, onClose, onBack, children } = props
  const { t } = useTranslation(['common', 'server'])
  return (
    <FormDialog
      title={title}
      submitLabel={isBusy ? t('server:asking') : actLabel}
      canSubmit={canAct}
      isBusy={isBusy}
      className="connect-form"
      actions={
        onBack ? (
          <Button variant="ghost" onPress={onBack}>
            {t('action.back')}
          </Button>
        ) : null
      }
      onSubmit={onAct}
      onClose={onClose}
    >
      {children}
      {error === null ? null : <InlineError>{error}</InlineError>}
    </FormDialog>
  )
}
