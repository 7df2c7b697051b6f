/** Who answers which queue. */
import type { Random } from '#shared/base/random.ts'
import { staff } from './content/names.ts'
import { readRows } from './rows.ts'
import { queueKeys, type QueueKey } from './scenarios.ts'
import type { DemoDirectory, DemoLanguage } from './types.ts'

export interface Teams {
  /** Somebody of that trade, speaking that language where the team has one; often `me` where it is my trade. */
  pickOwner(queue: QueueKey, language: DemoLanguage, random: Random): string
  pickDispatcher(random: Random): string
}

export function createTeams(directory: DemoDirectory): Teams {
  const members = new Map<string, string[]>()
  const languages = new Map<string, DemoLanguage>()
  const listed = readRows(staff)
  directory.people.forEach((person, index) => {
    languages.set(person.id, person.language)
    if (person.id === directory.intake || person.role === 'guest') return
    const team = listed[index]?.[4] ?? queueKeys[index % queueKeys.length] ?? 'desk'
    members.set(team, [...(members.get(team) ?? []), person.id])
  })
  const desk = members.get('desk') ?? [directory.me]
  const owners = new Map<string, readonly string[]>()
  for (const queue of queueKeys) {
    for (const language of ['de', 'en'] as const) {
      const team = members.get(queue) ?? desk
      const speakers = team.filter((id) => languages.get(id) === language)
      owners.set(`${queue} ${language}`, speakers.length > 0 ? speakers : team)
    }
  }
  return {
    pickOwner(queue, language, random) {
      const mine = language === 'de' && (queue === 'desk' || queue === 'network' || queue === 'building')
      if (mine && random.chance(0.22)) return directory.me
      return random.pick(owners.get(`${queue} ${language}`) ?? desk)
    },
    pickDispatcher: (random) => random.pick(desk),
  }
}
