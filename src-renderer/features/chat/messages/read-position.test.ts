import { describe, expect, it } from 'vitest'
import type { MessageId } from '#shared/base/ids.ts'
import { isUlid } from '#shared/base/ulid.ts'
import { markerBefore, nextReadMarker, type ReadSituation } from './read-position.ts'

const id = (text: string): MessageId => text.padEnd(26, '0') as MessageId
const situation: ReadSituation = {
  lastVisibleId: id('5'),
  readMarker: id('3'),
  unread: 2,
  isWatched: true,
  isHeld: false,
}

describe('marking as read', () => {
  it('follows the last message that is seen', () => {
    expect(nextReadMarker(situation)).toBe(id('5'))
    expect(nextReadMarker({ ...situation, readMarker: null })).toBe(id('5'))
  })

  it('never goes back', () => {
    expect(nextReadMarker({ ...situation, readMarker: id('5') })).toBeNull()
    expect(nextReadMarker({ ...situation, readMarker: id('6') })).toBeNull()
  })

  it('waits while nobody looks, while it is held, and where there is nothing to read', () => {
    expect(nextReadMarker({ ...situation, isWatched: false })).toBeNull()
    expect(nextReadMarker({ ...situation, isHeld: true })).toBeNull()
    expect(nextReadMarker({ ...situation, unread: 0 })).toBeNull()
    expect(nextReadMarker({ ...situation, lastVisibleId: null })).toBeNull()
  })
})

describe('marking as unread from a message', () => {
  it.each(['01J9ZZZZZZ0000000000000001', '01J9ZZZZZZ000000000000000G', '01J9ZZZZZZ0000000000000000'])(
    '%s',
    (text) => {
      const before = markerBefore(text as MessageId)
      expect(isUlid(before)).toBe(true)
      expect(before < text).toBe(true)
    },
  )

  it('leaves the first id of all as it is', () => {
    expect(markerBefore(id(''))).toBe(id(''))
  })
})
