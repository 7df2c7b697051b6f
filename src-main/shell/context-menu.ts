/** Right click on text, where the page brings no menu of its own: spelling, cut, copy, paste, the address of a link. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { externalLink } from './link-policy.ts'
import type { Translate } from './translate.ts'

export type TextMenuParams = Pick<
  ContextMenuParams,
  'dictionarySuggestions' | 'editFlags' | 'isEditable' | 'linkURL' | 'misspelledWord' | 'selectionText'
>

export interface TextMenuActions {
  copy(text: string): void
  /** Puts this in the place of the word that was clicked. */
  replace(word: string): void
  /** The word is right from now on, on this profile. */
  learn(word: string): void
}

const maxSuggestions = 5

/** Empty where there is nothing to offer. */
export function contextMenuTemplate(
  params: TextMenuParams,
  translate: Translate,
  actions: TextMenuActions,
): MenuItemConstructorOptions[] {
  const { editFlags, isEditable, misspelledWord, dictionarySuggestions } = params
  const link = externalLink(params.linkURL)
  const items: MenuItemConstructorOptions[] = []
  if (link !== null) items.push({ label: translate.menu('copyLink'), click: () => actions.copy(link) })
  if (isEditable && misspelledWord !== '') {
    items.push(
      ...dictionarySuggestions.slice(0, maxSuggestions).map((word) => ({
        label: word,
        click: () => actions.replace(word),
      })),
      ...(dictionarySuggestions.length > 0
        ? []
        : [{ label: translate.menu('noSuggestions'), enabled: false }]),
      { label: translate.menu('addToDictionary'), click: () => actions.learn(misspelledWord) },
      { type: 'separator' },
    )
  }
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
