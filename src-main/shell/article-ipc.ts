/** Articles at the shell's door: on paper, as PDF, and as a folder that the person chooses. A page names no paths. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { app, dialog, ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import { cleanFileName } from '#shared/base/file-name.ts'
import type { Log } from '#shared/base/log.ts'
import type { TransferKind, TransferOutcome } from '#shared/contract/article-transfer.ts'
import type { FileOutcome, PrintRequest } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import { errorCode } from './json-file.ts'

interface ArticleIpcDeps {
  /** Null, and noted, where the sender is no page of ours. */
  readonly senderWindow: (event: IpcMainInvokeEvent, channel: string) => BrowserWindow | null
  readonly logRefusal: (channel: string, reason: string) => void
  readonly transfer: (kind: TransferKind, folder: string) => Promise<TransferOutcome>
  readonly log: Log
}

const printRequest = z.strictObject({ what: z.enum(['print', 'pdf']), name: z.string().max(5_000) })
const transferKind = z.enum(['export', 'import'])

export function serveArticles({ senderWindow, logRefusal, transfer, log }: ArticleIpcDeps): void {
  ipcMain.handle(channels.printPage, async (event, value: unknown): Promise<FileOutcome> => {
    const window = senderWindow(event, 'printPage')
    const request = printRequest.safeParse(value)
    if (!window || !request.success) {
      if (window) logRefusal('printPage', 'invalid-input')
      return 'failed'
    }
    try {
      return request.data.what === 'print' ? await print(window) : await savePdf(window, request.data)
    } catch (error) {
      const code = errorCode(error)
      log.warn('print.failed', { code })
      return code === 'ENOSPC' ? 'disk-full' : 'failed'
    }
  })
  ipcMain.handle(channels.transferArticles, async (event, value: unknown): Promise<TransferOutcome> => {
    const window = senderWindow(event, 'transferArticles')
    const kind = transferKind.safeParse(value)
    if (!window || !kind.success) {
      if (window) logRefusal('transferArticles', 'invalid-input')
      return { type: 'cancelled' }
    }
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties:
        kind.data === 'export' ? ['openDirectory', 'createDirectory', 'promptToCreate'] : ['openDirectory'],
    })
    const [folder] = filePaths
    return canceled || folder === undefined ? { type: 'cancelled' } : transfer(kind.data, folder)
  })
}

/** The system's own dialog. */
function print(window: BrowserWindow): Promise<FileOutcome> {
  return new Promise((resolve) => {
    window.webContents.print({ printBackground: false }, (isDone, reason) =>
      resolve(isDone ? 'done' : /cancel/i.test(reason) ? 'cancelled' : 'failed'),
    )
  })
}

async function savePdf(window: BrowserWindow, { name }: PrintRequest): Promise<FileOutcome> {
  // First the page, which is there now; the dialog may stay open for long.
  const pdf = await window.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true })
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), `${cleanFileName(name).slice(0, 100)}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return 'cancelled'
  await writeFile(filePath, pdf)
  return 'done'
}
