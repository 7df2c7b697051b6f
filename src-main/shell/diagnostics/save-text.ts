/** A text of the window into a file, where the person says and nowhere else. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { dialog, type App, type BrowserWindow } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { FileOutcome } from '#shared/contract/bridge.ts'
import type { TextToSave } from '#shared/contract/diagnostics.ts'
import { errorCode } from '../json-file.ts'

interface SaveTextDeps {
  readonly app: Pick<App, 'getPath'>
  readonly log: Log
}

export async function saveText(
  { app, log }: SaveTextDeps,
  window: BrowserWindow,
  { kind, text }: TextToSave,
): Promise<FileOutcome> {
  const day = new Date().toISOString().slice(0, 10)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), `outpost-${kind}-${day}.json`),
    filters: [{ name: 'JSON', extensions: ['json'] }],
  })
  if (canceled || filePath === '') return 'cancelled'
  try {
    await writeFile(filePath, text, { mode: 0o600 })
    return 'done'
  } catch (error) {
    const code = errorCode(error)
    log.warn('text.save-failed', { code })
    return code === 'ENOSPC' ? 'disk-full' : 'failed'
  }
}
