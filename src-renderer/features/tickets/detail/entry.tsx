/** One entry of a ticket: a message, an internal note, or a change. */
import {
  CircleDot,
  Clock,
  Globe,
  Inbox,
  Lock,
  Mail,
  PencilLine,
  Phone,
  SignalHigh,
  Tag,
  UserRound,
} from 'lucide-react'
import { memo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketDetail, TicketEntryRow } from '#shared/contract/tickets.ts'
import type { HistoryEntry, ReplyChannel } from '#shared/model/ticket/ticket.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useQuoteHighlight } from '../../../passages/use-quote-highlight.ts'
import { fileActions } from '../../../state/files.ts'
import { usePeople, usePerson } from '../../../state/people.ts'
import { AttachmentList, Avatar, Badge, Markdown, RelativeTime } from '../../../ui/index.ts'
import { useQueues } from '../list/view-names.ts'
import { historySentence } from '../model/history-sentence.ts'
import { PendingMark } from './pending-mark.tsx'

export interface EntryViewProps {
  readonly entry: TicketEntryRow
  readonly customerName: string
  readonly isPointedOut: boolean
}

export const EntryView = memo(function EntryView({
  entry,
  customerName,
  isPointedOut,
}: EntryViewProps): ReactNode {
  const container = useRef<HTMLDivElement>(null)
  useQuoteHighlight(container, entry.type === 'change' ? null : `entry/${entry.key}`, entry)
  return (
    <div
      ref={container}
      className="entry"
      data-type={entry.type}
      {...(isPointedOut ? { 'data-pointed-out': '' } : {})}
    >
      {entry.type === 'change' ? (
        <ChangeLine entry={entry} />
      ) : entry.type === 'note' ? (
        <NoteCard entry={entry} />
      ) : (
        <ReplyCard entry={entry} customerName={customerName} />
      )}
    </div>
  )
})

type Reply = Extract<TicketEntryRow, { type: 'reply' }>
type Note = Extract<TicketEntryRow, { type: 'note' }>
type Change = Extract<TicketEntryRow, { type: 'change' }>

function ReplyCard({
  entry,
  customerName,
}: {
  readonly entry: Reply
  readonly customerName: string
}): ReactNode {
  const { t } = useTranslation(['tickets', 'common'])
  const author = usePerson(entry.authorId)
  const isCustomer = entry.from === 'customer'
  const name = isCustomer
    ? customerName || t('conversation.customer')
    : (author?.name ?? t('common:unknownPerson'))
  return (
    <div className="entry-card" data-from={entry.from}>
      <header className="entry-head">
        <Avatar name={name} size="small" />
        <span className="entry-author">{name}</span>
        {isCustomer ? <Badge tone="info">{t('conversation.customer')}</Badge> : null}
        <Via channel={entry.channel} />
        <RelativeTime atMs={entry.at} className="entry-time" />
        <PendingMark isPending={entry.pending} isMail={entry.channel === 'email'} />
      </header>
      <Text entry={entry} />
    </div>
  )
}

function NoteCard({ entry }: { readonly entry: Note }): ReactNode {
  const { t } = useTranslation(['tickets', 'common'])
  const author = usePerson(entry.authorId)
  const name = author?.name ?? t('common:unknownPerson')
  return (
    <div className="entry-card" data-note="">
      <header className="entry-head">
        <Avatar name={name} size="small" />
        <span className="entry-author">{name}</span>
        <span className="entry-internal">
          <Lock aria-hidden />
          {t('conversation.internal')}
        </span>
        <RelativeTime atMs={entry.at} className="entry-time" />
        <PendingMark isPending={entry.pending} />
      </header>
      <Text entry={entry} />
    </div>
  )
}

function Text({ entry }: { readonly entry: Reply | Note }): ReactNode {
  return (
    <>
      {entry.text === '' ? null : <Markdown text={entry.text} className="entry-text" />}
      <AttachmentList attachments={entry.attachments} actions={fileActions} />
    </>
  )
}

const viaIcons = {
  web: <Globe aria-hidden />,
  email: <Mail aria-hidden />,
  phone: <Phone aria-hidden />,
} as const

function Via({ channel }: { readonly channel: ReplyChannel }): ReactNode {
  const { t } = useTranslation('tickets')
  return (
    <span className="entry-via">
      {viaIcons[channel]}
      {t(`conversation.via.${channel}`)}
    </span>
  )
}

const changeIcons: Partial<Readonly<Record<HistoryEntry['field'], ReactNode>>> = {
  state: <CircleDot aria-hidden />,
  priority: <SignalHigh aria-hidden />,
  ownerId: <UserRound aria-hidden />,
  tag: <Tag aria-hidden />,
  pendingUntil: <Clock aria-hidden />,
  queueId: <Inbox aria-hidden />,
}

function ChangeLine({ entry }: { readonly entry: Change }): ReactNode {
  const { t } = useTranslation().i18n
  const people = usePeople()
  const queues = useQueues()
  const formats = useFormats()
  const sentence = historySentence(entry, {
    t,
    personName: (id) => (id && people.get(id)?.name) ?? t('common:unknownPerson'),
    queueName: (id) => queues.find((queue) => queue.key === id)?.name ?? t('tickets:field.queue'),
    date: formats.date,
  })
  return (
    <p className="entry-change">
      <span className="entry-change-icon">{changeIcons[entry.field] ?? <PencilLine aria-hidden />}</span>
      <span className="entry-change-words">
        {sentence}
        <span className="entry-change-time">
          {' · '}
          <RelativeTime atMs={entry.at} />
        </span>
        <PendingMark isPending={entry.pending} />
      </span>
    </p>
  )
}

export type TicketOpening = Pick<
  TicketDetail,
  'id' | 'createdAt' | 'createdBy' | 'customerName' | 'description'
>

/** How the ticket began: what the customer, or whoever wrote it down, asked for. */
export const DescriptionCard = memo(function DescriptionCard({
  opening,
}: {
  readonly opening: TicketOpening
}): ReactNode {
  const { t } = useTranslation(['tickets', 'common'])
  const creator = usePerson(opening.createdBy)
  const name = creator?.name ?? (opening.customerName || t('common:unknownPerson'))
  const container = useRef<HTMLDivElement>(null)
  useQuoteHighlight(container, `ticket/${opening.id}`, opening.description)
  return (
    <div ref={container} className="entry" data-type="reply">
      <div className="entry-card" data-from="description">
        <header className="entry-head">
          <Avatar name={name} size="small" />
          <span className="entry-author">{name}</span>
          <span className="entry-did">{t('conversation.described')}</span>
          <RelativeTime atMs={opening.createdAt} className="entry-time" />
        </header>
        {opening.description === '' ? (
          <p className="entry-blank">{t('conversation.noDescription')}</p>
        ) : (
          <Markdown text={opening.description} className="entry-text" />
        )}
      </div>
    </div>
  )
})
