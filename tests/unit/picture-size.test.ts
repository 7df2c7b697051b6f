import { describe, expect, test } from 'vitest'
import { pictureSize } from '#shared/base/picture-size.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)
const size = { width: 300, height: 200 }
const wide = [0, 0, 1, 44, 0, 0, 0, 200]

describe('the size of a picture', () => {
  test.each([
    ['PNG', bytes([0x89, 0x50, 0x4e, 0x47], zeros(12), wide)],
    ['GIF', bytes('GIF89a', [44, 1, 200, 0])],
    ['BMP', bytes('BM', zeros(16), [44, 1, 0, 0, 200, 0, 0, 0])],
    ['WebP without loss', bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(5), [43, 193, 49, 0])],
    ['WebP with loss', bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [44, 1, 200, 0])],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44])],
    ['WebP', bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [43, 1, 0, 199, 0, 0])],
    ['AVIF', bytes(zeros(4), 'ftypavif', zeros(20), 'ispe', zeros(4), wide)],
    [
      'AVIF with a small one first',
      bytes(zeros(4), 'ftypavif', 'ispe', zeros(7), [9, 0, 0, 0, 9], 'ispe', zeros(4), wide),
    ],
  ])('%s', (_format, content) => {
    expect(pictureSize(content)).toEqual(size)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a PNG that is cut', bytes([0x89, 0x50, 0x4e, 0x47], zeros(3))],
    ['a JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 2])],
    ['an AVIF that says nothing of it', bytes(zeros(4), 'ftypavif')],
    ['an AVIF that is cut', bytes(zeros(4), 'ftypavif', 'ispe', zeros(6))],
    ['markup', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('of %s is not known', (_what, content) => {
    expect(pictureSize(content)).toBeNull()
  })
})
