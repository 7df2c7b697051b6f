/** What can happen in one step, and how often: people's work, and everything that goes wrong around it. */
import type { Random } from '#shared/base/random.ts'
import type { Made, Step, StepDeps } from './step.ts'
import { createTroubleSteps } from './trouble-steps.ts'
import { createWorkSteps } from './work-steps.ts'

export type StepName = keyof ReturnType<typeof createWorkSteps> | keyof ReturnType<typeof createTroubleSteps>

const weights: Record<StepName, number> = {
  newChannel: 2,
  newQueue: 2,
  send: 14,
  edit: 4,
  react: 4,
  remove: 2,
  erase: 1,
  draft: 3,
  read: 2,
  newTicket: 7,
  claim: 5,
  change: 6,
  tag: 4,
  reply: 7,
  note: 5,
  settleClash: 1,
  move: 2,
  profile: 1,
  goOffline: 4,
  comeBack: 5,
  cut: 3,
  tear: 2,
  repeat: 2,
  calm: 3,
  crashClient: 2,
  crashServer: 1,
  backUpServer: 0.5,
  restoreServer: 0.5,
  newerKind: 1,
  startServer: 3,
  skew: 1,
  wait: 3,
  closeChannel: 1,
  closeQueue: 1,
}

export function createSteps(deps: StepDeps) {
  const { random, clients, trace } = deps
  const made: Made = { channels: [], queues: [], messages: [], tickets: [] }
  const steps: Record<StepName, Step> = { ...createWorkSteps(deps, made), ...createTroubleSteps(deps, made) }
  const counts: Partial<Record<StepName, number>> = {}

  return {
    async run(step: number) {
      // Something to work on has to be there first.
      const forced = step < 2 ? (['newChannel', 'newQueue'] as const)[step] : undefined
      const name = forced ?? pickStep(random)
      const client = random.pick(clients)
      counts[name] = (counts[name] ?? 0) + 1
      trace(`${String(step)} ${client.name} ${name}`)
      await steps[name](client)
    },
    counts: () => ({ ...counts }),
  }
}

function pickStep(random: Random): StepName {
  const names = Object.keys(weights) as StepName[]
  let left = random.next() * names.reduce((sum, name) => sum + weights[name], 0)
  for (const name of names) {
    left -= weights[name]
    if (left < 0) return name
  }
  return random.pick(names)
}
