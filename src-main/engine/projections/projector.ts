/** A projector turns one kind of document into rows. **Invariant: row = project(document at projected_rev).** */
import type * as Y from 'yjs'
import type { DocKind } from '#shared/base/ids.ts'
import type { DocChanges } from '../documents/doc-changes.ts'
import type { DocumentRow } from '../documents/update-log.ts'
import type { WritableDb } from '../store/db.ts'
import type { ChangedKeys } from '../queries/changed-keys.ts'

export interface ProjectionContext {
  readonly db: WritableDb
  readonly row: DocumentRow
  /** Names what changed, for the live queries. */
  readonly changed: ChangedKeys
}

export interface Projector {
  readonly kind: DocKind
  /** Raised when the rows would come out differently: all documents of the kind are projected again. */
  readonly version: number
  /** `changes` null means everything; otherwise only what it names may differ from the rows. */
  project(context: ProjectionContext, doc: Y.Doc, changes: DocChanges | null): void
  /** Takes the document's rows out of everything: it was deleted, or may not be read any more. */
  remove(context: ProjectionContext): void
}
