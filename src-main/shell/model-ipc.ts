/** A model from a folder or a stick: which folder, the person says in the system's dialog. */
import { dialog, ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { channels } from '#shared/contract/channels.ts'
import { modelId } from '#shared/contract/models.ts'

interface ModelIpcDeps {
  /** Null, and noted, where the sender is no page of ours. */
  readonly senderWindow: (event: IpcMainInvokeEvent, channel: string) => BrowserWindow | null
  readonly logRefusal: (channel: string, reason: string) => void
  readonly add: (modelId: string, folder: string) => void
}

export function serveModels({ senderWindow, logRefusal, add }: ModelIpcDeps): void {
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
}
