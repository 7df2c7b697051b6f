/**
 * The shell's side of the bridge: nothing passes that is not from the top frame of a window of ours, showing a page
 * of ours, in a shape that the contract knows. Refusals are logged without their content.
 */
import { ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import type { Log } from '#shared/base/log.ts'
import { err } from '#shared/base/result.ts'
import { recoveryActions, type CallResponse, type RecoveryAction } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { AppOrigin } from './app-origin.ts'
import { checkRequest } from './check-request.ts'
import type { EngineProcess } from './engine-process.ts'
import { isPlainData } from './plain-data.ts'
import type { PreferencesStore } from './preferences.ts'
import { tellEngineState, type Windows } from './windows.ts'

interface BridgeDeps {
  readonly windows: Windows
  readonly engine: EngineProcess
  readonly preferences: PreferencesStore
  readonly origin: AppOrigin
  readonly log: Log
  readonly quit: () => void
  readonly showFolder: (which: 'data' | 'logs') => Promise<void>
}

const preferenceLimits = { maxCharacters: 50_000, maxValues: 2_000, maxDepth: 4 }
/** A window that floods the door must not flush the log. */
const loggedRefusals = 50

export function serveBridge(deps: BridgeDeps): void {
  const { windows, engine, preferences, origin } = deps
  const logRefusal = createRefusalLog(deps.log)

  const senderWindow = (event: IpcMainEvent | IpcMainInvokeEvent, channel: string): BrowserWindow | null => {
    const window = windows.of(event.sender)
    if (window && isOwnTopFrame(event, origin)) return window
    logRefusal(channel, 'sender')
    return null
  }

  ipcMain.on(channels.attach, (event) => {
    const window = senderWindow(event, 'attach')
    if (!window) return
    window.webContents.send(channels.preferences, preferences.get())
    tellEngineState(window, engine.state(), engine)
  })

  ipcMain.handle(channels.call, (event, value: unknown): Promise<CallResponse> | CallResponse => {
    const window = senderWindow(event, 'call')
    if (!window) return refuse({ type: 'no-access' })
    const request = checkRequest(value)
    if (request.ok) return engine.call(window.id, request.value)
    logRefusal('call', request.error.type)
    return request
  })

  ipcMain.on(channels.cancel, (event, id: unknown) => {
    const window = senderWindow(event, 'cancel')
    if (window && typeof id === 'string') engine.cancel(window.id, id)
  })

  ipcMain.handle(channels.updatePreferences, (event, change: unknown) => {
    if (!senderWindow(event, 'updatePreferences')) throw new Error('refused')
    const updated = isPlainData(change, preferenceLimits) ? preferences.update(change) : err('invalid')
    if (!updated.ok) logRefusal('updatePreferences', 'invalid-input')
    return preferences.get()
  })

  ipcMain.handle(channels.recover, async (event, action: unknown) => {
    if (!senderWindow(event, 'recover')) throw new Error('refused')
    if (!isRecoveryAction(action)) logRefusal('recover', 'invalid-input')
    else if (action === 'quit') deps.quit()
    else if (action === 'show-folder') await deps.showFolder('data')
    else engine.recover(action)
  })

  ipcMain.handle(channels.showLogs, async (event) => {
    if (!senderWindow(event, 'showLogs')) throw new Error('refused')
    await deps.showFolder('logs')
  })
}

function isOwnTopFrame(event: IpcMainEvent | IpcMainInvokeEvent, origin: AppOrigin): boolean {
  try {
    const frame = event.senderFrame
    return frame !== null && frame.parent === null && origin.isOwn(frame.url)
  } catch {
    // The frame went away while its message travelled: nobody is there any more.
    return false
  }
}

function isRecoveryAction(value: unknown): value is RecoveryAction {
  return (recoveryActions as readonly unknown[]).includes(value)
}

function refuse(error: CallError): CallResponse {
  return err(error)
}

function createRefusalLog(log: Log): (channel: string, reason: string) => void {
  let count = 0
  return (channel, reason) => {
    count += 1
    if (count <= loggedRefusals || count % 1_000 === 0) log.warn('bridge.refused', { channel, reason, count })
  }
}
