/** Places in an article as they travel: right after whatever others wrote, and nothing where they are none. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bytesToText } from './base64.ts'
import { decodePoint, encodePoint } from './point.ts'

describe('a place in a text', () => {
  test('stays where it was, whatever is written before it, on another device too', () => {
    const mine = new Y.Doc({ guid: 'a' })
    const text = new Y.XmlText('Zehn Sekunden warten')
    mine.getXmlFragment('content').push([text])
    const place = (at: number) => Y.createRelativePositionFromTypeIndex(text, at)
    const point = encodePoint(place(5), place(13))
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    const copy = theirs.getXmlFragment('content').get(0) as Y.XmlText
    copy.insert(0, 'Dann ')
    const before = Y.encodeStateVector(theirs)
    const places = decodePoint(point)?.map((each) => {
      const found = Y.createAbsolutePositionFromRelativePosition(each, theirs)
      return found?.type === copy ? found.index : null
    })
    expect(places).toEqual([10, 18])
    // To look changes nothing.
    expect(Y.encodeStateVector(theirs)).toEqual(before)
  })

  test('is nothing where it is cut, damaged, empty or endless', () => {
    const doc = new Y.Doc()
    const text = doc.getXmlFragment('content')
    const place = Y.createRelativePositionFromTypeIndex(text, 0)
    const good = encodePoint(place, place)
    expect(decodePoint(good)).not.toBeNull()
    for (const bad of ['', 'AA==', '!', '////', good.slice(0, 4), bytesToText(new Uint8Array(600).fill(1))])
      expect(decodePoint(bad)).toBeNull()
  })
})
