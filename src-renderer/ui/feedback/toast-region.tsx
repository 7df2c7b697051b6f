import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef, useSyncExternalStore, type ReactNode, type Ref } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Button } from '../controls/button.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { Kbd } from '../marks/kbd.tsx'
import type { Toast, ToastQueue } from './toast-queue.ts'
import './toast-region.css'

export interface ToastRegionProps {
  readonly queue: ToastQueue
  /** Focus this to reach the toasts by a key; the region is focusable. */
  readonly regionRef?: Ref<HTMLElement>
}

/** Draws a ToastQueue at the foot of the window and reads it out politely. Once per window. */
export function ToastRegion({ queue, regionRef }: ToastRegionProps): ReactNode {
  const { t } = useTranslation('ui')
  const toasts = useSyncExternalStore(queue.subscribe, queue.visible)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // A button that goes with its toast takes the focus along, and nobody hears that it went: the clock would stand still for good.
    if (!list.current?.closest('section')?.matches(':focus-within, :hover')) queue.resume()
  }, [queue, toasts])
  return createPortal(
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only holds the clock while one looks
    <section
      ref={regionRef}
      className="ui-toasts"
      aria-label={t('toasts')}
      tabIndex={-1}
      // stays reachable while a modal hides everything else (React Aria's convention)
      data-react-aria-top-layer="true"
      onPointerEnter={queue.pause}
      onPointerLeave={queue.resume}
      onFocus={queue.pause}
      onBlur={queue.resume}
    >
      <ol ref={list} aria-live="polite" aria-relevant="additions text">
        {toasts.map((toast) => (
          <ToastRow key={toast.id} toast={toast} queue={queue} />
        ))}
      </ol>
    </section>,
    document.body,
  )
}

const icons = { success: CircleCheck, warning: TriangleAlert, danger: CircleAlert } as const

function ToastRow({ toast, queue }: { readonly toast: Toast; readonly queue: ToastQueue }): ReactNode {
  const { t } = useTranslation('ui')
  const { tone = 'neutral', action } = toast
  const Icon = tone === 'neutral' ? undefined : icons[tone]
  return (
    <li className="ui-toast" data-tone={tone}>
      {Icon ? <Icon aria-hidden className="ui-toast-icon" /> : null}
      <span className="ui-toast-text">{toast.text}</span>
      {action ? (
        <Button
          size="small"
          variant="ghost"
          className="ui-toast-action"
          {...(action.shortcut === undefined ? {} : { trailing: <Kbd keys={action.shortcut} /> })}
          onPress={() => {
            action.run()
            queue.dismiss(toast.id)
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton
        label={t('dismiss')}
        size="small"
        icon={<X aria-hidden />}
        onPress={() => {
          queue.dismiss(toast.id)
        }}
      />
    </li>
  )
}
