/** What the parser's thread is asked, and what it answers. */
import type { FileBlock, SkipReason } from '#shared/contract/library.ts'
import type { ParseLimits } from './limits.ts'

export type ParsedBlock = Omit<FileBlock, 'key'>

export interface ParseJob {
  readonly path: string
  readonly name: string
  readonly limits: ParseLimits
}

export type ParseOutcome =
  | {
      readonly type: 'read'
      readonly title: string
      readonly pages: number | null
      /** Why something was left out; null where all was read. */
      readonly partly: SkipReason | null
    }
  | { readonly type: 'skipped'; readonly reason: SkipReason }

export type ParserRequest = ParseJob & { readonly type: 'parse' }
/** Blocks come in pieces and in order, then one outcome. */
export type ParserResponse =
  | { readonly type: 'blocks'; readonly blocks: readonly ParsedBlock[] }
  | { readonly type: 'done'; readonly outcome: ParseOutcome }

/** What a parser throws where a file cannot be read, and why. */
export class SkipError extends Error {
  readonly reason: SkipReason
  constructor(reason: SkipReason) {
    super(reason)
    this.reason = reason
  }
}
