import { CornerUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MessageRow } from '#shared/contract/chat.ts'
import { nameOf, type RowContext } from './row-context.ts'

/** What a message answers; a press goes there. */
export function ReplyQuote({
  message,
  context,
}: {
  readonly message: MessageRow
  readonly context: RowContext
}): ReactNode {
  const { replyTo, replyPreview } = message
  const { t, actions } = context
  if (replyTo === null) return null
  const name = replyPreview ? nameOf(replyPreview.authorId, context) : ''
  return (
    <button
      type="button"
      className="chat-quote"
      title={t('goToOriginal')}
      disabled={!replyPreview}
      onClick={() => actions.jumpTo(replyTo)}
    >
      <CornerUpRight aria-hidden />
      {replyPreview ? (
        <>
          <span className="ui-visually-hidden">{t('answerTo')} </span>
          <span className="chat-quote-name">{name}</span>
          <span className="ui-truncate" dir="auto">
            {replyPreview.text === '' ? t('deletedPlaceholder') : replyPreview.text}
          </span>
        </>
      ) : (
        <span className="ui-truncate" dir="auto">
          {t('originalMissing')}
        </span>
      )}
    </button>
  )
}
