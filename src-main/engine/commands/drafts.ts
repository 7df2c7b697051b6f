import { personalDocId } from '#shared/base/ids.ts'
import { setDraft } from '#shared/model/personal/personal.ts'
import type { DocumentRef } from '../documents/update-log.ts'
import type { CommandContext, Me } from './context.ts'

/** My own document, where drafts and read markers are. */
export const personalRef = (me: Me): DocumentRef => ({
  docId: personalDocId(me.id),
  spaceId: me.personalSpaceId,
})

/** What was sent is no draft any more; part of the same transaction. */
export function clearDraft({ documents }: CommandContext, me: Me, key: string): void {
  documents.transact(personalRef(me), (doc) => setDraft(doc, key, '', 0))
}
