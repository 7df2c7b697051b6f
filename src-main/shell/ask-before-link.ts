/** Asks before an address is handed to the system's browser or mail program. */
import { BrowserWindow, dialog, shell, type WebContents } from 'electron'
import type { Log } from '#shared/base/log.ts'
import {
  createExternalLinks,
  type ExternalLinks,
  type LinkAnswer,
  type LinkQuestion,
} from './external-links.ts'
import type { Translate } from './translate.ts'

/** Longer ones end in an ellipsis: what decides, the host, stands by itself above. */
const maxShown = 400

export function createAskedLinks(translate: () => Translate, log: Log): ExternalLinks<WebContents> {
  return createExternalLinks({
    ask: (question, contents: WebContents) => askBeforeLink(question, contents, translate()),
    openExternal: (address) => shell.openExternal(address),
    log,
  })
}

async function askBeforeLink(
  { address, site, isMail }: LinkQuestion,
  contents: WebContents,
  { file }: Translate,
): Promise<LinkAnswer> {
  const window = BrowserWindow.getAllWindows().find((each) => each.webContents === contents)
  const options = {
    type: 'question' as const,
    message: fill(file(isMail ? 'mailTitle' : 'linkTitle'), 'site', site),
    detail: shortened(address),
    buttons: [file('doNotOpen'), file('open')],
    ...(isMail ? {} : { checkboxLabel: fill(file('linkAlways'), 'site', site) }),
    // Who pressed Enter in a text does not mean this.
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const { response, checkboxChecked } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return { open: response === 1, always: checkboxChecked }
}

/** As a function: in a plain replacement "$&" and its like would mean something. */
function fill(text: string, name: string, value: string): string {
  return text.replace(`{{${name}}}`, () => plain(shortened(value, 100)))
}

function shortened(text: string, length = maxShown): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`
}

/** Of a mail address, too, nothing may turn around what stands beside it. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '')
}
