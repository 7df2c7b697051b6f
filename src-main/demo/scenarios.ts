/**
 * Reads the ticket scenarios. `== key | queue | priority | tags` opens one; `de` and `en` on a line of their own open
 * its texts: T title, D description (any number), A and C turns of agent and customer, N internal notes, and for the chat
 * about it Q (asks), R (answers), F (what became of it).
 */
import { buildingScenarios } from './content/scenarios/building.ts'
import { logisticsScenarios } from './content/scenarios/logistics.ts'
import { moreScenarios } from './content/scenarios/more.ts'
import { networkScenarios } from './content/scenarios/network.ts'
import { serviceDeskScenarios } from './content/scenarios/service-desk.ts'
import { windScenarios } from './content/scenarios/wind.ts'
import { compileTemplate, type Template } from './template.ts'
import type { DemoLanguage, DemoTicketPriority } from './types.ts'

export const queueKeys = ['desk', 'network', 'building', 'wind', 'parts', 'accounts'] as const
export type QueueKey = (typeof queueKeys)[number]

export interface Turn {
  readonly from: 'agent' | 'customer'
  readonly text: Template
}

export interface ScenarioText {
  title: Template
  readonly descriptions: Template[]
  readonly turns: Turn[]
  readonly notes: Template[]
  asks: Template
  answers: Template
  outcome: Template
}

export interface Scenario {
  readonly key: string
  readonly queue: QueueKey
  readonly priority: DemoTicketPriority
  readonly tags: readonly string[]
  readonly texts: Readonly<Record<DemoLanguage, ScenarioText>>
}

export function readScenarios(): readonly Scenario[] {
  const sources = [
    networkScenarios,
    buildingScenarios,
    windScenarios,
    serviceDeskScenarios,
    logisticsScenarios,
    moreScenarios,
  ]
  return sources.flatMap((source) => source.split(/^== /m).slice(1).map(readScenario))
}

function readScenario(source: string): Scenario {
  const [head = '', ...lines] = source.trim().split('\n')
  const [key = '', queue = '', priority = '', tags = ''] = head.split('|').map((part) => part.trim())
  const queueKey = queueKeys.find((known) => known === queue)
  if (!queueKey) throw new Error(`Scenario ${key} names the unknown queue ${queue}`)
  const texts = { de: emptyText(), en: emptyText() }
  let language: DemoLanguage = 'de'
  for (const line of lines) {
    if (line === 'de' || line === 'en') language = line
    else addLine(texts[language], line)
  }
  return { key, queue: queueKey, priority: readPriority(priority), tags: tags.split(','), texts }
}

function addLine(text: ScenarioText, line: string): void {
  const template = compileTemplate(line.slice(2))
  switch (line.slice(0, 2)) {
    case 'T ':
      text.title = template
      break
    case 'D ':
      text.descriptions.push(template)
      break
    case 'A ':
      text.turns.push({ from: 'agent', text: template })
      break
    case 'C ':
      text.turns.push({ from: 'customer', text: template })
      break
    case 'N ':
      text.notes.push(template)
      break
    case 'Q ':
      text.asks = template
      break
    case 'R ':
      text.answers = template
      break
    case 'F ':
      text.outcome = template
      break
    default:
      throw new Error(`Unknown line in a scenario: ${line}`)
  }
}

function emptyText(): ScenarioText {
  return { title: [], descriptions: [], turns: [], notes: [], asks: [], answers: [], outcome: [] }
}

function readPriority(text: string): DemoTicketPriority {
  if (text === '1') return 1
  if (text === '2') return 2
  return text === '4' ? 4 : 3
}
