/**
 * The document behind an open editor. Takes what the engine has (`article.doc`), and sends what is typed as commands:
 * the first change at once, what follows every 150 ms, and all of it when the person leaves.
 *
 * Invariant: what was typed is in the Y.Doc until the engine has committed it. Where the engine cannot be reached the
 * updates wait and are sent again; an update that it has already is no harm.
 */
import * as Y from 'yjs'
import type { ArticleDocRow } from '#shared/contract/articles.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { Result } from '#shared/base/result.ts'
import { bytesToText, textToBytes } from './base64.ts'

export type SessionState =
  /** Nothing has come yet. */
  | { readonly type: 'loading' }
  /** Everything typed is committed on this device. */
  | { readonly type: 'saved' }
  /** Something is on its way, or waits for the engine. */
  | { readonly type: 'saving'; readonly isDelayed: boolean }
  /** The engine did not take what was typed: the editor has to begin again from what is stored. */
  | { readonly type: 'refused'; readonly error: CallError }
  /** Somebody's newer program has put in what this editor cannot show, and would delete. */
  | { readonly type: 'not-editable' }

export interface ArticleSession {
  readonly doc: Y.Doc
  getState(): SessionState
  subscribe(listener: () => void): () => void
  /** The rows of `article.doc`; those that are known are skipped. */
  receive(rows: readonly ArticleDocRow[]): void
  /** Sends what waits, at once. */
  flush(): void
  /** The engine can be reached again. */
  retry(): void
}

export interface SessionDeps {
  readonly send: (update: string) => Promise<Result<unknown, CallError>>
  /** False where the content has parts that the editor does not know. */
  readonly canEdit: (doc: Y.Doc) => boolean
  readonly everyMs?: number
  readonly retryMs?: number
}

const engineOrigin = Symbol('engine')
/** Errors after which the same update may well be taken. */
const passing: readonly CallError['type'][] = [
  ...(['engine-unavailable', 'timeout', 'cancelled', 'disk-full', 'read-only', 'store-failed'] as const),
]

export function createArticleSession({
  send,
  canEdit,
  everyMs = 150,
  retryMs = 2_000,
}: SessionDeps): ArticleSession {
  const doc = new Y.Doc()
  const known = new Set<string>()
  const listeners = new Set<() => void>()
  let state: SessionState = { type: 'loading' }
  let waiting: Uint8Array[] = []
  let underWay = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  const setState = (next: SessionState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const isOver = (): boolean => state.type === 'refused' || state.type === 'not-editable'
  const settle = (): void => {
    if (isOver()) return
    if (waiting.length === 0 && underWay === 0) setState({ type: 'saved' })
  }
  const schedule = (ms: number): void => {
    timer ??= setTimeout(() => {
      timer = null
      flush()
    }, ms)
  }

  const flush = (): void => {
    if (waiting.length === 0 || isOver()) return
    const update = waiting.length === 1 ? waiting[0] : Y.mergeUpdates(waiting)
    if (!update) return
    waiting = []
    underWay++
    void send(bytesToText(update)).then((result) => {
      underWay--
      if (result.ok) {
        settle()
        return
      }
      if (!passing.includes(result.error.type)) {
        if (!isOver()) setState({ type: 'refused', error: result.error })
        return
      }
      waiting.unshift(update)
      if (!isOver()) setState({ type: 'saving', isDelayed: true })
      schedule(retryMs)
    })
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === engineOrigin || isOver()) return
    waiting.push(update)
    if (state.type !== 'saving') setState({ type: 'saving', isDelayed: false })
    // The first letter is safe at once; a sentence is not a transaction a letter.
    if (timer === null && underWay === 0) flush()
    schedule(everyMs)
  })

  return {
    doc,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    receive(rows) {
      const fresh = rows.filter(({ key }) => !known.has(key))
      if (isOver() || (fresh.length === 0 && state.type !== 'loading')) return
      const updates = fresh.map(({ update }) => textToBytes(update))
      if (state.type !== 'loading' && !canTake(doc, updates, canEdit)) {
        flush()
        setState({ type: 'not-editable' })
        return
      }
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update, engineOrigin)
      }, engineOrigin)
      for (const { key } of fresh) known.add(key)
      if (state.type === 'loading') setState(canEdit(doc) ? { type: 'saved' } : { type: 'not-editable' })
    },
    flush,
    retry: flush,
  }
}

/**
 * The editor deletes what it does not know, for everybody. So what comes is looked at before it is let in: most of it is
 * text, which can be seen in the update itself.
 */
function canTake(doc: Y.Doc, updates: readonly Uint8Array[], canEdit: (doc: Y.Doc) => boolean): boolean {
  if (updates.every(isOnlyText)) return true
  const next = new Y.Doc()
  try {
    Y.applyUpdate(next, Y.encodeStateAsUpdate(doc))
    for (const update of updates) Y.applyUpdate(next, update)
    return canEdit(next)
  } finally {
    next.destroy()
  }
}

function isOnlyText(update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.every(
    (struct) =>
      !(struct instanceof Y.Item) ||
      struct.content instanceof Y.ContentString ||
      struct.content instanceof Y.ContentDeleted,
  )
}
