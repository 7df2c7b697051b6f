/** One message, with what stands above it: a day, the line "New". Drawn again only when something of its own changes. */
import { Clock3 } from 'lucide-react'
import { memo, useState, type MouseEvent, type ReactNode } from 'react'
import type { MessageRow } from '#shared/contract/chat.ts'
import { fileActions } from '../../../state/files.ts'
import { AttachmentList, Avatar } from '../../../ui/index.ts'
import { MessageText } from '../text/message-text.tsx'
import { DayDivider, UnreadLine } from './day-divider.tsx'
import { restoreMessage } from './message-actions.ts'
import { MessageEditor } from './message-editor.tsx'
import { Reactions } from './reactions.tsx'
import { ReplyQuote } from './reply-quote.tsx'
import { nameOf, type RowContext } from './row-context.ts'
import { Toolbar } from './toolbar.tsx'

export interface MessageItemProps {
  readonly message: MessageRow
  readonly startsGroup: boolean
  readonly showsTopic: boolean
  readonly startsDay: boolean
  readonly startsUnread: boolean
  readonly isActive: boolean
  /** It was jumped to a moment ago. */
  readonly isFlashed: boolean
  readonly isEditing: boolean
  readonly context: RowContext
}

export const MessageItem = memo(function MessageItem(props: MessageItemProps): ReactNode {
  const { message, startsGroup, isActive, isEditing, context } = props
  const [isHovered, setHovered] = useState(false)
  const isDeleted = message.deletedAt !== null
  const isMeant = context.meId !== null && message.mentions.includes(context.meId)
  const openMenu = (event: MouseEvent): void => {
    // Selected words and links keep the system's own menu.
    const isOnText = document.getSelection()?.isCollapsed === false
    if (isDeleted || isEditing || isOnText || (event.target instanceof Element && event.target.closest('a')))
      return
    event.preventDefault()
    context.actions.openMenu(message, { x: event.clientX, y: event.clientY })
  }
  return (
    <>
      {props.startsDay ? <DayDivider atMs={message.sentAt} context={context} /> : null}
      {props.startsUnread ? <UnreadLine context={context} /> : null}
      {/* It takes the focus by key; its actions are keys of the whole list. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <article
        className="chat-message"
        tabIndex={-1}
        data-message={message.key}
        aria-label={labelOf(message, context)}
        {...(startsGroup ? { 'data-first': '' } : {})}
        {...(isActive ? { 'data-active': '' } : {})}
        {...(props.isFlashed ? { 'data-flashed': '' } : {})}
        {...(isMeant && !isDeleted ? { 'data-meant': '' } : {})}
        onPointerEnter={() => setHovered(true)}
        onPointerLeave={() => setHovered(false)}
        onContextMenu={openMenu}
      >
        <Gutter message={message} startsGroup={startsGroup} context={context} />
        <div className="chat-message-body">
          {startsGroup ? <Head message={message} showsTopic={props.showsTopic} context={context} /> : null}
          <Body message={message} isEditing={isEditing} context={context} />
        </div>
        {(isHovered || isActive) && !isDeleted && !isEditing ? (
          <Toolbar message={message} context={context} />
        ) : null}
      </article>
    </>
  )
})

function labelOf(message: MessageRow, context: RowContext): string {
  return context.t('messageBy', {
    name: nameOf(message.authorId, context),
    time: context.formats.time(message.sentAt),
  })
}

interface PartProps {
  readonly message: MessageRow
  readonly context: RowContext
}

function Gutter({ message, startsGroup, context }: PartProps & { readonly startsGroup: boolean }): ReactNode {
  if (!startsGroup) return <Time atMs={message.sentAt} context={context} className="chat-gutter-time" />
  return (
    <span className="chat-gutter">
      <Avatar name={nameOf(message.authorId, context)} size="large" />
    </span>
  )
}

function Head({ message, showsTopic, context }: PartProps & { readonly showsTopic: boolean }): ReactNode {
  const { topic } = message
  return (
    <header className="chat-message-head">
      <span className="chat-author">{nameOf(message.authorId, context)}</span>
      <Time atMs={message.sentAt} context={context} className="chat-time" />
      {topic === null || !showsTopic ? null : (
        <button
          type="button"
          className="chat-topic"
          title={context.t('useTopic')}
          onClick={() => context.actions.useTopic(topic)}
        >
          <span className="ui-truncate" dir="auto">
            {topic}
          </span>
        </button>
      )}
    </header>
  )
}

function Time({
  atMs,
  context,
  className,
}: {
  readonly atMs: number
  readonly context: RowContext
  readonly className: string
}): ReactNode {
  const { formats } = context
  return (
    <time className={className} dateTime={new Date(atMs).toISOString()} title={formats.exact(atMs)}>
      {formats.time(atMs)}
    </time>
  )
}

function Body({ message, isEditing, context }: PartProps & { readonly isEditing: boolean }): ReactNode {
  const { t, formats, people, meId, actions } = context
  if (message.deletedAt !== null) {
    return (
      <p className="chat-deleted">
        {t('deletedPlaceholder')}
        {message.authorId === meId ? (
          <button type="button" className="chat-link-button" onClick={() => void restoreMessage(message.key)}>
            {t('common:action.undo')}
          </button>
        ) : null}
      </p>
    )
  }
  return (
    <>
      <ReplyQuote message={message} context={context} />
      {isEditing ? (
        <MessageEditor message={message} onEnd={() => actions.endEdit(message.key)} />
      ) : (
        <div className="chat-message-text">
          <MessageText text={message.text} mentions={message.mentions} people={people} meId={meId} />
          {message.editedAt === null ? null : (
            <span className="chat-edited" title={t('editedAt', { time: formats.exact(message.editedAt) })}>
              {t('common:edited')}
            </span>
          )}
          {message.pending ? (
            <span className="chat-pending" title={t('common:pending.mark')}>
              <Clock3 aria-hidden />
              <span className="ui-visually-hidden">{t('common:pending.mark')}</span>
            </span>
          ) : null}
        </div>
      )}
      <AttachmentList attachments={message.attachments} actions={fileActions} />
      <Reactions message={message} context={context} />
    </>
  )
}
