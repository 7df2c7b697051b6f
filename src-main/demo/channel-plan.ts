/** What each channel is about: shared by the directory, which lists channels, and the messages that fill them. */
import { channels, siteTopics } from './content/channels.ts'
import { moreTowns } from './content/organisations.ts'
import { readRows } from './rows.ts'

export interface PlannedTopic {
  readonly category: string
  readonly name: string
}

export type ChannelPlan =
  | {
      readonly kind: 'channel'
      readonly name: string
      readonly description: string
      /** 0 to 1: how much of the talk is German. */
      readonly germanShare: number
      /** Share of the traffic, relative to the other channels. */
      readonly weight: number
      readonly topics: readonly PlannedTopic[]
    }
  | { readonly kind: 'direct'; readonly partner: number; readonly weight: number }

/** Channels first, then direct conversations (about a third), `count` in all. Index = index in the directory. */
export function planChannels(count: number): readonly ChannelPlan[] {
  const directs = Math.max(1, Math.floor(count * 0.37))
  const named = readRows(channels).map(
    ([name = '', germanShare, weight, description = '', topics = '']): ChannelPlan => ({
      kind: 'channel',
      name,
      description,
      germanShare: Number(germanShare),
      weight: Number(weight),
      topics: readTopics(topics),
    }),
  )
  const plans: ChannelPlan[] = named.slice(0, count - directs)
  for (let index = 0; plans.length < count - directs; index += 1) plans.push(siteChannel(index))
  for (let partner = 0; partner < directs; partner += 1) {
    plans.push({ kind: 'direct', partner, weight: 0.35 / (1 + partner * 0.25) })
  }
  return plans
}

function siteChannel(index: number): ChannelPlan {
  const language = index % 5 < 3 ? 'de' : 'en'
  const towns = moreTowns[language]
  const town = towns[index % towns.length] ?? 'x'
  const round = Math.floor(index / towns.length)
  return {
    kind: 'channel',
    name: `${language === 'de' ? 'standort' : 'site'}-${town.toLowerCase()}${round > 0 ? `-${String(round + 1)}` : ''}`,
    description:
      language === 'de' ? `Alles rund um den Standort ${town}` : `Everything about the ${town} site`,
    germanShare: language === 'de' ? 1 : 0,
    weight: 0.9,
    topics: readTopics(siteTopics[language]),
  }
}

function readTopics(source: string): readonly PlannedTopic[] {
  return source.split(';').map((part) => {
    const [category = '', name = ''] = part.split('=')
    return { category, name }
  })
}
