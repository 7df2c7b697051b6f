/** The shell of the palette: draws and moves. What is found, and in which order, is the caller's. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { Search } from 'lucide-react'
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { nextIndexForKey } from '../lists/list-movement.ts'
import { Kbd } from '../marks/kbd.tsx'
import { Highlight } from '../text/highlight.tsx'
import { paletteRows, type PaletteItem } from './palette-rows.ts'
import '../lists/virtual-list.css'
import '../overlays/dialog.css'
import './command-palette.css'

export interface CommandPaletteProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly query: string
  readonly onQueryChange: (query: string) => void
  /** Already found and ordered; grouped here by `group`. */
  readonly items: readonly PaletteItem[]
  readonly onSelect: (item: PaletteItem) => void
  /** What else can be done with an entry: by its keys (Mod, Shift and a letter), while the entry is the active one. */
  readonly second?: {
    readonly keys: string
    readonly label: string
    readonly isFor: (item: PaletteItem) => boolean
    readonly run: (item: PaletteItem) => void
  }
  readonly placeholder?: string
}

export function CommandPalette(props: CommandPaletteProps): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <ModalOverlay className="ui-scrim" isOpen={props.isOpen} onOpenChange={props.onOpenChange} isDismissable>
      <Modal className="ui-modal ui-palette-modal" data-size="large">
        <Dialog className="ui-palette" aria-label={t('palette.label')}>
          <PaletteBody {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const headingHeightPx = 28
const itemHeightPx = 36

function PaletteBody(props: CommandPaletteProps): ReactNode {
  const { query, onQueryChange, items, onSelect, onOpenChange } = props
  const { t } = useTranslation('ui')
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  // a new query begins at its best match again
  const [active, setActive] = useState({ query, itemIndex: 0 })
  const activeItem = Math.min(active.query === query ? active.itemIndex : 0, items.length - 1)

  const rows = useMemo(() => paletteRows(items), [items])
  // eslint-disable-next-line react-hooks/incompatible-library -- there is no React Compiler here
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? headingHeightPx : itemHeightPx),
    overscan: 6,
    useFlushSync: false,
  })

  const moveTo = (itemIndex: number): void => {
    setActive({ query, itemIndex })
    const row = rows.findIndex((entry) => entry.kind === 'item' && entry.itemIndex === itemIndex)
    virtualizer.scrollToIndex(itemIndex === 0 ? 0 : row, { align: 'auto' })
  }
  const choose = (item: PaletteItem): void => {
    onOpenChange(false)
    onSelect(item)
  }
  const { second } = props
  const present = items[activeItem]
  const hasSecond = second !== undefined && present !== undefined && second.isFor(present)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (hasSecond && isPress(event, second.keys)) {
      event.preventDefault()
      event.stopPropagation()
      onOpenChange(false)
      second.run(present)
      return
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      const row = rows.find((entry) => entry.kind === 'item' && entry.itemIndex === activeItem)
      if (row?.kind === 'item') choose(row.item)
      return
    }
    // Home and End belong to the text
    if (!/^(Arrow(Up|Down)|Page)/.test(event.key)) return
    event.preventDefault()
    const next = nextIndexForKey(event.key, { activeIndex: activeItem, count: items.length, pageRows: 8 })
    if (next !== undefined) moveTo(next)
  }

  const optionId = (itemIndex: number): string => `${listId}-${itemIndex}`
  return (
    <>
      <div className="ui-palette-input">
        <Search aria-hidden />
        <input
          dir="auto"
          // the palette is opened in order to type
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-label={t('palette.label')}
          {...(items.length > 0 ? { 'aria-activedescendant': optionId(activeItem) } : {})}
          value={query}
          placeholder={props.placeholder ?? t('palette.placeholder')}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            onQueryChange(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {items.length === 0 ? (
        <div className="ui-palette-empty" role="status">
          <p>{t('palette.empty', { query })}</p>
          <p className="ui-palette-hint">{t('palette.emptyHint')}</p>
        </div>
      ) : null}
      <div
        ref={scroller}
        id={listId}
        role="listbox"
        aria-label={t('palette.label')}
        className="ui-palette-results"
        data-empty={items.length === 0}
      >
        <div role="presentation" className="ui-virtual-rows" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((virtual) => {
            const row = rows[virtual.index]
            if (!row) return null
            const place = { height: virtual.size, transform: `translateY(${virtual.start}px)` }
            if (row.kind === 'heading') {
              return (
                <div
                  key={`heading ${row.group}`}
                  role="presentation"
                  className="ui-palette-heading ui-virtual-row"
                  style={place}
                >
                  {row.group}
                </div>
              )
            }
            const { item, itemIndex } = row
            return (
              // the input has the keyboard: aria-activedescendant
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={item.id}
                id={optionId(itemIndex)}
                role="option"
                aria-selected={itemIndex === activeItem}
                aria-setsize={items.length}
                aria-posinset={itemIndex + 1}
                className="ui-palette-item ui-virtual-row"
                style={place}
                onPointerMove={() => {
                  if (itemIndex !== activeItem) setActive({ query, itemIndex })
                }}
                onClick={() => {
                  choose(item)
                }}
              >
                <span className="ui-palette-icon">{item.icon}</span>
                <span className="ui-palette-title">
                  <Highlight text={item.title} {...(item.titleRanges ? { ranges: item.titleRanges } : {})} />
                </span>
                {item.hint === undefined ? null : <span className="ui-palette-item-hint">{item.hint}</span>}
                {item.shortcut === undefined ? null : <Kbd keys={item.shortcut} />}
              </div>
            )
          })}
        </div>
      </div>
      <footer className="ui-palette-foot">
        <span>
          <Kbd keys="ArrowUp" />
          <Kbd keys="ArrowDown" /> {t('palette.move')}
        </span>
        <span>
          <Kbd keys="Enter" /> {t('palette.open')}
        </span>
        {hasSecond ? (
          <span>
            <Kbd keys={second.keys} /> {second.label}
          </span>
        ) : null}
        <span>
          <Kbd keys="Escape" /> {t('palette.close')}
        </span>
      </footer>
    </>
  )
}

/** `Mod+Shift+C`, on whatever key this keyboard has the letter. */
function isPress({ ctrlKey, metaKey, shiftKey, altKey, key }: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  return (
    parts.includes('Mod') === (ctrlKey || metaKey) &&
    parts.includes('Shift') === shiftKey &&
    !altKey &&
    parts.at(-1)?.toLowerCase() === key.toLowerCase()
  )
}
