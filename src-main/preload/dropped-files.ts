/**
 * Turns what a person dropped or pasted into what the shell may attach. The system says where a real file lies; a page
 * can make files of its own, and these have no path, whatever they are called.
 */
import { ipcRenderer, webUtils } from 'electron'
import type { DroppedFile } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import { maxDropped, maxLibraryDropped, maxPastedBytes } from '#shared/contract/pasted-files.ts'

/** The number of files that were too large to take from the clipboard. */
export async function attachDropped(draftKey: string, files: readonly DroppedFile[]): Promise<number> {
  const sources: unknown[] = []
  let tooLarge = 0
  for (const file of files.slice(0, maxDropped)) {
    const path = webUtils.getPathForFile(file as File)
    if (path !== '') sources.push({ name: file.name, path })
    else if (file.size > maxPastedBytes) tooLarge++
    else sources.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  if (sources.length > 0) ipcRenderer.send(channels.attachFiles, { draftKey, files: sources })
  return tooLarge
}

/** How many were not taken. */
export function dropOnLibrary(files: readonly DroppedFile[]): number {
  const paths = files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== '')
  const taken = paths.slice(0, maxLibraryDropped)
  if (taken.length > 0) ipcRenderer.send(channels.dropLibrary, taken)
  return files.length - taken.length
}
