/** Puts a text into the reply that is being written, behind what is there; can be taken back until it is changed. */
import { ok } from '#shared/base/result.ts'
import type { TicketId } from '#shared/base/ids.ts'
import { undoable } from '../../../state/commands.ts'
import { useDraft } from '../../../state/drafts.ts'
import { i18n } from '../../../state/i18n.ts'
import { focusComposer } from '../state/panel-state.ts'
import { withInserted, withoutInserted } from '../model/reply-insert.ts'

export function useReplyInsert(ticketId: TicketId): (text: string) => void {
  const draft = useDraft(`reply/${ticketId}`)
  return (text) => {
    const before = draft.getText()
    const after = withInserted(before, text)
    focusComposer('reply')
    void undoable(
      i18n.t('tickets:did.insertReply'),
      () => {
        draft.setText(after)
        return Promise.resolve(ok())
      },
      () => {
        draft.setText(withoutInserted(draft.getText(), before, after))
        return Promise.resolve(ok())
      },
    )
  }
}
