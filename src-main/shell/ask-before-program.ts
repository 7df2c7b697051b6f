/** Asks before something is opened that the system might run instead of showing it. */
import { dialog, type BrowserWindow } from 'electron'
import type { Translate } from './translate.ts'

/** True where the person wants it opened all the same. */
export async function askBeforeProgram(
  window: BrowserWindow,
  name: string,
  { file }: Translate,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: file('programTitle').replace('{{name}}', () => name),
    detail: file('programText'),
    buttons: [file('doNotOpen'), file('openAnyway')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
