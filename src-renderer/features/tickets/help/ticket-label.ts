/** What a ticket is called in a line: its number, or the code that it has from birth. */
import type { TicketRef } from '#shared/contract/help.ts'

export function ticketLabel({ number, code }: Pick<TicketRef, 'number' | 'code'>): string {
  return number === null ? code : `#${number}`
}
