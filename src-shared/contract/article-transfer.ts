/** Articles as a folder of Markdown files, out and in. Folders are chosen in the system's dialog, never by a page. */

export type TransferKind = 'export' | 'import'

/** Why a file, or an article, was left out. */
export type TransferSkip =
  /** It is no text in UTF-8. */
  | 'not-text'
  | 'too-large'
  /** Nested deeper than anybody writes. */
  | 'too-deep'
  /** It takes longer to read than a file may. */
  | 'too-complex'
  | 'unreadable'
  /** Its front matter names an id that is none. */
  | 'bad-id'
  /** Its id is that of an article that may not be written here. */
  | 'no-access'
  /** More files than one import takes. */
  | 'too-many'
  | 'not-written'
  /** A file that belongs to the article is not on this device, or not in the folder. */
  | 'file-missing'

export interface TransferReport {
  /** Exported: files written. */
  readonly written: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Those that were left out, at most some hundred of them. */
  readonly skipped: readonly { readonly name: string; readonly reason: TransferSkip }[]
  readonly skippedCount: number
}

export type TransferOutcome =
  | { readonly type: 'done'; readonly report: TransferReport }
  | { readonly type: 'cancelled' }
  | {
      readonly type: 'failed'
      readonly reason: 'unreadable' | 'not-writable' | 'disk-full' | 'engine-unavailable'
    }
