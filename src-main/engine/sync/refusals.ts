/** Changes that the server did not take: kept, with what the person had written, until they have seen it. */
import { parseDocId, type DocId, type SpaceId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { ChangeSubject, RefusedRow } from '#shared/contract/sync.ts'
import type { TakenBack } from '../documents/received.ts'
import type { ReadableDb, WritableDb } from '../store/db.ts'

const kinds: Readonly<Record<string, ChangeSubject['kind']>> = {
  chat: 'message',
  ticket: 'ticket',
  notes: 'note',
  article: 'article',
  'article-log': 'article',
  settings: 'settings',
}

/** What a document is called in a list; to be asked before it goes. */
export function describeDocument(db: ReadableDb, docId: DocId, spaceId: SpaceId): ChangeSubject {
  const parsed = parseDocId(docId)
  const owner = parsed?.owner ?? ''
  const title = (sql: string, id: string) => db.value<string>(sql, [id]) ?? ''
  const subject = { docId, spaceId, kind: kinds[parsed?.kind ?? ''] ?? ('other' as const) }
  switch (parsed?.kind) {
    case 'ticket':
    case 'notes':
      return { ...subject, title: title('SELECT title FROM tickets WHERE ticket_id = ?', owner) }
    case 'article':
    case 'article-log':
      return { ...subject, title: title('SELECT title FROM articles WHERE article_id = ?', owner) }
    default:
      return { ...subject, title: title('SELECT name FROM spaces WHERE space_id = ?', spaceId) }
  }
}

export interface Refusal {
  readonly key: Ulid
  readonly reason: RefusedRow['reason']
  readonly at: number
}

export function keepRefused(
  db: WritableDb,
  subject: ChangeSubject,
  refusal: Refusal & { readonly text: string },
): void {
  // A read mark that was not taken is nothing to read or to do.
  if (subject.kind === 'other' && refusal.text === '') return
  db.run(
    `INSERT INTO refused (refused_key, doc_id, space_id, kind, title, reason, at, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      refusal.key,
      subject.docId,
      subject.spaceId,
      subject.kind,
      subject.title,
      refusal.reason,
      refusal.at,
      refusal.text,
    ],
  )
}

/** @param takenBack null where nothing had waited */
export function keepTakenBack(
  db: WritableDb,
  subject: ChangeSubject,
  takenBack: TakenBack | null,
  refusal: Refusal,
): void {
  if (takenBack) keepRefused(db, subject, { ...refusal, text: takenBack.text })
}
