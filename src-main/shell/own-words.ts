/**
 * The person's own words in the spell checker's dictionary: Chromium keeps them in its folder, and they are of this device.
 * They are content, so nothing of them is ever logged.
 */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent, type Session } from 'electron'
import { isOwnWord, maxOwnWords } from '#shared/base/own-word.ts'
import { channels } from '#shared/contract/channels.ts'
import {
  ownWordsChange,
  type OwnWordsChange,
  type OwnWordsNews,
  type OwnWordsOutcome,
} from '#shared/contract/own-words.ts'
import type { Windows } from './windows.ts'

export interface OwnWords {
  list(): Promise<readonly string[]>
  /** All windows are told. What is there already is added, and what is not is removed, without a word. */
  change(change: OwnWordsChange): Promise<OwnWordsOutcome>
  /** The word is right from now on; the window offers to take that back. */
  learn(word: string, window: BrowserWindow): Promise<void>
}

interface OwnWordsDeps {
  readonly session: () => Session
  readonly windows: Pick<Windows, 'all'>
}

export function createOwnWords({ session, windows }: OwnWordsDeps): OwnWords {
  // Asked for first in any case: before its file was read, what is added is lost.
  const list = (): Promise<string[]> => session().listWordsInSpellCheckerDictionary()
  const change = async ({ add = [], remove = [] }: OwnWordsChange): Promise<OwnWordsOutcome> => {
    const known = new Set(await list())
    const leaving = remove.filter((word) => known.has(word))
    const coming = [...new Set(add)].filter((word) => !known.has(word))
    if (coming.length > 0 && known.size - leaving.length + coming.length > maxOwnWords) return 'full'
    const results = [
      ...leaving.map((word) => session().removeWordFromSpellCheckerDictionary(word)),
      ...coming.map((word) => session().addWordToSpellCheckerDictionary(word)),
    ]
    return results.every(Boolean) ? 'done' : 'failed'
  }
  const tell = (learnt: string | null, by: BrowserWindow | null): void => {
    for (const window of windows.all()) {
      const news: OwnWordsNews = { learnt: window === by ? learnt : null }
      window.webContents.send(channels.ownWordsChanged, news)
    }
  }
  return {
    list,
    async change(wanted) {
      const outcome = await change(wanted)
      tell(null, null)
      return outcome
    },
    async learn(word, window) {
      const outcome = isOwnWord(word) ? await change({ add: [word] }) : 'failed'
      tell(outcome === 'done' ? word : null, window)
    },
  }
}

interface OwnWordsIpcDeps {
  readonly words: OwnWords
  /** Null, and noted, where the sender is no page of ours. */
  readonly senderWindow: (event: IpcMainInvokeEvent, channel: string) => BrowserWindow | null
  readonly logRefusal: (channel: string, reason: string) => void
}

export function serveOwnWords({ words, senderWindow, logRefusal }: OwnWordsIpcDeps): void {
  ipcMain.handle(channels.ownWords, (event) => {
    if (!senderWindow(event, 'ownWords')) throw new Error('refused')
    return words.list()
  })
  ipcMain.handle(channels.changeOwnWords, (event, value: unknown): Promise<OwnWordsOutcome> | 'failed' => {
    if (!senderWindow(event, 'changeOwnWords')) throw new Error('refused')
    const change = ownWordsChange.safeParse(value)
    if (change.success) return words.change(change.data)
    logRefusal('changeOwnWords', 'invalid-input')
    return 'failed'
  })
}
