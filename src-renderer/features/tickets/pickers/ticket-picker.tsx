/** The values that one kind of picker offers for the given tickets, and what choosing one does. */
import { Inbox } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#shared/base/ids.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useLiveQuery } from '../../../state/live.ts'
import { useColleagues, useMeId, usePeople } from '../../../state/people.ts'
import { Avatar, PriorityIcon, StateIcon } from '../../../ui/index.ts'
import {
  changeTickets,
  moveTickets,
  setOwner,
  setPriority,
  setState,
  setTag,
  type KnownTicket,
} from '../actions.ts'
import { toTag } from '../model/new-ticket-draft.ts'
import { dayToTime, pendingChoices, pendingDate, timeToDay } from '../model/pending-dates.ts'
import { priorityChoices, priorityNames, stateChoices } from '../model/ticket-names.ts'
import type { PickerKind } from '../state/panel-state.ts'
import { PickerList, type PickerItem } from './picker-list.tsx'

export interface TicketPickerProps {
  readonly kind: PickerKind
  readonly tickets: readonly KnownTicket[]
  readonly onDone: () => void
}

export function TicketPicker(props: TicketPickerProps): ReactNode {
  switch (props.kind) {
    case 'assign':
      return <OwnerPicker {...props} />
    case 'state':
      return <StatePicker {...props} />
    case 'priority':
      return <PriorityPicker {...props} />
    case 'tags':
      return <TagPicker {...props} />
    case 'pending':
      return <PendingPicker {...props} />
    case 'queue':
      return <QueuePicker {...props} />
  }
}

type Props = Omit<TicketPickerProps, 'kind'>

function StatePicker({ tickets, onDone }: Props): ReactNode {
  const { t } = useTranslation(['tickets', 'ui'])
  const items = stateChoices.map((state) => ({
    id: state,
    label: t(`ui:state.${state}`),
    icon: <StateIcon state={state} />,
    isOn: tickets.every((ticket) => ticket.state === state),
  }))
  return (
    <PickerList
      label={t('picker.state')}
      items={items}
      onPick={(id) => {
        const state = stateChoices.find((each) => each === id)
        if (state) void setState(tickets, state)
        onDone()
      }}
    />
  )
}

function PriorityPicker({ tickets, onDone }: Props): ReactNode {
  const { t } = useTranslation(['tickets', 'ui'])
  const items = priorityChoices.map((priority) => ({
    id: String(priority),
    label: t(`ui:priority.${priorityNames[priority]}`),
    icon: <PriorityMark name={priorityNames[priority]} />,
    isOn: tickets.every((ticket) => ticket.priority === priority),
  }))
  return (
    <PickerList
      label={t('picker.priority')}
      items={items}
      onPick={(id) => {
        const priority = priorityChoices.find((each) => String(each) === id)
        if (priority) void setPriority(tickets, priority)
        onDone()
      }}
    />
  )
}

/** The option's label says the word already. */
function PriorityMark({ name }: { readonly name: 'low' | 'normal' | 'high' | 'urgent' }): ReactNode {
  return (
    <span aria-hidden className="ticket-mark">
      <PriorityIcon priority={name} />
    </span>
  )
}

function QueuePicker({ tickets, onDone }: Props): ReactNode {
  const { t } = useTranslation('tickets')
  const { rows } = useLiveQuery('ticket.queues', {})
  const queues = rows.filter(({ archived }) => !archived)
  const items = queues.map(({ key, name }) => ({
    id: key,
    label: name,
    icon: <Inbox aria-hidden />,
    isOn: tickets.every((ticket) => ticket.queueId === key),
  }))
  return (
    <PickerList
      label={t('picker.queue')}
      items={items}
      onPick={(id) => {
        const queue = queues.find(({ key }) => key === id)
        if (queue) void moveTickets(tickets, queue)
        onDone()
      }}
    />
  )
}

function OwnerPicker({ tickets, onDone }: Props): ReactNode {
  const { t } = useTranslation('tickets')
  const items = usePersonItems((id) => tickets.every((ticket) => ticket.ownerId === id))
  const people = usePeople()
  return (
    <PickerList
      label={t('picker.assign')}
      items={items}
      onPick={(id) => {
        const person = people.get(id as PersonId)
        void setOwner(tickets, person?.key ?? null, person?.name)
        onDone()
      }}
    />
  )
}

/** Me first, then nobody, then the others by name. */
export function usePersonItems(isOn: (id: PersonId | null) => boolean): readonly PickerItem[] {
  const { t } = useTranslation('tickets')
  const formats = useFormats()
  const people = useColleagues()
  const meId = useMeId()
  const sorted = [...people]
    .filter((person) => person.role !== 'guest')
    .sort((a, b) => Number(b.key === meId) - Number(a.key === meId) || formats.compare(a.name, b.name))
  const items: PickerItem[] = sorted.map((person) => ({
    id: person.key,
    label: person.key === meId ? t('picker.me', { name: person.name }) : person.name,
    icon: <Avatar name={person.name} size="tiny" />,
    isOn: isOn(person.key),
    ...(person.title === '' ? {} : { detail: person.title }),
  }))
  const nobody = {
    id: 'none',
    label: t('picker.nobody'),
    icon: <span className="ticket-nobody" aria-hidden />,
    isOn: isOn(null),
  }
  return [...items.slice(0, 1), nobody, ...items.slice(1)]
}

function TagPicker({ tickets: given, onDone: _onDone }: Props): ReactNode {
  const { t } = useTranslation('tickets')
  const { rows } = useLiveQuery('ticket.tags', {})
  // Stays open for several tags: what was switched here is known before the engine's answer comes.
  const [tickets, setTickets] = useState(given)
  const used = new Set(tickets.flatMap((ticket) => ticket.tags))
  const names = [...used, ...rows.map((row) => row.key).filter((tag) => !used.has(tag))]
  const isOn = (tag: string): boolean => tickets.every((ticket) => ticket.tags.includes(tag))

  const toggle = (tag: string): void => {
    const on = !isOn(tag)
    void setTag(tickets, tag, on)
    setTickets(
      tickets.map((ticket) => ({
        ...ticket,
        tags: on ? [...new Set([...ticket.tags, tag])] : ticket.tags.filter((each) => each !== tag),
      })),
    )
  }
  return (
    <PickerList
      label={t('picker.tags')}
      placeholder={t('picker.searchTag')}
      items={names.map((tag) => ({ id: tag, label: tag, isOn: isOn(tag) }))}
      onPick={toggle}
      create={{ label: (tag) => t('picker.createTag', { tag }), normalize: toTag, run: toggle }}
      empty={t('picker.noTags')}
    />
  )
}

function PendingPicker({ tickets, onDone }: Props): ReactNode {
  const { t } = useTranslation('tickets')
  const formats = useFormats()
  const [nowMs] = useState(() => Date.now())
  const set = (atMs: number | null): void => {
    const label = atMs === null ? t('did.pendingNone') : t('did.pending', { value: formats.day(atMs) })
    void changeTickets(
      tickets,
      atMs === null ? { pendingUntil: null } : { pendingUntil: atMs, state: 'pending' },
      label,
    )
    onDone()
  }
  const items = [
    ...pendingChoices.map((choice) => ({
      id: choice,
      label: t(`pending.${choice}`),
      detail: formats.day(pendingDate(choice, nowMs)),
    })),
    { id: 'none', label: t('pending.none') },
  ]
  return (
    <>
      <PickerList
        label={t('picker.pending')}
        items={items}
        onPick={(id) => {
          const choice = pendingChoices.find((each) => each === id)
          set(choice ? pendingDate(choice, nowMs) : null)
        }}
      />
      <label className="ticket-picker-day">
        {t('pending.pick')}
        <input
          type="date"
          defaultValue={timeToDay(tickets[0]?.pendingUntil ?? null)}
          onKeyDown={(event) => {
            const atMs = event.key === 'Enter' ? dayToTime(event.currentTarget.value) : null
            if (atMs !== null) set(atMs)
          }}
          onBlur={(event) => {
            const atMs = dayToTime(event.currentTarget.value)
            if (atMs !== null && atMs !== tickets[0]?.pendingUntil) set(atMs)
          }}
        />
      </label>
    </>
  )
}
