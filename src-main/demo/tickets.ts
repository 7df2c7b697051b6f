/**
 * Tickets with their dialogue and history. Fields change only through `history`: the final state, priority and owner
 * are what the events lead to, and never anything else.
 */
import type { Random } from '#shared/base/random.ts'
import { dayMs, hourMs, minuteMs, nextWorkingMoment } from './calendar.ts'
import { createCaseBook, type TicketCase } from './cases.ts'
import { makeUlid } from './identifiers.ts'
import { queueKeys } from './scenarios.ts'
import { createTeams, type Teams } from './teams.ts'
import { renderTemplate } from './template.ts'
import { planTicket, type TicketStep } from './ticket-plan.ts'
import { writeAgentReply, writeCustomerReply, writeDescription } from './ticket-letters.ts'
import type {
  DemoDirectory,
  DemoNote,
  DemoOptions,
  DemoReply,
  DemoTicket,
  DemoTicketEvent,
  DemoTicketField,
  DemoTicketPriority,
  DemoTicketState,
} from './types.ts'

/** In order of creation. The same tickets for the same options and directory. */
export function* generateTickets(options: DemoOptions, directory: DemoDirectory): Generator<DemoTicket> {
  const book = createCaseBook(options, directory)
  const teams = createTeams(directory)
  const names = new Map(directory.people.map((person) => [person.id, person.name]))
  for (let index = 0; index < options.tickets; index += 1) {
    yield createTicket(book.at(index), { options, directory, teams, names })
  }
}

interface Surroundings {
  readonly options: DemoOptions
  readonly directory: DemoDirectory
  readonly teams: Teams
  readonly names: ReadonlyMap<string, string>
}

function createTicket(ticketCase: TicketCase, around: Surroundings): DemoTicket {
  const { options, directory, teams } = around
  const { scenario, language, contact } = ticketCase
  const random = ticketCase.random.fork('ticket')
  const channel = random.chance(0.6) ? 'email' : random.chance(0.6) ? 'web' : 'phone'
  const dispatcher = teams.pickDispatcher(random)
  const agent = teams.pickOwner(scenario.queue, language, random)
  const signature = around.names.get(agent) ?? ''

  const plan = planTicket(ticketCase, random)
  const times = placeSteps(ticketCase.at, plan, options.now, random)
  const fields: Fields = { state: 'new', priority: plan.firstPriority, ownerId: null }
  const replies: DemoReply[] = []
  const notes: DemoNote[] = []
  const history: DemoTicketEvent[] = []
  let pendingUntil: number | null = null

  plan.steps.forEach((step, index) => {
    const at = times[index] ?? ticketCase.at
    const id = makeUlid(at, random)
    const change = (field: DemoTicketField, to: string | number, actorId: string): void => {
      history.push({ id, at, actorId, field, from: setField(fields, field, to), to })
    }
    switch (step.type) {
      case 'owner':
        change('ownerId', agent, random.chance(0.5) ? agent : dispatcher)
        break
      case 'priority':
        change('priority', step.to, dispatcher)
        break
      case 'state':
        change(
          'state',
          step.to,
          step.by === 'agent' ? agent : step.by === 'dispatcher' ? dispatcher : directory.intake,
        )
        pendingUntil =
          step.to === 'pending' ? nextWorkingMoment(options.now + random.int(1, 9) * dayMs, random) : null
        break
      case 'note':
        notes.push({ id, authorId: agent, text: renderTemplate(step.text, random, ticketCase.slot) })
        break
      case 'agent':
        replies.push({
          id,
          authorId: agent,
          from: 'agent',
          text: writeAgentReply(
            ticketCase,
            step.text,
            { channel, signature, first: replies.length === 0 },
            random,
          ),
          channel: channel === 'phone' ? 'email' : channel,
        })
        break
      case 'customer':
        replies.push({
          id,
          authorId: null,
          from: 'customer',
          text: writeCustomerReply(ticketCase, step.text, channel, random),
          channel,
        })
        break
    }
  })

  return {
    id: makeUlid(ticketCase.at, random),
    number: ticketCase.number,
    queueId: pickQueue(ticketCase, directory),
    title: ticketCase.title,
    description: writeDescription(ticketCase, channel, random),
    createdBy: channel === 'phone' ? dispatcher : directory.intake,
    customer: { name: contact.name, email: contact.email, organisation: ticketCase.organisation.name },
    ...fields,
    tags: random.chance(0.85) ? scenario.tags : scenario.tags.slice(0, 1),
    language: ticketCase.language,
    replies,
    notes,
    history,
    pendingUntil,
  }
}

interface Fields {
  state: DemoTicketState
  priority: DemoTicketPriority
  ownerId: string | null
}

/** Sets the field and returns what was there before. */
function setField(fields: Fields, field: DemoTicketField, to: string | number): string | number | null {
  if (field === 'queueId') throw new Error('Demo tickets stay in their queue')
  const from = fields[field]
  Object.assign(fields, { [field]: to })
  return from
}

/** Queues of a second site come after the first six and take the English tickets. */
function pickQueue(ticketCase: TicketCase, directory: DemoDirectory): string {
  const key = queueKeys.indexOf(ticketCase.scenario.queue)
  const second = ticketCase.language === 'en' ? directory.queues[key + queueKeys.length] : undefined
  const queue = second ?? directory.queues[key % directory.queues.length]
  if (!queue) throw new Error('The demo needs at least one queue')
  return queue.id
}

/** Times for the steps, strictly rising, in working hours where there is room for it before `now`. */
function placeSteps(
  created: number,
  plan: { readonly steps: readonly TicketStep[] },
  now: number,
  random: Random,
): readonly number[] {
  const limit = now - minuteMs - random.int(0, 20) * minuteMs * (now - created > dayMs ? 1 : 0)
  const times: number[] = []
  let at = created
  for (const step of plan.steps) {
    const pauseMs = step.pauseHours * hourMs * (0.3 + random.next() * 1.4)
    at =
      pauseMs < 10 * minuteMs
        ? at + 2000 + Math.floor(pauseMs)
        : nextWorkingMoment(Math.floor(at + pauseMs), random)
    times.push(at)
  }
  const last = times.at(-1) ?? created
  const scale = last > limit ? Math.max(0, limit - created) / (last - created) : 1
  let before = created
  return times.map((time) => {
    before = Math.max(before + 1, Math.floor(created + (time - created) * scale))
    return before
  })
}
