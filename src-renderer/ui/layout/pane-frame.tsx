/** The frame of the window: rail, list, detail, context. Sizes and what is open come from outside, to be remembered. */
import { useId, type CSSProperties, type ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { clampPane, type PaneLimits } from './pane-sizes.ts'
import { ResizeHandle } from './resize-handle.tsx'
import { useFrameMode } from './use-frame-mode.ts'
import '../overlays/dialog.css'
import './pane-frame.css'

export const listLimits: PaneLimits = { minPx: 200, maxPx: 520 }
export const contextLimits: PaneLimits = { minPx: 220, maxPx: 480 }
export const defaultPaneSizes: PaneSizes = { listPx: 300, contextPx: 280 }

export interface PaneSizes {
  readonly listPx: number
  readonly contextPx: number
}

export interface PaneFrameProps {
  readonly rail: ReactNode
  /** Left out: this view has no list. */
  readonly list?: ReactNode
  readonly detail: ReactNode
  /** Left out: this view has no context pane. */
  readonly context?: ReactNode
  readonly sizes: PaneSizes
  readonly onSizesChange: (sizes: PaneSizes) => void
  readonly isListOpen: boolean
  readonly onListOpenChange: (isOpen: boolean) => void
  /** Below 900 px it is a drawer over the rest: give it a state of its own there (useFrameMode), closed at first. */
  readonly isContextOpen: boolean
  readonly onContextOpenChange: (isOpen: boolean) => void
  /** Which pane is seen below 640 px. */
  readonly singlePane: 'list' | 'detail'
}

export function PaneFrame(props: PaneFrameProps): ReactNode {
  const { rail, list, detail, context, sizes, onSizesChange } = props
  const { t } = useTranslation('ui')
  const mode = useFrameMode()
  const listId = useId()
  const contextId = useId()

  const hasList = list !== undefined && (mode === 'single' ? props.singlePane === 'list' : props.isListOpen)
  const hasDetail = mode !== 'single' || props.singlePane === 'detail' || list === undefined
  const widths = {
    '--list-width': `${clampPane(sizes.listPx, listLimits)}px`,
    '--context-width': `${clampPane(sizes.contextPx, contextLimits)}px`,
  } as CSSProperties

  return (
    <div className="ui-frame" data-mode={mode} style={widths}>
      <nav className="ui-frame-rail" aria-label={t('pane.rail')}>
        {rail}
      </nav>
      {hasList ? (
        <section className="ui-frame-list" id={listId} aria-label={t('pane.list')}>
          {list}
          {mode === 'single' ? null : (
            <ResizeHandle
              label={t('pane.resizeList')}
              controls={listId}
              sizePx={clampPane(sizes.listPx, listLimits)}
              limits={listLimits}
              side="before"
              onResize={(listPx) => {
                onSizesChange({ ...sizes, listPx })
              }}
              onCollapse={() => {
                props.onListOpenChange(false)
              }}
              onReset={() => {
                onSizesChange({ ...sizes, listPx: defaultPaneSizes.listPx })
              }}
            />
          )}
        </section>
      ) : null}
      {hasDetail ? (
        <main className="ui-frame-detail" aria-label={t('pane.detail')}>
          {detail}
        </main>
      ) : null}
      {context !== undefined && mode === 'wide' && props.isContextOpen ? (
        <aside className="ui-frame-context" id={contextId} aria-label={t('pane.context')}>
          <ResizeHandle
            label={t('pane.resizeContext')}
            controls={contextId}
            sizePx={clampPane(sizes.contextPx, contextLimits)}
            limits={contextLimits}
            side="after"
            onResize={(contextPx) => {
              onSizesChange({ ...sizes, contextPx })
            }}
            onCollapse={() => {
              props.onContextOpenChange(false)
            }}
            onReset={() => {
              onSizesChange({ ...sizes, contextPx: defaultPaneSizes.contextPx })
            }}
          />
          <div className="ui-frame-scroll">{context}</div>
        </aside>
      ) : null}
      {context === undefined || mode === 'wide' ? null : (
        <ModalOverlay
          className="ui-scrim ui-drawer-scrim"
          isOpen={props.isContextOpen}
          onOpenChange={props.onContextOpenChange}
          isDismissable
        >
          <Modal className="ui-drawer">
            <Dialog className="ui-frame-context" aria-label={t('pane.context')}>
              <div className="ui-frame-scroll">{context}</div>
            </Dialog>
          </Modal>
        </ModalOverlay>
      )}
    </div>
  )
}
