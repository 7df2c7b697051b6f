/**
 * Looks into a packed document before a library does: how much it comes to when it is unpacked. What the directory of the
 * archive says is only believed until it is unpacked: the bytes that really come out are counted, and not kept.
 */
import yauzl from 'yauzl'
import type { ParseLimits } from '../limits.ts'
import { SkipError } from '../parsed-file.ts'

type UnpackLimits = Pick<ParseLimits, 'unpackedBytes' | 'unpackedPartBytes'>

const maxEntries = 20_000

/**
 * Throws where it is too much, encrypted or no whole archive.
 * @returns the names of its parts
 */
export async function checkZip(bytes: Buffer, limits: UnpackLimits): Promise<readonly string[]> {
  const zip = await open(bytes)
  const names: string[] = []
  let total = 0
  try {
    if (zip.entryCount > maxEntries) throw new SkipError('unpacks-too-large')
    for await (const entry of entriesOf(zip)) {
      // Bit 0: encrypted by the archive itself.
      if ((entry.generalPurposeBitFlag & 1) === 1) throw new SkipError('encrypted')
      names.push(entry.fileName)
      const partLimit = isTextPart(entry.fileName) ? limits.unpackedPartBytes : limits.unpackedBytes
      const limit = Math.min(partLimit, limits.unpackedBytes - total)
      if (entry.uncompressedSize > limit) throw new SkipError('unpacks-too-large')
      total += await countBytes(zip, entry, limit)
    }
    return names
  } finally {
    zip.close()
  }
}

const isTextPart = (name: string): boolean => /\.(xml|rels)$/i.test(name)

function open(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      bytes,
      { lazyEntries: true, validateEntrySizes: false, strictFileNames: false },
      (error, zip) => {
        if (error) reject(error)
        else resolve(zip)
      },
    )
  })
}

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | null>((resolve, reject) => {
      const done = (settle: () => void): void => {
        zip.removeAllListeners('entry')
        zip.removeAllListeners('end')
        zip.removeAllListeners('error')
        settle()
      }
      zip.once('entry', (next: yauzl.Entry) => done(() => resolve(next)))
      zip.once('end', () => done(() => resolve(null)))
      zip.once('error', (error: Error) => done(() => reject(error)))
      zip.readEntry()
    })
    if (entry === null) return
    yield entry
  }
}

/** Throws once more than `limit` come out. */
async function countBytes(zip: yauzl.ZipFile, entry: yauzl.Entry, limit: number): Promise<number> {
  const stream = await new Promise<NodeJS.ReadableStream & { destroy(): void }>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error) reject(error)
      else resolve(opened)
    })
  })
  let count = 0
  for await (const piece of stream) {
    count += piece.length
    if (count > limit) {
      stream.destroy()
      throw new SkipError('unpacks-too-large')
    }
  }
  return count
}
