/** PDF files by hand: pages of text lines, pages that are a picture, and such that are locked. */

export interface PdfLine {
  readonly text: string
  /** Of the letters; 12 where left out. */
  readonly size?: number
  /** Room above it; that of a line where left out. */
  readonly gap?: number
}

export type PdfPage =
  readonly PdfLine[] | { readonly jpeg: Buffer; readonly width: number; readonly height: number }

export interface PdfOptions {
  readonly title?: string
  /** Says that it needs a password; nothing in it is really enciphered. */
  readonly isLocked?: boolean
}

export function pdfOf(pages: readonly PdfPage[], { title, isLocked = false }: PdfOptions = {}): Buffer {
  const objects: Buffer[] = []
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body))
  const stream = (dictionary: string, data: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${String(data.length)} >>\nstream\n`),
      data,
      Buffer.from('\nendstream'),
    ])
  const catalog = add('')
  const tree = add('')
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const kids = pages.map((page) => {
    const parent = `/Type /Page /Parent ${String(tree)} 0 R /MediaBox [0 0 595 842]`
    if (!('jpeg' in page)) {
      const content = add(stream('', textOf(page)))
      return add(
        `<< ${parent} /Resources << /Font << /F1 ${String(font)} 0 R >> >> /Contents ${String(content)} 0 R >>`,
      )
    }
    const size = `/Width ${String(page.width)} /Height ${String(page.height)}`
    const picture = add(
      stream(
        `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode`,
        page.jpeg,
      ),
    )
    const content = add(stream('', Buffer.from('q 550 0 0 130 20 600 cm /Im1 Do Q')))
    return add(
      `<< ${parent} /Resources << /XObject << /Im1 ${String(picture)} 0 R >> >> /Contents ${String(content)} 0 R >>`,
    )
  })
  const info = add(title === undefined ? '<< >>' : `<< /Title (${title}) >>`)
  const lock = isLocked
    ? add(`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`)
    : null
  objects[catalog - 1] = Buffer.from(`<< /Type /Catalog /Pages ${String(tree)} 0 R >>`)
  objects[tree - 1] = Buffer.from(
    `<< /Type /Pages /Count ${String(kids.length)} /Kids [${kids.map((kid) => `${String(kid)} 0 R`).join(' ')}] >>`,
  )
  return assemble(
    objects,
    `/Root ${String(catalog)} 0 R /Info ${String(info)} 0 R${lock === null ? '' : ` /Encrypt ${String(lock)} 0 R /ID [<00><00>]`}`,
  )
}

function textOf(lines: readonly PdfLine[]): Buffer {
  let y = 800
  const shown = lines.map(({ text, size = 12, gap }) => {
    y -= gap ?? size * 1.2
    const escaped = text.replace(/[()\\]/g, '\\$&')
    return `BT /F1 ${String(size)} Tf 1 0 0 1 50 ${y.toFixed(1)} Tm (${escaped}) Tj ET`
  })
  return Buffer.from(shown.join('\n'), 'latin1')
}

function assemble(objects: readonly Buffer[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  let at = parts[0]?.length ?? 0
  const offsets = objects.map((body, index) => {
    const object = Buffer.concat([
      Buffer.from(`${String(index + 1)} 0 obj\n`),
      body,
      Buffer.from('\nendobj\n'),
    ])
    parts.push(object)
    const offset = at
    at += object.length
    return offset
  })
  const size = String(objects.length + 1)
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${String(at)}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
