/** What is being captured, and what has just been: drafts, choices, and the way to save and take back. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notesChannelOf, ticketCode, type EntryId, type MessageId, type TicketId } from '#shared/base/ids.ts'
import { err, type Result } from '#shared/base/result.ts'
import type { ChannelRow } from '#shared/contract/chat.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { CaptureKind } from '#shared/contract/preferences.ts'
import type { QueueRow } from '#shared/contract/tickets.ts'
import type { TicketPriority } from '#shared/model/ticket/ticket.ts'
import { rememberCapture } from '../state/capture.ts'
import { runCommand } from '../state/commands.ts'
import { useDraft, type Draft } from '../state/drafts.ts'
import { errorSentence } from '../state/error-sentence.ts'
import { useDraftFiles, type DraftFilesState } from '../state/files.ts'
import { newId } from '../state/ids.ts'
import { useLiveQuery } from '../state/live.ts'
import { useMeId } from '../state/people.ts'
import { usePreferences } from '../state/preferences.ts'
import type { Route } from '../state/routes.ts'
import { useConnectionType } from '../state/sync.ts'
import { conversationsOf, problemOf, splitTicket, type Problem } from './capture-model.ts'
import type { Readiness } from './use-readiness.ts'

export interface Saved {
  readonly sentence: string
  readonly route: Route
  /** Null for what cannot be taken back. */
  readonly takeBack: { readonly messageId: MessageId; readonly text: string } | null
}

export interface Capture {
  readonly kind: CaptureKind
  readonly choose: (kind: CaptureKind) => void
  readonly draft: Draft
  readonly customer: Draft
  readonly files: DraftFilesState
  readonly priority: TicketPriority
  readonly setPriority: (priority: TicketPriority) => void
  readonly conversations: readonly ChannelRow[]
  readonly conversation: ChannelRow | null
  readonly setConversation: (key: string | null) => void
  readonly queues: readonly QueueRow[]
  readonly queue: QueueRow | null
  readonly setQueue: (key: string) => void
  /** What notes to oneself are called. */
  readonly notesName: string
  readonly problem: Problem | null
  /** Why the last try failed, as a sentence; empty for no reason. */
  readonly failure: string
  readonly saved: Saved | null
  readonly isWaiting: boolean
  readonly save: () => Promise<void>
  readonly takeBack: () => Promise<void>
  readonly forgetSaved: () => void
}

export function useCapture(readiness: Readiness): Capture {
  const { t, i18n } = useTranslation(['capture', 'errors'])
  const remembered = usePreferences((preferences) => preferences.capture)
  const { kind } = remembered
  const draft = useDraft('capture/new')
  const customer = useDraft('capture/customer')
  const files = useDraftFiles('capture/new')
  const meId = useMeId()
  const { rows: channels } = useLiveQuery('chat.channels', {})
  const { rows: allQueues } = useLiveQuery('ticket.queues', {})
  const connection = useConnectionType()
  const [priority, setPriority] = useState<TicketPriority>(2)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [failure, setFailure] = useState('')
  const [saved, setSaved] = useState<Saved | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const [isCleared, setCleared] = useState(false)

  const conversations = conversationsOf(channels)
  const queues = allQueues.filter(({ archived }) => !archived)
  // A field that was emptied stays empty until something is chosen.
  const conversation = isCleared
    ? null
    : (conversations.find(({ key }) => key === remembered.channelId) ?? conversations[0] ?? null)
  const queue = queues.find(({ key }) => key === remembered.queueId) ?? queues[0] ?? null
  const notesId = meId === null ? null : notesChannelOf(meId)
  const notesName = channels.find(({ key }) => key === notesId)?.name ?? t('notesName')
  const isOffline = connection !== undefined && connection !== 'none' && connection !== 'online'

  const written = {
    ...{ kind, text: draft.text, files: files.ready.length, isCopying: files.isCopying },
    ...{ hasConversation: conversation !== null, hasQueue: queue !== null },
  }
  const attachments = [...files.ready]

  const run = async (text: string): Promise<Result<Saved, CallError>> => {
    const done = (result: Result<void, CallError>, made: Saved): Result<Saved, CallError> =>
      result.ok ? { ok: true, value: made } : result
    const options = { isSilent: true }
    if (kind === 'ticket') {
      if (queue === null) return err({ type: 'not-found', what: 'queue' })
      const ticketId = newId<TicketId>()
      const input = {
        ...{ ticketId, entryId: newId<EntryId>(), queueId: queue.key },
        ...{
          ...splitTicket(text),
          priority,
          customerName: customer.getText().trim().slice(0, 100),
          attachments,
        },
      }
      const code = ticketCode(ticketId)
      return done(await runCommand('capture.ticket', input, options), {
        sentence: t(isOffline ? 'saved.ticketWaits' : 'saved.ticket', { code }),
        route: { area: 'tickets', view: 'all', ticketId },
        takeBack: null,
      })
    }
    const messageId = newId<MessageId>(conversation?.lastMessage?.id ?? null)
    const message = { messageId, text: text.trimEnd(), attachments }
    const takeBack = { messageId, text }
    if (kind === 'note') {
      if (notesId === null) return err({ type: 'no-workspace' })
      return done(await runCommand('capture.note', { ...message, notesName }, options), {
        ...{ sentence: t('saved.note'), route: { area: 'chat', channelId: notesId, messageId }, takeBack },
      })
    }
    if (conversation === null) return err({ type: 'not-found', what: 'channel' })
    const channelId = conversation.key
    const where = conversationTitle(conversation)
    return done(await runCommand('capture.message', { ...message, channelId }, options), {
      sentence: t(isOffline ? 'saved.messageWaits' : 'saved.message', { where }),
      route: { area: 'chat', channelId, messageId },
      takeBack,
    })
  }

  const save = async (): Promise<void> => {
    setFailure('')
    if (readiness === 'none' || readiness === 'failed') return
    if (readiness === 'starting') {
      setWaiting(true)
      return
    }
    setWaiting(false)
    const found = problemOf(written)
    setProblem(found)
    if (found !== null) return
    const result = await draft.send(run, { isEmptyOk: true })
    if (result?.ok) {
      setSaved(result.value)
      if (kind === 'ticket') {
        customer.setText('')
        setPriority(2)
        rememberCapture({ queueId: queue?.key ?? '' })
      } else if (kind === 'message') rememberCapture({ channelId: conversation?.key ?? '' })
    } else if (result) setFailure(t('problem.failed', { why: errorSentence(result.error, i18n) }))
  }
  const takeBack = async (): Promise<void> => {
    const step = saved?.takeBack
    if (!step) return
    const result = await runCommand('capture.takeBack', { messageId: step.messageId }, { isSilent: true })
    if (!result.ok) {
      setFailure(errorSentence(result.error, i18n))
      return
    }
    setSaved(null)
    const since = draft.getText()
    draft.setText(since === '' ? step.text : `${step.text}\n${since}`)
  }

  const latestSave = useRef(save)
  useEffect(() => {
    latestSave.current = save
  })
  useEffect(() => {
    if (isWaiting && readiness === 'ready') void latestSave.current()
  }, [isWaiting, readiness])

  return {
    kind,
    choose(next) {
      setProblem(null)
      rememberCapture({ kind: next })
    },
    draft,
    customer,
    files,
    priority,
    setPriority,
    conversations,
    conversation,
    setConversation(key) {
      setCleared(key === null)
      if (key !== null) rememberCapture({ channelId: key })
    },
    queues,
    queue,
    setQueue: (key) => rememberCapture({ queueId: key }),
    notesName,
    // What was wrong may be right by now.
    problem: problem === null ? null : problemOf(written),
    failure,
    saved,
    isWaiting,
    save,
    takeBack,
    forgetSaved() {
      setSaved(null)
      setFailure('')
    },
  }
}

export function conversationTitle({ kind, name }: Pick<ChannelRow, 'kind' | 'name'>): string {
  return kind === 'direct' ? name : `#${name}`
}
