/**
 * The form for a new ticket as one text, because a draft is a text: JSON of all fields. A text that is no such JSON
 * (from an older version, or damaged) becomes the description: nothing that somebody wrote is lost.
 */
import type { PersonId, QueueId } from '#shared/base/ids.ts'
import type { TicketPriority } from '#shared/model/ticket/ticket.ts'

export interface NewTicketForm {
  readonly title: string
  readonly description: string
  readonly queueId: QueueId | null
  readonly priority: TicketPriority
  readonly ownerId: PersonId | null
  readonly customerName: string
  readonly customerEmail: string
  readonly organisation: string
  readonly tags: readonly string[]
}

export const emptyForm: NewTicketForm = {
  title: '',
  description: '',
  queueId: null,
  priority: 2,
  ownerId: null,
  customerName: '',
  customerEmail: '',
  organisation: '',
  tags: [],
}

/** Empty where nothing was written: choices alone are no draft. */
export function formToDraft(form: NewTicketForm): string {
  return hasWords(form) ? JSON.stringify(form) : ''
}

export function draftToForm(text: string): NewTicketForm {
  if (text.trim() === '') return emptyForm
  const stored = parseObject(text)
  if (!stored) return { ...emptyForm, description: text }
  const line = (name: string): string => (typeof stored[name] === 'string' ? stored[name] : '')
  const { priority, tags } = stored
  return {
    title: line('title'),
    description: line('description'),
    queueId: (line('queueId') || null) as QueueId | null,
    priority: priority === 1 || priority === 3 || priority === 4 ? priority : 2,
    ownerId: (line('ownerId') || null) as PersonId | null,
    customerName: line('customerName'),
    customerEmail: line('customerEmail'),
    organisation: line('organisation'),
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
  }
}

export function hasWords({
  title,
  description,
  customerName,
  customerEmail,
  organisation,
  tags,
}: NewTicketForm): boolean {
  return [title, description, customerName, customerEmail, organisation, ...tags].some(
    (text) => text.trim() !== '',
  )
}

/** What was typed into a tag field, as the contract stores it; empty for what is no tag. */
export function toTag(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('en').replace(/^#+/, '').slice(0, 60)
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    const isForm = typeof value === 'object' && value !== null && 'title' in value
    return isForm ? value : null
  } catch {
    return null
  }
}
