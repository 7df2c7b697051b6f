import { describe, expect, it } from 'vitest'
import type { PersonId } from '#shared/base/ids.ts'
import { createI18n } from '../../../i18n/i18n.ts'
import { historySentence, type HistoryChange } from './history-sentence.ts'

const jana = 'JANA' as PersonId
const tom = 'TOM' as PersonId
const names: Readonly<Record<string, string>> = { JANA: 'Jana', TOM: 'Tom' }

function say(language: 'en' | 'de', change: Partial<HistoryChange>): string {
  const { t } = createI18n({ language })
  return historySentence(
    { actorId: jana, field: 'state', from: null, to: null, ...change },
    {
      t,
      personName: (id) => names[id ?? ''] ?? 'Somebody',
      queueName: () => 'Network',
      date: () => '12 Mar',
    },
  )
}

describe('the sentence for a change', () => {
  it.each<[Partial<HistoryChange>, string, string]>([
    [
      { field: 'state', from: 'open', to: 'solved' },
      'Jana changed the state from Open to Solved',
      'Jana hat den Status von „Offen“ auf „Gelöst“ geändert',
    ],
    [
      { field: 'priority', from: 2, to: 4 },
      'Jana changed the priority from Normal to Urgent',
      'Jana hat die Priorität von „Normal“ auf „Dringend“ geändert',
    ],
    [{ field: 'ownerId', from: null, to: jana }, 'Jana took the ticket', 'Jana hat das Ticket übernommen'],
    [
      { field: 'ownerId', from: jana, to: null },
      'Jana gave the ticket back',
      'Jana hat das Ticket zurückgegeben',
    ],
    [
      { field: 'ownerId', from: jana, to: tom },
      'Jana assigned the ticket to Tom',
      'Jana hat das Ticket Tom zugewiesen',
    ],
    [
      { field: 'ownerId', from: jana, to: tom, settles: true },
      'Jana decided that this is Tom’s',
      'Jana hat entschieden: Zuständig ist Tom',
    ],
    [
      { field: 'ownerId', from: tom, to: jana, settles: true },
      'Jana decided to take this',
      'Jana hat entschieden, das zu übernehmen',
    ],
    [
      { field: 'ownerId', from: tom, to: null, settles: true },
      'Jana decided that nobody has this',
      'Jana hat entschieden: Niemand ist zuständig',
    ],
    [
      { field: 'ownerId', from: tom, to: null },
      'Jana removed Tom as assignee',
      'Jana hat Tom als Bearbeiter entfernt',
    ],
    [{ field: 'tag', to: 'vpn' }, 'Jana added the tag “vpn”', 'Jana hat das Schlagwort „vpn“ hinzugefügt'],
    [{ field: 'tag', from: 'vpn' }, 'Jana removed the tag “vpn”', 'Jana hat das Schlagwort „vpn“ entfernt'],
    [
      { field: 'organisation', from: '', to: 'Nord AG' },
      'Jana set the organisation to “Nord AG”',
      'Jana hat die Organisation auf „Nord AG“ gesetzt',
    ],
    [
      { field: 'pendingUntil', to: 1 },
      'Jana set the ticket pending until 12 Mar',
      'Jana hat das Ticket bis 12 Mar auf „Wartend“ gestellt',
    ],
  ])('%j', (change, english, german) => {
    expect(say('en', change)).toBe(english)
    expect(say('de', change)).toBe(german)
  })

  it('shows what a newer version wrote as it is', () => {
    expect(say('en', { field: 'state', from: 'open', to: 'on-hold' })).toBe(
      'Jana changed the state from Open to on-hold',
    )
    expect(say('en', { field: 'severity' as never, from: 1, to: 2 })).toBe(
      'Jana changed severity from “1” to “2”',
    )
  })

  it('names somebody also where nobody is known', () => {
    expect(say('en', { actorId: null, field: 'queueId', to: 'Q' })).toBe(
      'Somebody moved the ticket to Network',
    )
  })

  it('takes names as they are, with no HTML escaping', () => {
    expect(say('en', { field: 'title', from: 'a & b', to: '<b>' })).toBe(
      'Jana renamed the ticket from “a & b” to “<b>”',
    )
  })
})
