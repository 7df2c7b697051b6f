/** A change as a sentence: "Jana Weber changed the state from Open to Solved". The time stands beside it. */
import type { i18n as I18n } from 'i18next'
import type { PersonId, QueueId } from '#shared/base/ids.ts'
import type { HistoryEntry, TicketPriority, TicketState } from '#shared/model/ticket/ticket.ts'
import { priorityNames, stateChoices } from './ticket-names.ts'

export interface SentenceDeps {
  readonly t: I18n['t']
  /** The name of a person; a word for somebody unknown where nobody has that id. */
  personName(id: PersonId | null): string
  queueName(id: QueueId): string
  date(atMs: number): string
}

export type HistoryChange = Pick<HistoryEntry, 'actorId' | 'field' | 'from' | 'to'> &
  Partial<Pick<HistoryEntry, 'settles'>>

/** Fits every entry that a newer version may write: an unknown value is shown as it is. */
export function historySentence(change: HistoryChange, deps: SentenceDeps): string {
  const { t, personName, date } = deps
  const { actorId, field } = change
  const who = personName(actorId)
  const from = textOf(change.from)
  const to = textOf(change.to)
  switch (field) {
    case 'state':
      return t('tickets:history.state', { who, from: stateWord(from, t), to: stateWord(to, t) })
    case 'priority':
      return t('tickets:history.priority', {
        who,
        from: priorityWord(change.from, t),
        to: priorityWord(change.to, t),
      })
    case 'ownerId':
      return ownerSentence(change, deps)
    case 'tag':
      return to === ''
        ? t('tickets:history.untagged', { who, from })
        : t('tickets:history.tagged', { who, to })
    case 'title':
      return t('tickets:history.titled', { who, from, to })
    case 'queueId':
      return t('tickets:history.moved', { who, to: deps.queueName(to as QueueId) })
    case 'pendingUntil':
      return typeof change.to === 'number'
        ? t('tickets:history.pendingUntil', { who, to: date(change.to) })
        : t('tickets:history.pendingNone', { who })
    case 'customerName':
    case 'customerEmail':
    case 'organisation': {
      const name = t(`tickets:history.field.${field}`)
      if (from === '') return t('tickets:history.set', { who, field: name, to })
      if (to === '') return t('tickets:history.cleared', { who, field: name, from })
      return t('tickets:history.changed', { who, field: name, from, to })
    }
    default:
      return t('tickets:history.changed', { who, field: String(field), from, to })
  }
}

function ownerSentence(change: HistoryChange, { t, personName }: SentenceDeps): string {
  const { actorId, from, to } = change
  const who = personName(actorId)
  if (change.settles) return settledSentence(change, { t, personName })
  if (to === null || to === '') {
    return from === actorId
      ? t('tickets:history.dropped', { who })
      : t('tickets:history.unassigned', { who, from: personName(from as PersonId) })
  }
  if (to === actorId) return t('tickets:history.took', { who })
  return t('tickets:history.assigned', { who, to: personName(to as PersonId) })
}

/** Somebody saw both claims and decided. */
function settledSentence(
  { actorId, to }: HistoryChange,
  { t, personName }: Pick<SentenceDeps, 't' | 'personName'>,
): string {
  const who = personName(actorId)
  if (to === null || to === '') return t('tickets:history.settledNobody', { who })
  if (to === actorId) return t('tickets:history.settledSelf', { who })
  return t('tickets:history.settled', { who, to: personName(to as PersonId) })
}

function stateWord(value: string, t: I18n['t']): string {
  const known = stateChoices.find((state): state is TicketState => state === value)
  return known ? t(`ui:state.${known}`) : value
}

function priorityWord(value: string | number | null, t: I18n['t']): string {
  const name = (priorityNames as Readonly<Record<string, (typeof priorityNames)[TicketPriority]>>)[
    String(value)
  ]
  return name ? t(`ui:priority.${name}`) : String(value)
}

function textOf(value: string | number | null): string {
  return value === null ? '' : String(value)
}
