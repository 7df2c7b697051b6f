/** The keys of the tickets area. Each is also a command of the palette while it can be carried out. */
import { useTranslation } from 'react-i18next'
import type { TicketId } from '#shared/base/ids.ts'
import { queryOnce } from '../../state/commands.ts'
import { copyLinkKeys, copyPlaceLink } from '../../state/place-links.ts'
import type { TicketsView } from '../../state/routes.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { showToast } from '../../state/toasts.ts'
import { toFilter } from './model/list-settings.ts'
import { maxRows } from './model/page-window.ts'
import {
  clearSelection,
  openFilter,
  setSelected,
  toggleSelected,
  useListSettings,
  useListState,
} from './state/list-state.ts'
import { focusComposer, openQueueDialog, requestTitleEdit, type PickerKind } from './state/panel-state.ts'

export interface TicketCommands {
  readonly view: TicketsView
  /** A ticket is open. */
  readonly isOpen: boolean
  readonly activeId: TicketId | null
  open(this: void, id: TicketId): void
  step(this: void, by: 1 | -1): void
  /** Selects the row under the keyboard and the next one. */
  extend(this: void, by: 1 | -1): void
}

export interface OpenTicketCommands {
  /** A ticket is open. */
  readonly isOpen: boolean
  /** There is one to change: the open one, or some in the list. */
  hasTarget(this: void): boolean
  pick(this: void, kind: PickerKind): void
  assignToMe(this: void): void
}

/** The keys of the list. */
export function useTicketShortcuts(commands: TicketCommands): void {
  const { view, isOpen, activeId, open, step, extend } = commands
  const { t } = useTranslation('tickets')
  const settings = useListSettings(view)

  const selectAll = async (): Promise<void> => {
    const { sort, direction } = settings
    const filter = toFilter(view, settings)
    const result = await queryOnce('ticket.list', { filter, sort, direction, offset: 0, limit: maxRows })
    if (!result.ok) return
    const { rows, meta } = result.value
    setSelected(rows.map((row) => row.key))
    if (meta.total > rows.length) {
      showToast({
        id: 'selected-some',
        text: t('list.selectedSome', { count: rows.length, total: meta.total }),
      })
    }
  }

  useShortcuts('tickets', [
    { action: 'ticket.next', keys: 'j', label: t('list.next'), run: () => step(1), isHiddenInPalette: true },
    {
      action: 'ticket.previous',
      keys: 'k',
      label: t('list.previous'),
      run: () => step(-1),
      isHiddenInPalette: true,
    },
    {
      action: 'ticket.open',
      keys: 'Enter',
      label: t('list.open'),
      run: () => activeId && open(activeId),
      when: () => !isOpen && activeId !== null,
      isHiddenInPalette: true,
    },
    { action: 'ticket.filter', keys: 'f', label: t('action.showFilter'), run: openFilter },
    {
      action: 'ticket.select',
      keys: 'x',
      label: t('list.toggle'),
      run: () => activeId && toggleSelected(activeId),
      when: () => activeId !== null,
      isHiddenInPalette: true,
    },
    {
      action: 'ticket.selectNext',
      keys: ['Shift+ArrowDown', 'Shift+J'],
      label: t('list.extendDown'),
      run: () => extend(1),
      isHiddenInPalette: true,
    },
    {
      action: 'ticket.selectPrevious',
      keys: ['Shift+ArrowUp', 'Shift+K'],
      label: t('list.extendUp'),
      run: () => extend(-1),
      isHiddenInPalette: true,
    },
    {
      action: 'ticket.selectAll',
      keys: 'Mod+A',
      label: t('list.selectAll'),
      run: () => void selectAll(),
      when: () => !isTyping(),
    },
    {
      action: 'ticket.clearSelection',
      keys: 'Escape',
      label: t('bulk.clear'),
      run: clearSelection,
      when: () => useListState.getState().selected.size > 0,
      isHiddenInPalette: true,
    },
    {
      action: 'ticket.copyLink',
      keys: copyLinkKeys,
      label: t('action.copyLink'),
      run: () => activeId && void copyPlaceLink({ type: 'ticket', id: activeId }),
      when: () => activeId !== null,
    },
    { action: 'queue.create', keys: '', label: t('queue.create'), run: () => openQueueDialog('new') },
  ])
}

/** The keys of a ticket, wherever it is open. */
export function useOpenTicketShortcuts({ isOpen, hasTarget, pick, assignToMe }: OpenTicketCommands): void {
  const { t } = useTranslation('tickets')
  const picks = (action: string, keys: string | string[], label: string, kind: PickerKind) =>
    ({ action, keys, label, run: () => pick(kind), when: hasTarget }) as const
  useShortcuts('tickets', [
    {
      action: 'ticket.reply',
      keys: 'r',
      label: t('action.reply'),
      run: () => focusComposer('reply'),
      when: () => isOpen,
    },
    {
      action: 'ticket.note',
      keys: 'n',
      label: t('action.note'),
      run: () => focusComposer('note'),
      when: () => isOpen,
    },
    picks('ticket.assign', 'a', t('action.assign'), 'assign'),
    {
      action: 'ticket.assignToMe',
      keys: 'i',
      label: t('action.assignToMe'),
      run: assignToMe,
      when: hasTarget,
    },
    picks('ticket.state', 's', t('action.setState'), 'state'),
    picks('ticket.priority', 'p', t('action.setPriority'), 'priority'),
    picks('ticket.tags', ['t', 'l'], t('action.addTag'), 'tags'),
    picks('ticket.pendingUntil', 'Shift+H', t('action.setPending'), 'pending'),
    {
      action: 'ticket.title',
      keys: 'e',
      label: t('action.editTitle'),
      run: requestTitleEdit,
      when: () => isOpen,
    },
  ])
}

/** With Mod a key works in text fields too; there this one selects the text. */
function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea') ?? false
}
