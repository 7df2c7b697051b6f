/** Models that lie on this device: in which folder, or in which file, the person says in the system's dialog. */
import fs from 'node:fs/promises'
import { dialog, ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { channels } from '#shared/contract/channels.ts'
import { modelId, type AddModelFileOutcome } from '#shared/contract/models.ts'

interface ModelIpcDeps {
  /** Null, and noted, where the sender is no page of ours. */
  readonly senderWindow: (event: IpcMainInvokeEvent, channel: string) => BrowserWindow | null
  readonly logRefusal: (channel: string, reason: string) => void
  readonly add: (modelId: string, folder: string) => void
  /** A language model's file. */
  readonly addFile: (path: string) => void
}

/** What every GGUF file begins with. */
const magic = 'GGUF'

export function serveModels({ senderWindow, logRefusal, add, addFile }: ModelIpcDeps): void {
  ipcMain.handle(channels.addModel, async (event, value: unknown) => {
    const window = senderWindow(event, 'addModel')
    if (!window) return
    const id = modelId.safeParse(value)
    if (!id.success) {
      logRefusal('addModel', 'invalid-input')
      return
    }
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory'] })
    const [folder] = filePaths
    if (!canceled && folder !== undefined) add(id.data, folder)
  })
  ipcMain.handle(channels.addModelFile, async (event): Promise<AddModelFileOutcome> => {
    const window = senderWindow(event, 'addModelFile')
    if (!window) return 'cancelled'
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: [
        { name: 'GGUF', extensions: ['gguf'] },
        { name: '*', extensions: ['*'] },
      ],
    })
    const [file] = filePaths
    if (canceled || file === undefined) return 'cancelled'
    const beginning = await beginningOf(file)
    if (beginning === null) return 'unreadable'
    if (beginning !== magic) return 'no-model'
    addFile(file)
    return 'added'
  })
}

/** Null where it cannot be read. */
async function beginningOf(file: string): Promise<string | null> {
  try {
    const handle = await fs.open(file, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0)
      return buffer.toString('latin1', 0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch {
    return null
  }
}
