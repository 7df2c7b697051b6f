/** Opens a folder of the program in the system's file manager. */
import { shell } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { DataPaths } from './data-paths.ts'

export type ShowFolder = (which: 'data' | 'logs') => Promise<void>

export function createShowFolder(paths: DataPaths, log: Log): ShowFolder {
  return async (which) => {
    const failure = await shell.openPath(which === 'logs' ? paths.logs : paths.root)
    if (failure !== '') log.warn('folder.open-failed')
  }
}
