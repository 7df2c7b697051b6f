/**
 * What happens to a ticket, in order, without times: who it goes to, how far the dialogue gets, where it ends.
 * Old tickets are mostly closed, young ones mostly new or open.
 */
import type { Random } from '#shared/base/random.ts'
import type { TicketCase } from './cases.ts'
import { letters } from './content/letters.ts'
import type { Turn } from './scenarios.ts'
import { compileTemplate, type Template } from './template.ts'
import type { DemoTicketPriority, DemoTicketState } from './types.ts'

export type TicketStep = { readonly pauseHours: number } & (
  | { readonly type: 'owner' }
  | { readonly type: 'priority'; readonly to: DemoTicketPriority }
  | { readonly type: 'state'; readonly to: DemoTicketState; readonly by: 'agent' | 'dispatcher' | 'intake' }
  | { readonly type: 'agent' | 'customer' | 'note'; readonly text: Template }
)

export interface TicketPlan {
  readonly firstPriority: DemoTicketPriority
  readonly steps: readonly TicketStep[]
}

export function planTicket(ticketCase: TicketCase, random: Random): TicketPlan {
  const { scenario, text } = ticketCase
  const end = drawEnd(ticketCase.age, random)
  const raised = random.chance(0.25)
  const firstPriority = raised ? 3 : scenario.priority
  const steps: TicketStep[] = []
  if (raised && scenario.priority !== 3)
    steps.push({ type: 'priority', to: scenario.priority, pauseHours: 0.4 })
  if (end === 'new') {
    if (random.chance(0.15)) steps.push({ type: 'owner', pauseHours: 0.5 })
    return { firstPriority, steps }
  }

  const done = end === 'solved' || end === 'closed'
  const turns = done ? text.turns : text.turns.slice(0, openTurns(end, random))
  const unowned = end === 'open' && turns.length === 0 && random.chance(0.5)
  if (!unowned) steps.push({ type: 'owner', pauseHours: 0.8 })
  steps.push({ type: 'state', to: 'open', by: unowned ? 'dispatcher' : 'agent', pauseHours: 0.1 })
  const notes = random.shuffle(text.notes).slice(0, random.chance(0.75) ? (random.chance(0.3) ? 2 : 1) : 0)
  const noteAfter = Math.max(0, turns.length - 2)
  const solution = turns.findLastIndex((turn) => turn.from === 'agent')

  let waiting = false
  turns.forEach((turn, index) => {
    if (waiting && turn.from === 'customer') {
      addReply(steps, turn)
      steps.push({ type: 'state', to: 'open', by: 'intake', pauseHours: 0 })
      waiting = false
    } else {
      addReply(steps, turn)
    }
    if (index === noteAfter)
      for (const note of notes) steps.push({ type: 'note', text: note, pauseHours: 0.3 })
    const last = index === turns.length - 1
    if (done && index === solution) {
      steps.push({ type: 'state', to: 'solved', by: 'agent', pauseHours: 0.05 })
    } else if (turn.from === 'agent' && turns[index + 1]?.from === 'customer' && random.chance(0.5)) {
      steps.push({ type: 'state', to: 'pending', by: 'agent', pauseHours: 0.05 })
      waiting = true
    } else if (last && end === 'pending') {
      steps.push({ type: 'state', to: 'pending', by: 'agent', pauseHours: 0.1 })
    }
  })
  if (done && random.chance(0.06)) addReturn(steps, ticketCase, random)
  if (end === 'closed')
    steps.push({ type: 'state', to: 'closed', by: random.chance(0.7) ? 'intake' : 'agent', pauseHours: 100 })
  return { firstPriority, steps }
}

function addReply(steps: TicketStep[], turn: Turn): void {
  steps.push({ type: turn.from, text: turn.text, pauseHours: turn.from === 'agent' ? 4 : 7 })
}

/** The customer writes that it is back, and it is solved a second time. */
function addReturn(steps: TicketStep[], ticketCase: TicketCase, random: Random): void {
  const words = letters[ticketCase.language]
  const which = random.int(0, words.reopened.length - 1)
  steps.push(
    { type: 'customer', text: compileTemplate(words.reopened[which] ?? ''), pauseHours: 40 },
    { type: 'state', to: 'open', by: 'intake', pauseHours: 0 },
    { type: 'agent', text: compileTemplate(words.solvedAgain[which] ?? ''), pauseHours: 6 },
    { type: 'state', to: 'solved', by: 'agent', pauseHours: 0.05 },
  )
}

/** How many turns an unfinished ticket has: never the solution; a pending one ends with the agent's question. */
function openTurns(end: DemoTicketState, random: Random): number {
  if (end === 'pending') return 1
  return random.pick([0, 1, 2, 2])
}

/** Gives about 7 % new, 20 % open, 8 % pending, 20 % solved, 45 % closed over all ages. */
function drawEnd(age: number, random: Random): DemoTicketState {
  const [fresh, open, pending, solved] =
    age < 0.1
      ? [0.55, 0.4, 0.05, 0]
      : age < 0.2
        ? [0.12, 0.48, 0.25, 0.15]
        : age < 0.4
          ? [0, 0.36, 0.18, 0.46]
          : age < 0.55
            ? [0, 0.18, 0.08, 0.5]
            : [0, 0.025, 0, 0.04]
  const draw = random.next()
  if (draw < fresh) return 'new'
  if (draw < fresh + open) return 'open'
  if (draw < fresh + open + pending) return 'pending'
  return draw < fresh + open + pending + solved ? 'solved' : 'closed'
}
