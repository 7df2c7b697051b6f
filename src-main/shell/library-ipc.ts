/**
 * The library at the shell's door. A page names no paths: they come from the system's dialog, or from the preload script,
 * which has them of real files and folders that a person dropped. What is to be opened the page names by its id.
 */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import {
  dialog,
  ipcMain,
  shell,
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
} from 'electron'
import { z } from 'zod'
import { cleanFileName, fileEnding, isProgramName } from '#shared/base/file-name.ts'
import type { LibraryFileId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import type { FileOutcome } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import { maxLibraryDropped } from '#shared/contract/pasted-files.ts'
import { libraryFileId } from '#shared/contract/values.ts'
import { askBeforeProgram } from './ask-before-program.ts'
import { errorCode } from './json-file.ts'
import type { Translate } from './translate.ts'

interface LibraryIpcDeps {
  /** Null, and noted, where the sender is no page of ours. */
  readonly senderWindow: (event: IpcMainEvent | IpcMainInvokeEvent, channel: string) => BrowserWindow | null
  readonly logRefusal: (channel: string, reason: string) => void
  readonly add: (paths: readonly string[]) => void
  /** Where it lies; null where nobody knows. */
  readonly find: (id: LibraryFileId) => Promise<string | null>
  readonly translate: () => Translate
  readonly log: Log
}

const kind = z.enum(['files', 'folder'])
const dropped = z
  .array(z.string().min(1).max(32_768).refine(path.isAbsolute, 'not a path'))
  .max(maxLibraryDropped)

export function serveLibrary({ senderWindow, logRefusal, add, find, translate, log }: LibraryIpcDeps): void {
  ipcMain.handle(channels.addLibrary, async (event, value: unknown) => {
    const window = senderWindow(event, 'addLibrary')
    if (!window) return
    const wanted = kind.safeParse(value)
    if (!wanted.success) {
      logRefusal('addLibrary', 'invalid-input')
      return
    }
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: [wanted.data === 'files' ? 'openFile' : 'openDirectory', 'multiSelections'],
    })
    if (!canceled && filePaths.length > 0) add(filePaths)
  })
  ipcMain.on(channels.dropLibrary, (event, value: unknown) => {
    if (!senderWindow(event, 'dropLibrary')) return
    const paths = dropped.safeParse(value)
    if (paths.success) add(paths.data)
    else logRefusal('dropLibrary', 'invalid-input')
  })

  const onFile = (
    name: 'openLibraryFile' | 'showLibraryFile',
    act: (window: BrowserWindow, place: string) => Promise<FileOutcome>,
  ): void => {
    ipcMain.handle(channels[name], async (event, value: unknown): Promise<FileOutcome> => {
      const window = senderWindow(event, name)
      const id = libraryFileId.safeParse(value)
      if (!window || !id.success) {
        if (window) logRefusal(name, 'invalid-input')
        return 'failed'
      }
      try {
        const place = await find(id.data)
        return place === null ? 'missing' : await act(window, place)
      } catch (error) {
        const code = errorCode(error)
        log.warn(`${name}-failed`, { code })
        return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'failed'
      }
    })
  }
  onFile('openLibraryFile', async (window, place) => {
    const name = path.basename(place)
    const { mode } = await stat(place)
    // A name without an ending says nothing; on Linux and macOS the file itself then says whether it is run.
    const mayRun = isProgramName(name) || (fileEnding(name) === '' && (mode & 0o111) !== 0)
    if (mayRun && !(await askBeforeProgram(window, cleanFileName(name), translate()))) return 'cancelled'
    return (await shell.openPath(place)) === '' ? 'done' : 'no-program'
  })
  onFile('showLibraryFile', async (_window, place) => {
    await stat(place)
    shell.showItemInFolder(place)
    return 'done'
  })
}
