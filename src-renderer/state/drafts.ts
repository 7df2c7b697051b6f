/**
 * Drafts for composers.
 *
 *   const draft = useDraft(`channel/${channelId}`)
 *   <TextArea value={draft.text} onChange={draft.setText} onBlur={draft.flush} />
 *   await draft.send((text) => runCommand('chat.send', { channelId, messageId: newId(), text }))
 *
 * Saved 400 ms after the last key, and at once on blur, on a change of place, when the window is hidden or closed, and
 * when a part of the screen crashes. Other windows hear what was stored or sent and show it. The engine clears the stored draft in the transaction that sends it.
 */
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { CallError } from '#shared/contract/errors.ts'
import type { Result } from '#shared/base/result.ts'
import { client } from '../bridge/window-client.ts'
import { createDraftStore, type DraftState } from './draft-store.ts'
import { onEngineReady } from './engine.ts'
import { onRoute } from './navigation.ts'
import { onWorkspaceEnter, onWorkspaceLeave } from './workspaces.ts'

/** One for the window, because a draft outlives the composer that shows it. */
const store = createDraftStore({
  load: async (key) => {
    const result = await client.queryOnce('draft.get', { key })
    return result.ok ? (result.value.meta?.text ?? '') : null
  },
  save: async (key, text) => {
    const result = await client.command('draft.save', { key, text })
    // What can never be stored is not tried for ever; it stays in the window.
    return result.ok || result.error.type === 'invalid-input'
  },
  share: (key, text) => client.shareDraft({ key, text }),
})

/** Saves everything that waits, at once. */
export function flushDrafts(): void {
  store.flush()
}

client.onDraft(({ key, text }) => store.adopt(key, text))
onRoute(flushDrafts)
onWorkspaceLeave(flushDrafts)
onWorkspaceEnter(() => store.reset())
onEngineReady(() => store.resume())
window.addEventListener('beforeunload', flushDrafts)
window.addEventListener('pagehide', flushDrafts)
window.addEventListener('blur', flushDrafts)
document.addEventListener('visibilitychange', flushDrafts)

export interface Draft extends DraftState {
  readonly setText: (text: string) => void
  /** As it is now, also for what was begun before the last key. */
  readonly getText: () => string
  readonly flush: () => void
  /** Empties it here only: for after a command that clears the stored one. */
  readonly clear: () => void
  /**
   * Empties the composer at once and sends; where that fails, the text is there again, before what was typed since.
   * Does nothing (null) where there is only white space and nothing else to send.
   */
  readonly send: <T>(
    send: (text: string) => Promise<Result<T, CallError>>,
    options?: { readonly isEmptyOk?: boolean },
  ) => Promise<Result<T, CallError> | null>
}

export type DraftKey = `${'channel' | 'reply' | 'note' | 'ticket' | 'capture'}/${string}`

export function useDraft(key: DraftKey): Draft {
  const actions = useMemo(() => draftActions(key), [key])
  const state = useSyncExternalStore(actions.subscribe, actions.getState)
  useEffect(() => {
    store.load(key)
    return () => store.flush(key)
  }, [key])
  return useMemo(() => ({ ...actions, ...state }), [actions, state])
}

/** Puts a text where nothing is written yet; what is written there already is kept. */
export function offerDraft(key: DraftKey, text: string): void {
  const put = (): boolean => {
    const { isLoaded, text: written } = store.getState(key)
    if (!isLoaded) return false
    stop()
    if (written.trim() === '') store.setText(key, text)
    return true
  }
  const stop = store.subscribe(key, put)
  if (!put()) store.load(key)
}

/** Whether something unsent is written there, as far as this window knows: for a mark in a list. */
export function useHasDraft(key: DraftKey): boolean {
  const { subscribe } = useMemo(() => draftActions(key), [key])
  return useSyncExternalStore(subscribe, () => store.getState(key).text.trim() !== '')
}

function draftActions(key: DraftKey): Omit<Draft, keyof DraftState> & {
  readonly subscribe: (listener: () => void) => () => void
  readonly getState: () => DraftState
} {
  return {
    subscribe: (listener) => store.subscribe(key, listener),
    getState: () => store.getState(key),
    setText: (text) => store.setText(key, text),
    getText: () => store.getState(key).text,
    flush: () => store.flush(key),
    clear: () => store.clear(key),
    async send(send, { isEmptyOk = false } = {}) {
      const { text } = store.getState(key)
      if (text.trim() === '' && !isEmptyOk) return null
      store.clear(key)
      const result = await send(text)
      if (!result.ok) {
        const since = store.getState(key).text
        store.setText(key, since === '' || text === '' ? text + since : `${text}\n${since}`)
      }
      return result
    },
  }
}
