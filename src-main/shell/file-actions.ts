/** What people do with files through the system: choose some to attach, save a copy, open one in its own program. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { dialog, shell, type App, type BrowserWindow } from 'electron'
import type { BlobId } from '#shared/base/blob-id.ts'
import { cleanFileName, isProgramName } from '#shared/base/file-name.ts'
import type { Log } from '#shared/base/log.ts'
import type { FileOutcome } from '#shared/contract/bridge.ts'
import type { AttachSource, BlobFile } from '#shared/contract/host.ts'
import { askBeforeProgram } from './ask-before-program.ts'
import { errorCode } from './json-file.ts'
import type { Translate } from './translate.ts'

export interface NamedBlob {
  readonly id: BlobId
  /** As the entry says; cleaned here once more. */
  readonly name: string
}

export interface FileActions {
  /** Empty where the person chose none. */
  choose(window: BrowserWindow): Promise<readonly AttachSource[]>
  save(window: BrowserWindow, blob: NamedBlob): Promise<FileOutcome>
  open(window: BrowserWindow, blob: NamedBlob): Promise<FileOutcome>
  /** Takes away the copies that were made to be opened. */
  dispose(): void
}

interface FileActionDeps {
  readonly app: Pick<App, 'getPath'>
  readonly find: (id: BlobId) => Promise<BlobFile | null>
  readonly translate: () => Translate
  readonly log: Log
}

const programTypes: readonly string[] = [
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-msi',
  'application/java-archive',
  'application/vnd.android.package-archive',
]

export function createFileActions({ app, find, translate, log }: FileActionDeps): FileActions {
  /** Copies to open: the store's own files have no ending, and must not be changed. */
  let copies: string | null = null

  const mayOpen = async (window: BrowserWindow, name: string, { type }: BlobFile): Promise<boolean> => {
    if (!isProgramName(name) && !programTypes.includes(type)) return true
    return askBeforeProgram(window, name, translate())
  }
  const attempt = async (what: string, work: () => Promise<FileOutcome>): Promise<FileOutcome> => {
    try {
      return await work()
    } catch (error) {
      const code = errorCode(error)
      log.warn(`file.${what}-failed`, { code })
      return code === 'ENOSPC' ? 'disk-full' : 'failed'
    }
  }

  return {
    async choose(window) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile', 'multiSelections'],
      })
      return canceled ? [] : filePaths.map((file) => ({ name: path.basename(file), path: file }))
    },
    save: (window, { id, name }) =>
      attempt('save', async () => {
        const file = await find(id)
        if (!file) return 'missing'
        const { canceled, filePath } = await dialog.showSaveDialog(window, {
          defaultPath: path.join(app.getPath('downloads'), cleanFileName(name)),
        })
        if (canceled || filePath === '') return 'cancelled'
        await copyFile(file.path, filePath)
        return 'done'
      }),
    open: (window, { id, name }) =>
      attempt('open', async () => {
        const file = await find(id)
        if (!file) return 'missing'
        const clean = cleanFileName(name)
        if (!(await mayOpen(window, clean, file))) return 'cancelled'
        copies ??= mkdtempSync(path.join(app.getPath('temp'), 'outpost-open-'))
        const folder = path.join(copies, id.slice(0, 16))
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const copy = path.join(folder, clean)
        rmSync(copy, { force: true })
        await copyFile(file.path, copy)
        // Read only: what somebody changes in it would be lost, and their program says so.
        chmodSync(copy, 0o400)
        return (await shell.openPath(copy)) === '' ? 'done' : 'no-program'
      }),
    dispose() {
      if (copies !== null) rmSync(copies, { recursive: true, force: true })
    },
  }
}
