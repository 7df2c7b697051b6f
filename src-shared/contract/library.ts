/** Files and folders of this computer that a person added to be searched. They are read where they lie, and stay on this device. */
import { z } from 'zod'
import type { LibraryFileId, LibraryRootId } from '../base/ids.ts'
import { command, query } from './define.ts'
import { freeText, libraryFileId, libraryRootId, limits } from './values.ts'

export interface LibraryRoot {
  readonly key: LibraryRootId
  readonly kind: 'file' | 'folder'
  readonly path: string
  readonly state: 'reading' | 'ready' | 'missing' | 'no-access' | 'too-many'
  readonly files: number
  readonly indexed: number
  readonly waiting: number
  readonly skipped: number
}

export const skipReasons = [
  'encrypted',
  'broken',
  'too-large',
  'too-many-pages',
  'too-slow',
  'out-of-memory',
  'unpacks-too-large',
  'no-text',
  'unknown-format',
  'no-access',
  'missing',
] as const
export type SkipReason = (typeof skipReasons)[number]

export interface LibraryFile {
  readonly key: LibraryFileId
  readonly rootId: LibraryRootId
  readonly name: string
  /** From the root, with `/`; empty for a root that is a file. */
  readonly folder: string
  readonly bytes: number
  readonly modifiedAt: number
  readonly state: 'waiting' | 'indexed' | 'skipped'
  readonly reason: SkipReason | null
  /** Something was left out, such as pages after the last one that is read; null where all was read. */
  readonly partly: SkipReason | null
}

/** A piece of a file's text as it was read. */
export interface FileBlock {
  readonly key: string
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code'
  readonly level: number | null
  readonly text: string
  readonly page: number | null
}

export interface FileMeta {
  readonly file: LibraryFile
  readonly path: string
  readonly pages: number | null
}

export const libraryCommands = {
  /** Takes it out of the search. The files themselves are not touched. */
  'library.remove': command(z.strictObject({ rootId: libraryRootId })),
  /** Reads all of it again. */
  'library.rescan': command(z.strictObject({ rootId: libraryRootId })),
}

export const libraryQueries = {
  'library.roots': query<null, LibraryRoot>()(z.strictObject({})),
  'library.files': query<{ readonly total: number }, LibraryFile>()(
    z.strictObject({
      rootId: libraryRootId.nullable().default(null),
      state: z.enum(['waiting', 'indexed', 'skipped']).nullable().default(null),
      text: freeText(limits.searchText).default(''),
      limit: z.int().min(1).max(1_000).default(500),
    }),
  ),
  /** The text of a file as it was read, to be shown with a passage marked. */
  'library.file': query<FileMeta | null, FileBlock>()(z.strictObject({ fileId: libraryFileId })),
}
