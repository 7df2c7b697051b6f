/** Files and folders of this device that are searched. Where they lie, only the shell says. */
import type { LibraryFileId } from '#shared/base/ids.ts'
import type { FileOutcome } from '#shared/contract/bridge.ts'
import { client } from '../bridge/window-client.ts'
import { i18n } from './i18n.ts'
import { showToast } from './toasts.ts'

/** Shows the system's dialog; what comes of it is in `library.roots`. */
export function addToLibrary(kind: 'files' | 'folder'): void {
  void client.addLibrary(kind)
}

export function dropOnLibrary(files: readonly File[]): void {
  const left = client.dropLibrary(files)
  if (left === 0) return
  const text = i18n.t('library:notTaken', { count: left, number: String(left) })
  showToast({ id: 'library-not-taken', tone: 'danger', text })
}

export function openLibraryFile(id: LibraryFileId): void {
  void tell(client.openLibraryFile(id))
}

export function showLibraryFile(id: LibraryFileId): void {
  void tell(client.showLibraryFile(id))
}

async function tell(work: Promise<FileOutcome>): Promise<void> {
  const outcome = await work
  if (outcome === 'done' || outcome === 'cancelled') return
  showToast({ id: `library-${outcome}`, tone: 'danger', text: i18n.t(`library:outcome.${outcome}`) })
}
