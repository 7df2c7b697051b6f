/** Where it goes: a line for a note, the conversation of a message, what a ticket needs at the least. */
import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { priorityNames } from '../state/priority-names.ts'
import { ComboBox, PriorityIcon, Select, TextField } from '../ui/index.ts'
import { conversationTitle, type Capture } from './use-capture.ts'

/** In the order in which they are offered. */
const priorities = [4, 3, 2, 1] as const

export function CaptureFields({ capture }: { readonly capture: Capture }): ReactNode {
  const { t } = useTranslation(['capture', 'ui'])
  const { kind, conversation, conversations, queue, queues } = capture
  if (kind === 'note') {
    return (
      <p className="capture-hint">
        <Lock aria-hidden />
        {t('noteHint', { name: capture.notesName })}
      </p>
    )
  }
  if (kind === 'message') {
    return (
      <div className="capture-fields">
        <ComboBox
          label={t('conversation')}
          options={conversations.map((each) => ({ id: each.key, label: conversationTitle(each) }))}
          value={conversation?.key ?? null}
          onChange={capture.setConversation}
          isInvalid={capture.problem === 'no-conversation'}
        />
      </div>
    )
  }
  return (
    <div className="capture-fields">
      <Select
        label={t('queue')}
        options={queues.map(({ key, name }) => ({ id: key, label: name }))}
        value={queue?.key ?? null}
        onChange={capture.setQueue}
        isDisabled={queue === null}
      />
      <Select
        label={t('priority')}
        options={priorities.map((priority) => ({
          id: String(priority),
          label: t(`ui:priority.${priorityNames[priority]}`),
          icon: (
            <span aria-hidden className="capture-mark">
              <PriorityIcon priority={priorityNames[priority]} />
            </span>
          ),
        }))}
        value={String(capture.priority)}
        onChange={(id) => capture.setPriority(priorities.find((each) => String(each) === id) ?? 2)}
      />
      <TextField
        label={t('customer')}
        placeholder={t('optional')}
        value={capture.customer.text}
        onChange={capture.customer.setText}
        onBlur={capture.customer.flush}
        maxLength={100}
      />
    </div>
  )
}
