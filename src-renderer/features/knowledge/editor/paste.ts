/** What comes from the clipboard goes through the schema, which knows no addresses of pictures, no styles and no scripts. Only its size is left to watch. */
import { i18n } from '../../../state/i18n.ts'
import { showToast } from '../../../state/toasts.ts'

/** Characters of text at once; an update of it stays well below what the engine takes. */
export const maxPasted = 200_000

export function pastedSize(data: DataTransfer | null): number {
  return data?.getData('text/plain').length ?? 0
}

export function tellTooLarge(): void {
  showToast({ id: 'paste-too-large', tone: 'danger', text: i18n.t('knowledge:edit.pasteTooLarge') })
}
