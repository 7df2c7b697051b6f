/** Puts the matter of a ticket into the form of its channel: e-mail with greeting and signature, web form, phone note. */
import type { Random } from '#shared/base/random.ts'
import type { TicketCase } from './cases.ts'
import { letters } from './content/letters.ts'
import { renderTemplate, type Template } from './template.ts'

type Channel = 'email' | 'web' | 'phone'

export function writeDescription(ticketCase: TicketCase, channel: Channel, random: Random): string {
  const { contact, language, organisation, round, slot, text } = ticketCase
  const template =
    text.descriptions[(round + ticketCase.random.fork('description').int(0, 1)) % text.descriptions.length]
  const matter = renderTemplate(template ?? [], random, slot)
  const words = letters[language]
  if (channel === 'phone') {
    const time = slot('time')
    return random.pick(words.phone).replace('{name}', contact.name).replace('{time}', time) + matter
  }
  if (channel === 'web' || random.chance(0.25)) return matter
  const closing = `${random.pick(words.customerClosings)}\n${contact.name}`
  return `${random.pick(words.customerOpenings)}\n\n${matter}\n\n${closing}${random.chance(0.5) ? `\n${organisation.name}` : ''}`
}

export function writeAgentReply(
  ticketCase: TicketCase,
  template: Template,
  letter: { readonly channel: Channel; readonly signature: string; readonly first: boolean },
  random: Random,
): string {
  const matter = renderTemplate(template, random, ticketCase.slot)
  if (letter.channel === 'web' && !letter.first) return matter
  const words = letters[ticketCase.language]
  const opening = random
    .pick<string>(letter.first ? words.agentOpenings : words.agentFollowUps)
    .replace('{address}', ticketCase.contact.address)
  if (letter.channel === 'web') return `${opening}\n\n${matter}`
  return `${opening}\n\n${matter}\n\n${random.pick<string>(words.agentClosings)}\n${letter.signature}`
}

export function writeCustomerReply(
  ticketCase: TicketCase,
  template: Template,
  channel: Channel,
  random: Random,
): string {
  const matter = renderTemplate(template, random, ticketCase.slot)
  if (channel !== 'email' || random.chance(0.55)) return matter
  return `${matter}\n\n${random.pick<string>(letters[ticketCase.language].customerClosings)}\n${ticketCase.contact.name}`
}
