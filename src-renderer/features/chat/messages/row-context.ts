/** What every message row needs alike; one object, so that a row is drawn again only when its own message changes. */
import type { MessageId, PersonId } from '#shared/base/ids.ts'
import type { MessageRow } from '#shared/contract/chat.ts'
import type { PersonRow } from '#shared/contract/workspace.ts'
import type { Formats } from '../../../i18n/formats.ts'
import type { ChatText } from '../chat-text.ts'
import type { Point } from '../../../ui/index.ts'

export interface RowActions {
  readonly openMenu: (message: MessageRow, at: Point) => void
  readonly openReactions: (message: MessageRow, at: Point) => void
  readonly reply: (message: MessageRow) => void
  readonly edit: (message: MessageRow) => void
  readonly endEdit: (messageId: MessageId) => void
  readonly jumpTo: (messageId: MessageId) => void
  readonly useTopic: (topic: string) => void
}

export interface RowContext {
  readonly t: ChatText
  readonly formats: Formats
  readonly people: ReadonlyMap<PersonId, PersonRow>
  readonly meId: PersonId | null
  readonly actions: RowActions
}

export function nameOf(id: PersonId | null, { people, t }: Pick<RowContext, 'people' | 't'>): string {
  return (id !== null && people.get(id)?.name) || t('common:unknownPerson')
}
