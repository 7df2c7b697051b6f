/** The person's own words in the spell checker's dictionary: seen, added, removed, and all of it taken back. */
import { create } from 'zustand'
import type { OwnWordsChange } from '#shared/contract/own-words.ts'
import { client } from '../bridge/window-client.ts'
import { offerUndo } from './commands.ts'
import { i18n } from './i18n.ts'
import { showToast } from './toasts.ts'

interface OwnWordsState {
  /** Null until somebody looks and the shell has answered. */
  readonly words: readonly string[] | null
  readonly hasFailed: boolean
}

export const useOwnWords = create<OwnWordsState>(() => ({ words: null, hasFailed: false }))

/** Call once: a word that came by the menu of a right click can be taken back, and a list on the screen stays true. */
export function startOwnWords(): void {
  client.onOwnWords(({ learnt }) => {
    if (useOwnWords.getState().words !== null) void loadOwnWords()
    if (learnt !== null) offerUndo(added([learnt]), () => void changeOwnWords({ remove: [learnt] }))
  })
}

export async function loadOwnWords(): Promise<void> {
  try {
    useOwnWords.setState({ words: await client.ownWords(), hasFailed: false })
  } catch {
    useOwnWords.setState({ hasFailed: true })
  }
}

/** @param words those that are not there yet */
export async function addOwnWords(words: readonly string[]): Promise<boolean> {
  const isDone = await changeOwnWords({ add: [...words] })
  if (isDone) offerUndo(added(words), () => void changeOwnWords({ remove: [...words] }))
  return isDone
}

export async function removeOwnWords(words: readonly string[]): Promise<boolean> {
  const isDone = await changeOwnWords({ remove: [...words] })
  if (isDone) offerUndo(removed(words), () => void changeOwnWords({ add: [...words] }))
  return isDone
}

/** Without an offer to take it back. False, and said, where it could not be done. */
export async function changeOwnWords(wanted: OwnWordsChange): Promise<boolean> {
  const outcome = await client.changeOwnWords(wanted).catch(() => 'failed' as const)
  if (outcome === 'done') return true
  showToast({ id: 'own-words', tone: 'danger', text: i18n.t(`settings:spelling.${outcome}`) })
  return false
}

const added = (words: readonly string[]): string =>
  i18n.t('settings:spelling.added', { count: words.length, word: words[0] ?? '' })
const removed = (words: readonly string[]): string =>
  i18n.t('settings:spelling.removed', { count: words.length, word: words[0] ?? '' })
