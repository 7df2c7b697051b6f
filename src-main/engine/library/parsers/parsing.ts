import type { ParseJob } from '../parsed-file.ts'
import type { BlockSink } from './block-sink.ts'

/** What a parser works with. */
export interface Parsing {
  readonly job: ParseJob
  readonly sink: BlockSink
  /** When no further page is begun, on the clock of `performance.now()`. */
  readonly stopAt: number
}

export interface Parsed {
  /** Empty where it has none of its own: its first heading then takes its place. */
  readonly title: string
  readonly pages: number | null
}
