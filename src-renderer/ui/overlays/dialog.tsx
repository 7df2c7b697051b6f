/** Modal windows: focus goes in and comes back, Esc closes. Prefer undo to an AlertDialog wherever undo is possible. */
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../controls/button.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import './dialog.css'

export interface DialogProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly title: string
  readonly size?: 'small' | 'medium' | 'large'
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
  /** false while leaving would lose something: only the buttons close it then. */
  readonly isDismissable?: boolean
  readonly children: ReactNode
}

export function Dialog(props: DialogProps): ReactNode {
  const { isOpen, onOpenChange, title, size = 'medium', actions, isDismissable = true, children } = props
  const { t } = useTranslation('ui')
  return (
    <ModalOverlay
      className="ui-scrim"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
    >
      <Modal className="ui-modal" data-size={size}>
        <AriaDialog className="ui-dialog">
          <header className="ui-dialog-head">
            <Heading slot="title" className="ui-dialog-title">
              {title}
            </Heading>
            {isDismissable ? (
              <IconButton
                label={t('close')}
                shortcut="Escape"
                size="small"
                icon={<X aria-hidden />}
                onPress={() => {
                  onOpenChange(false)
                }}
              />
            ) : null}
          </header>
          <div className="ui-dialog-body">{children}</div>
          {actions === undefined ? null : <footer className="ui-dialog-foot">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface AlertDialogProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** The question. */
  readonly title: string
  /** What will happen, and to whom. */
  readonly children: ReactNode
  /** The act itself ("Delete channel"), never "OK". */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly isDanger?: boolean
}

export function AlertDialog(props: AlertDialogProps): ReactNode {
  const { isOpen, onOpenChange, title, children, confirmLabel, onConfirm, isDanger } = props
  const { t } = useTranslation('ui')
  const close = (): void => {
    onOpenChange(false)
  }
  return (
    <ModalOverlay className="ui-scrim" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="ui-modal" data-size="small">
        <AriaDialog className="ui-dialog" role="alertdialog">
          <header className="ui-dialog-head">
            <Heading slot="title" className="ui-dialog-title">
              {title}
            </Heading>
          </header>
          <div className="ui-dialog-body">{children}</div>
          <footer className="ui-dialog-foot">
            <Button onPress={close} autoFocus>
              {t('cancel')}
            </Button>
            <Button
              variant={isDanger ? 'danger' : 'primary'}
              onPress={() => {
                close()
                onConfirm()
              }}
            >
              {confirmLabel}
            </Button>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
