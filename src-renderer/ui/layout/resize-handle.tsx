import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useLocale } from 'react-aria-components'
import { clampPane, isPulledShut, paneSizeForKey, type PaneLimits } from './pane-sizes.ts'

export interface ResizeHandleProps {
  readonly label: string
  /** The pane that it sizes; its id, for aria-controls. */
  readonly controls: string
  readonly sizePx: number
  readonly limits: PaneLimits
  /** The pane lies before the handle or after it, as lines run. */
  readonly side: 'before' | 'after'
  /** While dragging and by key. */
  readonly onResize: (sizePx: number) => void
  /** Enter, or pulled shut. */
  readonly onCollapse: () => void
  /** Double click. */
  readonly onReset: () => void
}

/** A separator that can be dragged and, with focus, moved by arrow keys (WAI-ARIA window splitter). */
export function ResizeHandle(props: ResizeHandleProps): ReactNode {
  const { label, controls, sizePx, limits, side, onResize, onCollapse, onReset } = props
  const flow = useLocale().direction === 'rtl' ? -1 : 1
  const drag = useRef<{ readonly startX: number; readonly startSize: number } | undefined>(undefined)

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { startX: event.clientX, startSize: sizePx }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!drag.current) return
    const moved = (event.clientX - drag.current.startX) * flow
    const wanted = drag.current.startSize + (side === 'before' ? moved : -moved)
    if (isPulledShut(wanted, limits)) {
      drag.current = undefined
      onCollapse()
      return
    }
    const next = clampPane(wanted, limits)
    if (next !== sizePx) onResize(next)
  }
  const endDrag = (): void => {
    drag.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = paneSizeForKey(event.key, event.shiftKey, sizePx, limits, side, flow)
    if (next === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (next === undefined) onCollapse()
    else onResize(next)
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a focusable separator is interactive
    <div
      className="ui-resize-handle"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={sizePx}
      aria-valuemin={limits.minPx}
      aria-valuemax={limits.maxPx}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WAI-ARIA window splitter pattern
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={endDrag}
      onPointerCancel={endDrag}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  )
}
