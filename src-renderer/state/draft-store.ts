/**
 * What people write and have not sent, by key (`channel/{id}`, `reply/{id}`, `note/{id}`, `ticket/new`).
 *
 * Invariants: no character is lost while the window lives; a save that failed is tried again; what was typed before
 * the stored draft came is joined with it, never put in its place; a draft that was sent is not saved again. The same
 * draft may be open in two windows: each tells the other what was stored or sent, and what was typed in both is joined.
 */
export interface DraftState {
  readonly text: string
  /** False until the stored draft is known; writing is possible all the same. */
  readonly isLoaded: boolean
}

export interface DraftStore {
  /** The same object until something changes. */
  getState(key: string): DraftState
  subscribe(key: string, listener: () => void): () => void
  /** Reads what is stored, once. */
  load(key: string): void
  setText(key: string, text: string): void
  /** Empties the draft here, where the engine empties what is stored: with the command that sends it. */
  clear(key: string): void
  /** Another window stored this, or sent the draft (an empty text). */
  adopt(key: string, text: string): void
  /** Saves now what waits: one draft, or all. */
  flush(key?: string): void
  /** The engine is there (again): saves what waits, and reads what could not be read. */
  resume(): void
  /** Forgets all drafts: another workspace has others. Save what waits before. */
  reset(): void
}

export interface DraftStoreDeps {
  /** Null where it cannot be read now: tried again at the next `load`. */
  readonly load: (key: string) => Promise<string | null>
  /** True where it was stored. */
  readonly save: (key: string, text: string) => Promise<boolean>
  /** Tells the other windows what is stored now. */
  readonly share?: (key: string, text: string) => void
  readonly saveAfterMs?: number
  readonly retryAfterMs?: number
}

interface Draft {
  state: DraftState
  isLoading: boolean
  /** What the engine holds, as far as is known. */
  stored: string
  /** What is on its way to the engine, over what; null while nothing is. */
  saving: { readonly over: string } | null
  /** What another window stored before the draft was known here. */
  heard: string | null
  timer: ReturnType<typeof setTimeout> | null
  readonly listeners: Set<() => void>
}

const unknown: DraftState = { text: '', isLoaded: false }

export function createDraftStore(deps: DraftStoreDeps): DraftStore {
  const { load, save, share, saveAfterMs = 400, retryAfterMs = 2_000 } = deps
  const drafts = new Map<string, Draft>()

  const draftOf = (key: string): Draft => {
    let draft = drafts.get(key)
    if (!draft) {
      draft = {
        state: unknown,
        isLoading: false,
        stored: '',
        saving: null,
        heard: null,
        timer: null,
        listeners: new Set(),
      }
      drafts.set(key, draft)
    }
    return draft
  }

  const set = (draft: Draft, state: DraftState): void => {
    draft.state = state
    for (const listener of draft.listeners) listener()
  }

  const schedule = (key: string, draft: Draft, afterMs: number): void => {
    if (draft.timer !== null) clearTimeout(draft.timer)
    draft.timer = setTimeout(() => void saveNow(key, draft), afterMs)
  }

  const stopTimer = (draft: Draft): void => {
    if (draft.timer !== null) clearTimeout(draft.timer)
    draft.timer = null
  }

  const saveNow = async (key: string, draft: Draft): Promise<void> => {
    stopTimer(draft)
    const { text, isLoaded } = draft.state
    // Before the stored draft is known, saving would overwrite it.
    if (!isLoaded || text === draft.stored) return
    const { stored } = draft
    const own = { over: stored }
    draft.saving = own
    draft.stored = text
    const isStored = await save(key, text)
    if (drafts.get(key) !== draft) return
    if (draft.saving === own) draft.saving = null
    if (isStored) {
      // Sent or stored anew meanwhile: that was told, or will be.
      if (draft.stored === text) share?.(key, text)
      return
    }
    if (draft.stored === text) draft.stored = stored
    if (draft.timer === null) schedule(key, draft, retryAfterMs)
  }

  const readStored = async (key: string, draft: Draft): Promise<void> => {
    const read = await load(key)
    draft.isLoading = false
    if (read === null || draft.state.isLoaded || drafts.get(key) !== draft) return
    const stored = draft.heard ?? read
    const typed = draft.state.text
    draft.stored = stored
    const text = typed === '' || stored === '' ? stored + typed : `${stored}\n${typed}`
    set(draft, { text, isLoaded: true })
    if (text !== stored) schedule(key, draft, saveAfterMs)
  }

  const loadOnce = (key: string, draft: Draft): void => {
    if (draft.state.isLoaded || draft.isLoading) return
    draft.isLoading = true
    void readStored(key, draft)
  }

  return {
    getState: (key) => drafts.get(key)?.state ?? unknown,

    subscribe(key, listener) {
      const { listeners } = draftOf(key)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    load(key) {
      loadOnce(key, draftOf(key))
    },

    setText(key, text) {
      const draft = draftOf(key)
      if (text === draft.state.text) return
      set(draft, { ...draft.state, text })
      schedule(key, draft, saveAfterMs)
    },

    clear(key) {
      const draft = draftOf(key)
      stopTimer(draft)
      draft.stored = ''
      draft.saving = null
      set(draft, { text: '', isLoaded: true })
      share?.(key, '')
    },

    adopt(key, theirs) {
      const draft = drafts.get(key)
      if (!draft) return
      if (!draft.state.isLoaded) {
        draft.heard = theirs
        return
      }
      const base = draft.saving?.over ?? draft.stored
      const mine = draft.state.text
      const text = mine === base ? theirs : joinTexts(base, mine, theirs)
      draft.saving = null
      draft.stored = theirs
      if (text !== mine) set(draft, { text, isLoaded: true })
      if (text === theirs) stopTimer(draft)
      else schedule(key, draft, saveAfterMs)
    },

    flush(key) {
      if (key === undefined) for (const [each, draft] of drafts) void saveNow(each, draft)
      else void saveNow(key, draftOf(key))
    },

    reset() {
      const forgotten = [...drafts.values()]
      drafts.clear()
      for (const draft of forgotten) {
        stopTimer(draft)
        for (const listener of draft.listeners) listener()
      }
    },

    resume() {
      for (const [key, draft] of drafts) {
        loadOnce(key, draft)
        void saveNow(key, draft)
      }
    },
  }
}

/** What comes of a text that was changed in two places: all that was added in both, one after the other where it must be. */
function joinTexts(base: string, mine: string, theirs: string): string {
  if (mine === theirs) return mine
  if (mine.startsWith(base)) {
    const added = mine.slice(base.length)
    return theirs === '' ? added.trimStart() : theirs + added
  }
  if (theirs === '') return mine
  return theirs.startsWith(base) ? mine + theirs.slice(base.length) : `${theirs}\n${mine}`
}
