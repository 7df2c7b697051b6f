/**
 * The row that the keyboard is on, in a list whose rows come and go: it stays with its row, and where the row has gone,
 * with its place. A new question (`resetKey`) begins at the first row.
 */
import { useState } from 'react'

export interface ActiveKey {
  readonly key: string | null
  /** -1 where there are no rows. */
  readonly index: number
  readonly set: (index: number, key: string) => void
  /** Rows further, stopping at the ends. */
  readonly move: (by: number) => void
}

export function useActiveKey(rows: readonly { readonly key: string }[], resetKey: string): ActiveKey {
  const [active, setActive] = useState({ resetKey, index: 0, key: rows[0]?.key ?? null })
  const known = active.resetKey === resetKey ? active : { resetKey, index: 0, key: null }
  const found = known.key === null ? -1 : rows.findIndex(({ key }) => key === known.key)
  const index = found >= 0 ? found : Math.min(known.index, rows.length - 1)
  const key = rows[index]?.key ?? null
  // The place is remembered for when the row goes.
  if (active.resetKey !== resetKey || (key !== null && (active.index !== index || active.key !== key))) {
    setActive({ resetKey, index: Math.max(0, index), key })
  }
  return {
    key,
    index,
    set: (next, nextKey) => setActive({ resetKey, index: next, key: nextKey }),
    move: (by) => {
      const next = Math.min(rows.length - 1, Math.max(0, index + by))
      setActive({ resetKey, index: next, key: rows[next]?.key ?? null })
    },
  }
}
