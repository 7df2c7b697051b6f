/** Diagnostics, the report and the settings file at the shell's door. */
import { app, ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { FileOutcome } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import { reportOptions, textToSave } from '#shared/contract/diagnostics.ts'
import { maxSettingsFile, readSettingsFile } from '../settings-file.ts'
import type { DiagnosticsSource } from './diagnostics.ts'
import { saveText } from './save-text.ts'

interface DiagnosticsIpcDeps {
  readonly source: DiagnosticsSource
  /** Null, and noted, where the sender is no page of ours. */
  readonly senderWindow: (event: IpcMainEvent | IpcMainInvokeEvent, channel: string) => BrowserWindow | null
  readonly logRefusal: (channel: string, reason: string) => void
  readonly log: Log
}

export function serveDiagnostics({ source, senderWindow, logRefusal, log }: DiagnosticsIpcDeps): void {
  ipcMain.handle(channels.diagnostics, (event) => {
    if (!senderWindow(event, 'diagnostics')) throw new Error('refused')
    return source.collect()
  })
  ipcMain.handle(channels.makeReport, (event, value: unknown) => {
    const options = reportOptions.safeParse(value)
    if (!senderWindow(event, 'makeReport')) throw new Error('refused')
    if (options.success) return source.report(options.data)
    logRefusal('makeReport', 'invalid-input')
    throw new Error('invalid input')
  })
  ipcMain.handle(channels.deleteLogs, (event) => {
    if (!senderWindow(event, 'deleteLogs')) throw new Error('refused')
    return source.deleteLogs()
  })
  ipcMain.handle(channels.saveText, (event, value: unknown): Promise<FileOutcome> | FileOutcome => {
    const window = senderWindow(event, 'saveText')
    const text = textToSave.safeParse(value)
    if (window && text.success) return saveText({ app, log }, window, text.data)
    if (window) logRefusal('saveText', 'invalid-input')
    return 'failed'
  })
  ipcMain.handle(channels.readSettings, (event, value: unknown) => {
    if (!senderWindow(event, 'readSettings')) throw new Error('refused')
    if (typeof value === 'string' && value.length <= maxSettingsFile) return readSettingsFile(value)
    logRefusal('readSettings', 'invalid-input')
    return { ok: false, error: 'too-large' }
  })
}
