/** Pictures: the text on them. */
import { pictureSize } from '#shared/base/picture-size.ts'
import { SkipError } from '../parsed-file.ts'
import { recognise } from './ocr.ts'
import type { Parsed, Parsing } from './parsing.ts'

/** Nothing can be read off less, and the recognition is known to stumble over it. */
const minSide = 16

export async function parsePicture(bytes: Buffer, { job, sink }: Parsing): Promise<Parsed> {
  const size = pictureSize(bytes)
  if (!size) throw new SkipError('broken')
  if (size.width * size.height > job.limits.picturePixels) throw new SkipError('too-large')
  if (size.width < minSide || size.height < minSide) throw new SkipError('no-text')
  const { paragraphs } = await recognise(bytes)
  for (const text of paragraphs) sink.add({ kind: 'paragraph', text })
  return { title: '', pages: null }
}
