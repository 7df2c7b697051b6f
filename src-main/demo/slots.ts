/**
 * Values for the slots of templates. Within one case a slot always has the same value, whoever asks first: each is
 * drawn from the case's seed and the slot's name. So a chat about a ticket names the same device as the ticket.
 */
import type { Random } from '#shared/base/random.ts'
import { dayMs, isWeekend, localOffset } from './calendar.ts'
import { vocabulary } from './content/vocabulary.ts'
import type { Contact, Organisation } from './organisations.ts'
import type { SlotReader } from './template.ts'
import type { DemoLanguage } from './types.ts'

export interface SlotContext {
  readonly random: Random
  readonly language: DemoLanguage
  /** What "today" is for dates in the text, epoch milliseconds. */
  readonly at: number
  readonly organisation: Organisation
  readonly otherOrganisation: Organisation
  readonly contact: Contact
  /** First name of the colleague who drives there. */
  readonly technician: string
  /** Values that the caller knows better, for example names of the people talking. */
  readonly fixed?: Readonly<Record<string, string>>
}

export function createSlots(context: SlotContext): SlotReader {
  const known = new Map<string, string>()
  return (name) => {
    const fixed = context.fixed?.[name]
    if (fixed !== undefined) return fixed
    let value = known.get(name)
    if (value === undefined) {
      value = drawSlot(name, context, context.random.fork(name))
      known.set(name, value)
    }
    return value
  }
}

function drawSlot(name: string, context: SlotContext, random: Random): string {
  const { language } = context
  if (name.endsWith('Cap')) {
    const value = drawSlot(name.slice(0, -3), context, context.random.fork(name.slice(0, -3)))
    return value.charAt(0).toUpperCase() + value.slice(1)
  }
  const words = vocabulary[language][name] ?? vocabulary.both[name]
  if (words) return random.pick(words)
  switch (name) {
    case 'org':
      return context.organisation.name
    case 'org2':
      return context.otherOrganisation.name
    case 'town':
      return context.organisation.town
    case 'town2':
      return context.otherOrganisation.town
    case 'customer':
      return context.contact.name
    case 'techfirst':
      return context.technician
    case 'n':
    case 'n2':
      return String(random.int(2, 9))
    case 'nn':
      return String(random.int(12, 48))
    case 'nn2':
      return String(random.int(76, 96))
    case 'digits':
      return String(random.int(1000, 9999))
    case 'time':
      return clock(random, 7, 12)
    case 'time2':
      return clock(random, 14, 18)
    case 'time3':
      return clock(random, 19, 23)
    case 'lunch':
      return random.pick(['11:45', '12:00', '12:15', '12:30'])
    case 'morning':
      return random.pick(['7:30', '7:45', '8:00', '8:15', '8:30'])
    case 'date':
      return dateText(workday(context.at + random.int(2, 12) * dayMs), language)
    case 'date2':
      return dateText(workday(context.at + random.int(20, 60) * dayMs), language)
    case 'pastdate':
      return dateText(workday(context.at - random.int(3, 40) * dayMs), language)
    case 'serial':
      return `${random.pick(['SN', 'KB', 'TH', 'NQ', 'VX'])}${String(random.int(10, 24))}-${String(random.int(100_000, 999_999))}`
    case 'ip':
      return `10.${String(random.int(10, 60))}.${String(random.int(0, 31))}.${String(random.int(20, 240))}`
    case 'order':
      return `45${String(random.int(100_000, 999_999))}`
    case 'invoice':
      return `RE-${String(random.int(20_000, 89_999))}`
    default:
      throw new Error(`No values for the demo slot "${name}"`)
  }
}

function clock(random: Random, fromHour: number, toHour: number): string {
  const minute = random.int(0, 11) * 5
  return `${String(random.int(fromHour, toHour - 1))}:${String(minute).padStart(2, '0')}`
}

function workday(timeMs: number): number {
  return isWeekend(timeMs) ? timeMs + 2 * dayMs : timeMs
}

const englishMonths =
  'January February March April May June July August September October November December'.split(' ')

function dateText(timeMs: number, language: DemoLanguage): string {
  const date = new Date(timeMs + localOffset(timeMs))
  const day = date.getUTCDate()
  const month = date.getUTCMonth()
  return language === 'en'
    ? `${String(day)} ${englishMonths[month] ?? ''}`
    : `${String(day)}.${String(month + 1)}.`
}
