/** PDF: the text of each page; where a page has none, the text on its pictures. */
import { getDocumentProxy } from 'unpdf'
import { SkipError } from '../parsed-file.ts'
import { createPageWriter, type TextPiece } from './pdf-lines.ts'
import { pagePictures } from './pdf-pictures.ts'
import { recognise } from './ocr.ts'
import type { Parsed, Parsing } from './parsing.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** A page that holds less is a picture of text, with a stamp or a page number on it at most. */
const minPageCharacters = 12

export async function parsePdf(bytes: Buffer, { job, sink, stopAt }: Parsing): Promise<Parsed> {
  const { limits } = job
  const pdf = await open(bytes)
  try {
    const title = await titleOf(pdf)
    const writer = createPageWriter(sink)
    const withoutText: number[] = []
    const last = Math.min(pdf.numPages, limits.pages)
    for (let number = 1; number <= last && !sink.isFull; number++) {
      if (performance.now() > stopAt) {
        sink.leaveOut('too-slow')
        break
      }
      const page = await pdf.getPage(number)
      const pieces = await textOf(page)
      const length = pieces.reduce((sum, { text }) => sum + text.trim().length, 0)
      if (length < minPageCharacters) {
        // Read now, so that the blocks stay in the order of the pages.
        withoutText.push(number)
        if (withoutText.length <= limits.scannedPages) await readScanned(page, number)
        else sink.leaveOut('too-many-pages')
      }
      writer.add(number, pieces, (page.view[2] ?? 0) - (page.view[0] ?? 0))
      page.cleanup()
    }
    writer.end()
    if (pdf.numPages > last) sink.leaveOut('too-many-pages')
    return { title, pages: pdf.numPages }

    async function readScanned(page: PdfPage, number: number): Promise<void> {
      writer.end()
      for (const picture of await pagePictures(page, limits.picturePixels)) {
        if (performance.now() > stopAt) {
          sink.leaveOut('too-slow')
          return
        }
        const { paragraphs } = await recognise(picture)
        for (const text of paragraphs) sink.add({ kind: 'paragraph', page: number, text })
      }
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function open(bytes: Buffer): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      // Nothing is fetched for a document.
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
      isOffscreenCanvasSupported: false,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new SkipError('encrypted')
    throw error
  }
}

async function titleOf(pdf: PdfDocument): Promise<string> {
  try {
    const { info } = await pdf.getMetadata()
    const title = 'Title' in info ? info.Title : ''
    // What programs write there by themselves names a file and no document.
    return typeof title === 'string' && !/^(untitled|microsoft word)|\.(docx?|pdf|indd|tmp)$/i.test(title)
      ? title
      : ''
  } catch {
    return ''
  }
}

async function textOf(page: PdfPage): Promise<TextPiece[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item)) return []
    const [, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[]
    return [
      {
        text: item.str,
        x,
        y,
        width: item.width,
        size: Math.hypot(b, d) || item.height,
        isLineEnd: item.hasEOL,
      },
    ]
  })
}
