/** The smallest DOCX and XLSX files that hold what a test is about. */
import { zipOf, type ZipPart } from './zip-writer.ts'

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const office = 'http://schemas.openxmlformats.org'

export interface DocxParagraph {
  readonly style?: string
  readonly text: string
}

export function docxOf(body: readonly (DocxParagraph | readonly (readonly string[])[])[]): Buffer {
  const paragraph = ({ style, text }: DocxParagraph): string =>
    `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style.replaceAll(' ', '')}"/></w:pPr>`}<w:r><w:t>${escape(text)}</w:t></w:r></w:p>`
  const table = (rows: readonly (readonly string[])[]): string =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${paragraph({ text })}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
  const content = body.map((part) => ('text' in part ? paragraph(part) : table(part))).join('')
  const names = body.flatMap((part) => ('text' in part && part.style !== undefined ? [part.style] : []))
  const styles = [...new Set(names)].map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name.replaceAll(' ', '')}"><w:name w:val="${name}"/></w:style>`,
  )
  const main = `xmlns:w="${office}/wordprocessingml/2006/main"`
  return zipOf(
    docxParts(
      `<w:document ${main}><w:body>${content}</w:body></w:document>`,
      `<w:styles ${main}>${styles.join('')}</w:styles>`,
    ),
  )
}

export function docxParts(document: string, styles: string): ZipPart[] {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return [
    {
      name: '[Content_Types].xml',
      data: xml(
        `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/></Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      data: xml(
        `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: xml(
        `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
      ),
    },
    { name: 'word/document.xml', data: xml(document) },
    { name: 'word/styles.xml', data: xml(styles) },
  ]
}

export type XlsxCell = string | number | boolean

export function xlsxOf(sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>): Buffer {
  const names = Object.keys(sheets)
  const main = `xmlns="${office}/spreadsheetml/2006/main"`
  const links = `xmlns:r="${office}/officeDocument/2006/relationships"`
  const cell = (value: XlsxCell, place: string): string =>
    typeof value === 'string'
      ? `<c r="${place}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`
      : typeof value === 'number'
        ? `<c r="${place}"><v>${String(value)}</v></c>`
        : `<c r="${place}" t="b"><v>${value ? '1' : '0'}</v></c>`
  const sheet = (rows: readonly (readonly XlsxCell[])[]): string =>
    xml(
      `<worksheet ${main}><sheetData>${rows
        .map((row, y) => {
          const number = String(y + 1)
          const cells = row.map((value, x) => cell(value, `${String.fromCharCode(65 + x)}${number}`))
          return `<row r="${number}">${cells.join('')}</row>`
        })
        .join('')}</sheetData></worksheet>`,
    )
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipOf([
    {
      name: '[Content_Types].xml',
      data: xml(
        `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${String(i + 1)}.xml" ContentType="${sheetType}.worksheet+xml"/>`).join('')}</Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      data: xml(
        `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      data: xml(
        `<workbook ${main} ${links}><sheets>${names.map((name, i) => `<sheet name="${escape(name)}" sheetId="${String(i + 1)}" r:id="r${String(i + 1)}"/>`).join('')}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: xml(
        `<Relationships xmlns="${office}/package/2006/relationships">${names.map((_, i) => `<Relationship Id="r${String(i + 1)}" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${String(i + 1)}.xml"/>`).join('')}</Relationships>`,
      ),
    },
    ...names.map((name, i) => ({
      name: `xl/worksheets/sheet${String(i + 1)}.xml`,
      data: sheet(sheets[name] ?? []),
    })),
  ])
}
