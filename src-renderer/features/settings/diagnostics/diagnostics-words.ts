import type { CountedThing } from '#shared/contract/diagnostics.ts'

export type { Diagnostics, LoopDelay, ProcessFacts } from '#shared/contract/diagnostics.ts'

/** The contract's list, written out: importing its values would load all its schemas into the window. */
const order: Readonly<Record<CountedThing, number>> = {
  documents: 0,
  updates: 1,
  snapshots: 2,
  channels: 3,
  messages: 4,
  tickets: 5,
  articles: 6,
  people: 7,
  files: 8,
  libraryFiles: 9,
  librarySkipped: 10,
}
export const countedThings = Object.keys(order) as readonly CountedThing[]
