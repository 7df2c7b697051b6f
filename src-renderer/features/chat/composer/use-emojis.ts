/** All emojis with their names, read when somebody first looks for one: the common ones are there at once. */
import { useEffect, useSyncExternalStore } from 'react'
import { emojis, type Emoji } from './emojis.ts'
import { joinNames } from './emoji-search.ts'

let known: readonly Emoji[] = emojis
let reading: Promise<void> | null = null
const listeners = new Set<() => void>()

/** @param isWanted somebody looks for one */
export function useEmojis(isWanted: boolean): readonly Emoji[] {
  useEffect(() => {
    if (isWanted) reading ??= read()
  }, [isWanted])
  return useSyncExternalStore(subscribe, () => known)
}

async function read(): Promise<void> {
  try {
    const { default: table } = await import('./emoji-names/names.tsv?raw')
    known = joinNames(emojis, table)
    for (const listener of listeners) listener()
  } catch {
    // The common ones are enough to go on with; the next look tries again.
    reading = null
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
