/** Asks before documents that the system handed over are added to the files that are searched. */
import path from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { cleanFileName } from '#shared/base/file-name.ts'
import type { Translate } from './translate.ts'

/** True where the person wants them. */
export async function askToAdd(
  window: BrowserWindow,
  files: readonly string[],
  { file: say }: Translate,
): Promise<boolean> {
  const [first = ''] = files
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message:
      files.length === 1
        ? say('addTitle').replace('{{name}}', cleanFileName(path.basename(first)))
        : say('addTitleMany').replace('{{count}}', String(files.length)),
    detail: say('addText'),
    buttons: [say('add'), say('doNotAdd')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
