/** A new ticket. Everything that is written is a draft until it is created, and comes back after a crash. */
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, TicketId } from '#shared/base/ids.ts'
import { runCommand } from '../../../state/commands.ts'
import { useDraft } from '../../../state/drafts.ts'
import { newId } from '../../../state/ids.ts'
import { navigate } from '../../../state/navigation.ts'
import type { TicketsView } from '../../../state/routes.ts'
import { setUi, useUi } from '../../../state/ui.ts'
import {
  Button,
  Dialog,
  InlineError,
  Kbd,
  PriorityIcon,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { Duplicates } from '../help/duplicates.tsx'
import { draftToForm, formToDraft, type NewTicketForm } from '../model/new-ticket-draft.ts'
import { priorityChoices, priorityNames } from '../model/ticket-names.ts'
import { usePersonItems } from '../pickers/ticket-picker.tsx'
import { openQueueDialog } from '../state/panel-state.ts'
import { useQueues } from '../list/view-names.ts'
import { TagField } from './tag-field.tsx'
import './new-ticket.css'

export function NewTicketDialog({ view }: { readonly view: TicketsView }): ReactNode {
  const isOpen = useUi((ui) => ui.newTicketOpen)
  return isOpen ? <LoadedDialog view={view} /> : null
}

/** The stored draft first: what is typed before it is known could only be joined with it, not put into its fields. */
function LoadedDialog({ view }: { readonly view: TicketsView }): ReactNode {
  const { isLoaded } = useDraft('ticket/new')
  return isLoaded ? <OpenDialog view={view} /> : null
}

function OpenDialog({ view }: { readonly view: TicketsView }): ReactNode {
  const { t } = useTranslation(['tickets', 'common', 'ui'])
  const draft = useDraft('ticket/new')
  const [form, setForm] = useState(() => draftToForm(draft.text))
  const [isAsked, setAsked] = useState(false)
  const queues = useQueues().filter((queue) => !queue.archived)
  const fromView = typeof view === 'string' ? undefined : queues.find((queue) => queue.key === view.queueId)
  const queue = queues.find((each) => each.key === form.queueId) ?? fromView ?? queues[0]
  const people = usePersonItems(() => false)

  const change = (part: Partial<NewTicketForm>): void => {
    const next = { ...form, ...part }
    setForm(next)
    draft.setText(formToDraft(next))
  }
  const close = (): void => {
    draft.flush()
    setUi({ newTicketOpen: false })
  }
  const discard = (): void => {
    draft.setText('')
    close()
  }
  const create = async (): Promise<void> => {
    setAsked(true)
    if (form.title.trim() === '' || !queue) return
    const ticketId = newId<TicketId>()
    const { tags, ...fields } = form
    const result = await runCommand('ticket.create', {
      ...fields,
      tags: [...tags],
      ticketId,
      queueId: queue.key,
    })
    if (!result.ok) return
    draft.clear()
    setUi({ newTicketOpen: false })
    navigate({ area: 'tickets', view, ticketId })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void create()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={close}
      size="large"
      title={t('create.title')}
      actions={
        <>
          <span className="new-ticket-kept">{t('create.kept')}</span>
          {draft.text === '' ? null : (
            <Button variant="ghost" onPress={discard}>
              {t('create.discard')}
            </Button>
          )}
          <Button variant="primary" trailing={<Kbd keys="Mod+Enter" />} onPress={() => void create()}>
            {t('action.create')}
          </Button>
        </>
      }
    >
      {}
      <div className="new-ticket" onKeyDownCapture={onKeyDown}>
        <TextField
          label={t('field.subject')}
          isLabelHidden
          className="new-ticket-title"
          placeholder={t('create.titlePlaceholder')}
          value={form.title}
          onChange={(title) => change({ title })}
          maxLength={300}
          isInvalid={isAsked && form.title.trim() === ''}
          errorMessage={t('create.titleMissing')}
          autoFocus
        />
        <TextArea
          label={t('field.description')}
          isLabelHidden
          className="new-ticket-description"
          placeholder={t('create.descriptionPlaceholder')}
          value={form.description}
          onChange={(description) => change({ description })}
          onBlur={draft.flush}
          minRows={6}
          maxRows={16}
        />
        <Duplicates
          title={form.title}
          description={form.description}
          onOpen={({ ticketId }) => {
            close()
            navigate({ area: 'tickets', view, ticketId })
          }}
        />
        {queue ? null : <InlineError>{t('create.noQueue')}</InlineError>}
        <div className="new-ticket-row">
          {queue ? (
            <Select
              label={t('field.queue')}
              options={queues.map(({ key, name }) => ({ id: key, label: name }))}
              value={queue.key}
              onChange={(queueId) => change({ queueId })}
            />
          ) : (
            <Button onPress={() => openQueueDialog('new')}>{t('queue.create')}</Button>
          )}
          <Select
            label={t('field.priority')}
            options={priorityChoices.map((priority) => ({
              id: String(priority),
              label: t(`ui:priority.${priorityNames[priority]}`),
              icon: <PriorityMark name={priorityNames[priority]} />,
            }))}
            value={String(form.priority)}
            onChange={(id) => change({ priority: priorityChoices.find((each) => String(each) === id) ?? 2 })}
          />
          <Select
            label={t('field.owner')}
            options={people.map(({ id, label, icon }) => ({ id, label, icon }))}
            value={form.ownerId ?? 'none'}
            onChange={(id) => change({ ownerId: id === 'none' ? null : (id as PersonId) })}
          />
        </div>
        <fieldset className="new-ticket-customer">
          <legend>{t('create.customerSection')}</legend>
          <div className="new-ticket-row">
            <TextField
              label={t('field.customerName')}
              value={form.customerName}
              onChange={(customerName) => change({ customerName })}
              maxLength={100}
            />
            <TextField
              label={t('field.customerEmail')}
              type="email"
              value={form.customerEmail}
              onChange={(customerEmail) => change({ customerEmail })}
              maxLength={254}
            />
            <TextField
              label={t('field.organisation')}
              value={form.organisation}
              onChange={(organisation) => change({ organisation })}
              maxLength={100}
            />
          </div>
        </fieldset>
        <TagField tags={form.tags} onChange={(tags) => change({ tags })} />
      </div>
    </Dialog>
  )
}

function PriorityMark({ name }: { readonly name: 'low' | 'normal' | 'high' | 'urgent' }): ReactNode {
  return (
    <span aria-hidden className="ticket-mark">
      <PriorityIcon priority={name} />
    </span>
  )
}
