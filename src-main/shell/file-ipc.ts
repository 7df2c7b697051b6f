/**
 * The window's files at the shell's door. A page names no paths: they come from the system's dialog, or from the preload
 * script, which has them of real files that a person dropped or pasted.
 */
import { ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import { blobId, draftFilesKey, maxAttachments } from '#shared/contract/attachments.ts'
import type { FileOutcome } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import type { AttachSource } from '#shared/contract/host.ts'
import { maxPastedBytes } from '#shared/contract/pasted-files.ts'
import type { FileActions } from './file-actions.ts'

interface FileIpcDeps {
  readonly actions: FileActions
  /** Null, and noted, where the sender is no page of ours. */
  readonly senderWindow: (event: IpcMainEvent | IpcMainInvokeEvent, channel: string) => BrowserWindow | null
  readonly logRefusal: (channel: string, reason: string) => void
  readonly attach: (draftKey: string, sources: readonly AttachSource[]) => void
}

const name = z.string().max(5_000)
/** A few more than a draft takes: the engine says of those that they are too many. */
const dropped = z.strictObject({
  draftKey: draftFilesKey,
  files: z
    .array(
      z.union([
        z.strictObject({ name, path: z.string().min(1).max(32_768) }),
        z.strictObject({
          name,
          bytes: z
            .instanceof(Uint8Array)
            .refine(({ byteLength }) => byteLength <= maxPastedBytes, 'too large'),
        }),
      ]),
    )
    .max(maxAttachments + 5),
})
const named = z.strictObject({ id: blobId, name })

export function serveFiles({ actions, senderWindow, logRefusal, attach }: FileIpcDeps): void {
  ipcMain.handle(channels.chooseFiles, async (event, value: unknown) => {
    const window = senderWindow(event, 'chooseFiles')
    const draftKey = draftFilesKey.safeParse(value)
    if (!window || !draftKey.success) {
      if (window) logRefusal('chooseFiles', 'invalid-input')
      return
    }
    const sources = await actions.choose(window)
    if (sources.length > 0) attach(draftKey.data, sources)
  })
  ipcMain.on(channels.attachFiles, (event, value: unknown) => {
    if (!senderWindow(event, 'attachFiles')) return
    const parsed = dropped.safeParse(value)
    if (parsed.success) attach(parsed.data.draftKey, parsed.data.files)
    else logRefusal('attachFiles', 'invalid-input')
  })
  for (const what of ['save', 'open'] as const) {
    const channel = what === 'save' ? 'saveFile' : 'openFile'
    ipcMain.handle(channels[channel], (event, value: unknown): Promise<FileOutcome> | FileOutcome => {
      const window = senderWindow(event, channel)
      const blob = named.safeParse(value)
      if (window && blob.success) return actions[what](window, blob.data)
      if (window) logRefusal(channel, 'invalid-input')
      return 'failed'
    })
  }
}
