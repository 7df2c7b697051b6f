/** The pictures of a PDF's page, as PNG. */
import { crc32, deflateSync } from 'node:zlib'
import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** As pdf.js hands it out. */
interface RawPicture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
}

/** Logos and lines hold no page of text. */
const minSide = 200
const maxPictures = 8
/** One that cannot be decoded may never come. */
const waitMs = 20_000

export async function pagePictures(page: PdfPage, maxPixels: number): Promise<Buffer[]> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const pictures: Buffer[] = []
  const seen = new Set<unknown>()
  for (const [index, operation] of fnArray.entries()) {
    if (operation !== OPS.paintImageXObject && operation !== OPS.paintInlineImageXObject) continue
    if (pictures.length >= maxPictures) break
    const [reference] = argsArray[index] as unknown[]
    if (seen.has(reference)) continue
    seen.add(reference)
    const raw = typeof reference === 'string' ? await fetchPicture(page, reference) : reference
    if (!isRawPicture(raw) || Math.min(raw.width, raw.height) < minSide) continue
    if (raw.width * raw.height > maxPixels) continue
    const png = toPng(raw)
    if (png) pictures.push(png)
  }
  return pictures
}

function fetchPicture(page: PdfPage, name: string): Promise<unknown> {
  const objects = (name.startsWith('g_') ? page.commonObjs : page.objs) as {
    get(name: string, found: (value: unknown) => void): void
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), waitMs)
    objects.get(name, (value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}

function isRawPicture(value: unknown): value is RawPicture {
  if (typeof value !== 'object' || value === null) return false
  const { width, height, data } = value as Partial<RawPicture>
  return typeof width === 'number' && typeof height === 'number' && ArrayBuffer.isView(data)
}

/** Null for pixels of a kind that nobody knows. */
function toPng({ width, height, data }: RawPicture): Buffer | null {
  const bitRow = Math.ceil(width / 8)
  const layouts = [
    { row: width, depth: 8, colour: 0 },
    { row: width * 3, depth: 8, colour: 2 },
    { row: width * 4, depth: 8, colour: 6 },
    { row: bitRow, depth: 1, colour: 0 },
  ]
  const layout = layouts.find(({ row }) => row * height === data.length)
  if (!layout) return null
  const { row, depth, colour } = layout
  const lines = Buffer.alloc((row + 1) * height)
  for (let y = 0; y < height; y++) lines.set(data.subarray(y * row, (y + 1) * row), y * (row + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colour, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}
