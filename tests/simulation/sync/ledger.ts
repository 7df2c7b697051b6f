/** What people did and were told was done: what must be found in the end, or have been shown as refused. */
export interface Written {
  readonly client: string
  /** Unique, so that it can be looked for in any file. */
  readonly text: string
  readonly kind: 'message' | 'ticket' | 'reply' | 'note'
  readonly spaceId: string
}

export interface Ledger {
  readonly written: Written[]
  /** Must be in no file any more. */
  readonly erased: Set<string>
}

export function createLedger(): Ledger {
  return { written: [], erased: new Set() }
}
