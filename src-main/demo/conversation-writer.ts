/** Writes one conversation after another for a channel: topic, language, speakers, and the ticket it is about. */
import type { Random } from '#shared/base/random.ts'
import { createBag, type Draw } from './bag.ts'
import type { CaseBook, TicketCase } from './cases.ts'
import type { ChannelPlan, PlannedTopic } from './channel-plan.ts'
import type { Conversation, ConversationBook } from './conversations.ts'
import type { QueueKey, Scenario, ScenarioText } from './scenarios.ts'
import { createSlots } from './slots.ts'
import { renderTemplate, type SlotReader, type Template } from './template.ts'
import type { DemoChannel, DemoDirectory, DemoLanguage, DemoPerson } from './types.ts'

export interface SpokenLine {
  readonly authorId: string
  readonly text: string
  readonly topic: string | null
  readonly category: string
}

export interface ConversationWriter {
  /** The next conversation, as held at that time (epoch milliseconds). */
  next(at: number): readonly SpokenLine[]
}

export interface ConversationWriterDeps {
  readonly directory: DemoDirectory
  readonly cases: CaseBook
  readonly conversations: ConversationBook
  readonly channel: DemoChannel
  readonly plan: ChannelPlan
  readonly random: Random
}

export function createConversationWriter(deps: ConversationWriterDeps): ConversationWriter {
  const { cases, plan, random } = deps
  const members = membersOf(deps)
  const bags = new Map<string, Draw<readonly [number, Conversation]>>()
  const recent: string[] = []
  const scenarioBags = new Map<string, Draw<Scenario>>()
  const talkedAbout: number[] = []
  let serial = 0

  const draw = (category: string, language: DemoLanguage, finished: boolean): Conversation => {
    const key = `${category} ${language} ${String(finished)}`
    let bag = bags.get(key)
    if (!bag) {
      const all = [...(deps.conversations[language].get(category) ?? []).entries()]
      const speakers = plan.kind === 'direct' ? 2 : 4
      const fitting = all.filter(([, talk]) => speakersOf(talk) <= speakers && (finished || !tellsEnd(talk)))
      bag = createBag(fitting, random.fork(key))
      bags.set(key, bag)
    }
    let [index, conversation] = bag()
    // The same place in either language holds the same talk: not twice in short order.
    if (recent.includes(`${category} ${String(index)}`)) [index, conversation] = bag()
    recent.push(`${category} ${String(index)}`)
    if (recent.length > 6) recent.shift()
    return conversation
  }

  return {
    next(at) {
      serial += 1
      const own = random.fork(String(serial))
      const topic = plan.kind === 'direct' ? null : pickTopic(plan.topics, own)
      const wanted = topic?.category ?? 'direct'
      const ticket =
        wanted === 'tickets' || (wanted === 'direct' && own.chance(0.55)) ? pickTicket(at, own) : null
      const language = ticket?.language ?? pickLanguage(plan, members, own)
      const scenario = ticket ? null : pickScenario(wanted, own)
      const category = ticket ? 'tickets' : scenario ? 'cases' : wanted === 'tickets' ? 'customer' : wanted
      const conversation = draw(category, language, !ticket || ticket.age > 0.45)
      const speakers = pickSpeakers(members[language], conversation, own, plan.kind === 'direct')
      const talk = { ticket, text: ticket?.text ?? scenario?.texts[language] ?? null, language, at, speakers }
      const slot = slotsFor(deps, talk, own)
      return conversation.map((line) => ({
        authorId: speakers[line.speaker % speakers.length]?.id ?? deps.directory.me,
        text: renderTemplate(line.text, own, slot),
        topic: topic?.name ?? null,
        category,
      }))
    },
  }

  /** Trade channels often talk about cases of their trade that have no ticket in the set. */
  function pickScenario(category: string, own: Random): Scenario | null {
    const queue = scenarioQueues[category]
    if (queue === undefined || !own.chance(0.62)) return null
    const key = `scenarios of ${category}`
    let bag = scenarioBags.get(key)
    if (!bag) {
      const fitting = cases.scenarios.filter((scenario) => queue === 'any' || scenario.queue === queue)
      bag = createBag(fitting, random.fork(key))
      scenarioBags.set(key, bag)
    }
    return bag()
  }

  /** A ticket of the last days that this channel has not just talked about, in a language spoken here. */
  function pickTicket(at: number, own: Random): TicketCase | null {
    const count = cases.countAt(at)
    for (let attempt = 0; attempt < 6 && count > 0; attempt += 1) {
      const index = Math.max(0, count - 1 - Math.floor(own.next() ** 2 * 25))
      if (talkedAbout.includes(index)) continue
      const found = cases.at(index)
      if (members[found.language].length < 2 || !speaks(plan, found.language)) continue
      talkedAbout.push(index)
      if (talkedAbout.length > 30) talkedAbout.shift()
      return found
    }
    return null
  }
}

const scenarioQueues: Readonly<Record<string, QueueKey | 'any'>> = {
  building: 'building',
  network: 'network',
  wind: 'wind',
  parts: 'parts',
  workshop: 'parts',
  tickets: 'any',
  oncall: 'any',
  customer: 'any',
  direct: 'any',
}

/** How often a topic comes up, relative to others; 1 where nothing is said. */
const topicWeights: Readonly<Record<string, number>> = {
  tickets: 4,
  tour: 2,
  tools: 0.35,
  safety: 0.6,
  office: 0.7,
  people: 0.7,
}

function pickTopic(topics: readonly PlannedTopic[], random: Random): PlannedTopic | null {
  const total = topics.reduce((sum, topic) => sum + (topicWeights[topic.category] ?? 1), 0)
  let draw = random.next() * total
  for (const topic of topics) {
    draw -= topicWeights[topic.category] ?? 1
    if (draw < 0) return topic
  }
  return topics.at(-1) ?? null
}

type Members = Readonly<Record<DemoLanguage, readonly DemoPerson[]>>

/** Everybody here writes English when needed; German is for those who speak it. */
function membersOf({ channel, directory, plan }: ConversationWriterDeps): Members {
  const people = directory.people.filter((person) => channel.memberIds.includes(person.id))
  const native = people.filter((person) => person.language === 'de')
  const english = people.filter((person) => person.language === 'en')
  if (plan.kind === 'direct') return { de: native, en: english.length > 0 ? people : [] }
  return { de: native, en: [...english, ...english, ...people] }
}

function speaks(plan: ChannelPlan, language: DemoLanguage): boolean {
  if (plan.kind === 'direct') return true
  return language === 'de' ? plan.germanShare > 0 : plan.germanShare < 1
}

function pickLanguage(plan: ChannelPlan, members: Members, random: Random): DemoLanguage {
  if (plan.kind === 'direct') return members.de.length === 2 ? 'de' : 'en'
  return random.chance(plan.germanShare) ? 'de' : 'en'
}

function pickSpeakers(
  people: readonly DemoPerson[],
  conversation: Conversation,
  random: Random,
  direct: boolean,
): readonly DemoPerson[] {
  if (direct) return random.chance(0.5) ? people : [...people].reverse()
  const count = speakersOf(conversation)
  const speakers = new Set<DemoPerson>()
  for (let attempt = 0; speakers.size < count && attempt < 40; attempt += 1) speakers.add(random.pick(people))
  return [...speakers]
}

function speakersOf(conversation: Conversation): number {
  return 1 + Math.max(...conversation.map((line) => line.speaker))
}

/** Whether it says how the case ended, or was found out on the way there. */
function tellsEnd(conversation: Conversation): boolean {
  return conversation.some((line) => mentions(line.text, 'outcome') || mentions(line.text, 'note'))
}

function mentions(template: Template, name: string): boolean {
  return template.some((part) => {
    if (typeof part === 'string') return false
    return 'slot' in part ? part.slot === name : part.options.some((option) => mentions(option, name))
  })
}

interface Talk {
  readonly ticket: TicketCase | null
  readonly text: ScenarioText | null
  readonly language: DemoLanguage
  readonly at: number
  readonly speakers: readonly DemoPerson[]
}

function slotsFor({ cases }: ConversationWriterDeps, talk: Talk, random: Random): SlotReader {
  const { ticket, language, at, speakers, text } = talk
  const organisation = random.pick(cases.organisations[language])
  const general = ticket
    ? ticket.slot
    : createSlots({
        random,
        language,
        at,
        organisation,
        otherOrganisation: random.pick(cases.organisations[language]),
        contact: random.pick(organisation.contacts),
        technician: random.pick(cases.technicians[language]),
      })
  return (name) => {
    const speaker = 'ABCD'.indexOf(name.replace('@', ''))
    if (name.length <= 2 && speaker >= 0) {
      const person = speakers[speaker % speakers.length]
      return name.startsWith('@') ? `@${person?.name ?? ''}` : (person?.name.split(' ')[0] ?? '')
    }
    if (ticket && name === 'ticket') return String(ticket.number)
    if (ticket && name === 'title') return ticket.title
    if (ticket && name === 'priority') return String(ticket.scenario.priority)
    const template = text ? scenarioPart(text, name, random) : undefined
    return template ? renderTemplate(template, random, general) : general(name)
  }
}

function scenarioPart(text: ScenarioText, name: string, random: Random): Template | undefined {
  switch (name) {
    case 'asks':
      return text.asks
    case 'answers':
      return text.answers
    case 'outcome':
      return text.outcome
    case 'description':
      return random.pick(text.descriptions)
    case 'question':
      return text.turns[0]?.text
    case 'note':
      return random.pick(text.notes)
    default:
      return undefined
  }
}
