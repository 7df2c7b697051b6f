/**
 * The case behind each ticket: scenario, language, customer, devices. Tickets and the chat about them both ask here
 * by index, so that "#10423" means the same thing in either place.
 */
import { createRandom, type Random } from '#shared/base/random.ts'
import { workingDays, workingMoment } from './calendar.ts'
import {
  createOrganisations,
  type Contact,
  type Organisation,
  type OrganisationsByLanguage,
} from './organisations.ts'
import { readScenarios, type Scenario, type ScenarioText } from './scenarios.ts'
import { createSlots } from './slots.ts'
import { renderTemplate, type SlotReader } from './template.ts'
import type { DemoDirectory, DemoLanguage, DemoOptions } from './types.ts'

export interface TicketCase {
  readonly index: number
  readonly number: number
  /** Time of creation, epoch milliseconds. */
  readonly at: number
  /** 0 for the newest ticket, towards 1 for the oldest. */
  readonly age: number
  readonly language: DemoLanguage
  readonly scenario: Scenario
  readonly text: ScenarioText
  readonly organisation: Organisation
  readonly contact: Contact
  readonly title: string
  /** How often this scenario came in this language before: picks among the descriptions. */
  readonly round: number
  readonly slot: SlotReader
  readonly random: Random
}

export interface CaseBook {
  readonly scenarios: readonly Scenario[]
  readonly organisations: OrganisationsByLanguage
  readonly technicians: Readonly<Record<DemoLanguage, readonly string[]>>
  at(index: number): TicketCase
  /** How many tickets exist at that time. */
  countAt(timeMs: number): number
}

const firstNumber = 10_118

export function createCaseBook(options: DemoOptions, directory: DemoDirectory): CaseBook {
  const random = createRandom(options.seed).fork('cases')
  const scenarios = readScenarios()
  const times = drawTimes(options, random.fork('times'))
  const order = drawScenarioOrder(options.tickets, scenarios.length, random.fork('order'))
  const organisations = createOrganisations(Math.ceil(options.people / 2), random.fork('organisations'))
  const technicians = { de: firstNamesOf(directory, 'de'), en: firstNamesOf(directory, 'en') }

  return {
    scenarios,
    organisations,
    technicians,
    countAt: (timeMs) => countUpTo(times, timeMs),
    at(index) {
      const at = times[index]
      const scenario = scenarios[order[index] ?? 0]
      if (at === undefined || !scenario) throw new Error(`No demo ticket with index ${String(index)}`)
      const own = random.fork(`case ${String(index)}`)
      const block = Math.floor(index / scenarios.length)
      const language = own.chance(0.08) ? 'de' : (block + (order[index] ?? 0)) % 2 === 0 ? 'de' : 'en'
      const organisation = own.pick(organisations[language])
      const contact = own.pick(organisation.contacts)
      const slot = createSlots({
        random: own,
        language,
        at,
        organisation,
        otherOrganisation: own.pick(organisations[language]),
        contact,
        technician: own.pick(technicians[language]),
      })
      const text = scenario.texts[language]
      return {
        index,
        number: firstNumber + index,
        at,
        age: 1 - (index + 1) / options.tickets,
        language,
        scenario,
        text,
        organisation,
        contact,
        title: renderTemplate(text.title, own.fork('title'), slot),
        round: Math.floor(block / 2),
        slot,
        random: own,
      }
    },
  }
}

/** Sorted times of creation: most spread over the period, a fifth in the last days, the last minutes before `now`. */
function drawTimes(options: DemoOptions, random: Random): Float64Array {
  const days = workingDays(options.now, options.months)
  const recentDays = Math.min(days.length, 6)
  const times = new Float64Array(options.tickets)
  for (let index = 0; index < times.length; index += 1) {
    const recent = random.chance(0.18)
    const from = recent ? days.length - recentDays : 0
    const day = days[from + Math.floor(random.next() ** 0.85 * (days.length - from))] ?? options.now
    const at = workingMoment(day, random) + random.int(0, 59_999)
    times[index] = at < options.now ? at : options.now - random.int(4, 170) * 60_000
  }
  times.sort()
  for (let index = 0; index < Math.min(3, times.length); index += 1) {
    times[times.length - 1 - index] = options.now - (3 + index * 11) * 60_000 - random.int(0, 50_000)
  }
  return times.sort()
}

/** Every scenario once, in random order, before any comes again. */
function drawScenarioOrder(count: number, scenarios: number, random: Random): Uint16Array {
  const order = new Uint16Array(count)
  const all = Array.from({ length: scenarios }, (_, index) => index)
  for (let start = 0; start < count; start += scenarios) {
    order.set(random.shuffle(all).slice(0, count - start), start)
  }
  return order
}

function firstNamesOf(directory: DemoDirectory, language: DemoLanguage): readonly string[] {
  return directory.people
    .filter(
      (person) => person.language === language && person.role === 'agent' && person.id !== directory.intake,
    )
    .map((person) => person.name.split(' ')[0] ?? person.name)
}

function countUpTo(times: Float64Array, timeMs: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) <= timeMs) low = middle + 1
    else high = middle
  }
  return low
}
