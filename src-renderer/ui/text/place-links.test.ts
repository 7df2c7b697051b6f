import { describe, expect, it } from 'vitest'
import { lowestUlid } from '#shared/base/ulid.ts'
import { findPlaceLinks } from './place-links.ts'

const id = lowestUlid(1_700_000_000_000)
const link = `outpost://ticket/${id}`
const found = (text: string): string[] => findPlaceLinks(text).map(([start, end]) => text.slice(start, end))

describe('links to places in a text', () => {
  it.each([
    link,
    `Siehe ${link}.`,
    `(${link})`,
    `„${link}“, bitte`,
    `${link}\nund weiter`,
    `**${link}**`,
    `${link}…`,
  ])('are found bare: %s', (text) => {
    expect(found(text)).toEqual([link])
  })

  it('may be several, of every kind, with a slash at the end', () => {
    const all = ['message', 'article', 'channel'].map((type) => `outpost://${type}/${id}`)
    expect(found(`${all.join(' ')} ${link}/`)).toEqual([...all, `${link}/`])
  })

  it.each([
    `outpost://ticket/${id}A`,
    `outpost://ticket/${id.toLowerCase()}`,
    `outpost://ticket/${id}/delete`,
    `outpost://ticket/${id}?then=close`,
    `outpost://ticket/${id}#x`,
    `outpost://ticket/${'U'.repeat(26)}`,
    `outpost://ticket/8${'Z'.repeat(25)}`,
    `outpost://sync-report/${id}`,
    `outpost://join/${id}`,
    `outpost://ticket/${id}@evil.example`,
    `https://evil.example/outpost://ticket/${id}`,
    `xoutpost://ticket/${id}`,
    'outpost://',
    `outpost://ticket/${id}`.repeat(2),
  ])('are nothing but whole: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('looks at a long hostile text once', () => {
    expect(found(`outpost://${'a/'.repeat(50_000)}`)).toEqual([])
    expect(found('outpost://ticket/'.repeat(20_000))).toEqual([])
  })
})
