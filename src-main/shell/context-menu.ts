/** Right click on text, where the page brings no menu of its own: cut, copy, paste, and the address of a link. */
import { clipboard, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron'
import { externalLink } from './link-policy.ts'
import type { Translate } from './translate.ts'

/** Empty where there is nothing to offer. */
export function contextMenuTemplate(
  params: ContextMenuParams,
  translate: Translate,
): MenuItemConstructorOptions[] {
  const { editFlags, isEditable } = params
  const link = externalLink(params.linkURL)
  const items: MenuItemConstructorOptions[] = []
  if (link !== null)
    items.push({ label: translate.menu('copyLink'), click: () => void clipboard.writeText(link) })
  if (isEditable) {
    items.push(
      { role: 'undo', label: translate.menu('undo'), enabled: editFlags.canUndo },
      { role: 'redo', label: translate.menu('redo'), enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', label: translate.menu('cut'), enabled: editFlags.canCut },
    )
  }
  if (isEditable || params.selectionText !== '') {
    items.push({ role: 'copy', label: translate.menu('copy'), enabled: editFlags.canCopy })
  }
  if (isEditable) {
    items.push(
      { role: 'paste', label: translate.menu('paste'), enabled: editFlags.canPaste },
      { role: 'selectAll', label: translate.menu('selectAll'), enabled: editFlags.canSelectAll },
    )
  }
  return items
}
