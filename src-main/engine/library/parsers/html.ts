/** HTML: what a reader would read, by headings, paragraphs, list items and table rows. Scripts, styles and menus are left out. */
import { Parser } from 'htmlparser2'
import type { ParsedBlock } from '../parsed-file.ts'
import type { BlockSink } from './block-sink.ts'
import { createRowWriter } from './rows.ts'

const silent: ReadonlySet<string> = new Set(
  'script style nav template noscript svg math head iframe object embed canvas audio video select button menu dialog'.split(
    ' ',
  ),
)
/** Elements that end what was being read; all others run on in the line. */
const breaking: ReadonlySet<string> = new Set(
  'p div section article main header footer aside ul ol dl li dt dd table thead tbody tfoot tr td th caption blockquote figure figcaption pre h1 h2 h3 h4 h5 h6 hr address details summary fieldset body html'.split(
    ' ',
  ),
)

interface Table {
  readonly add: (cells: readonly string[]) => boolean
  cells: string[] | null
}

/** @returns the title that its head gives it; empty for none */
export function parseHtml(html: string | Iterable<string>, sink: BlockSink): string {
  let title = ''
  let text = ''
  let silence = 0
  let isTitle = false
  let codeDepth = 0
  let listDepth = 0
  let kind: ParsedBlock['kind'] = 'paragraph'
  let level: number | null = null
  const tables: Table[] = []

  const end = (): void => {
    const table = tables.at(-1)
    if (table?.cells) {
      const cell = table.cells.length - 1
      table.cells[cell] = `${table.cells[cell] ?? ''} ${text}`
    } else if (text.trim() !== '') {
      sink.add({ kind, level, text })
    }
    text = ''
    kind = codeDepth > 0 ? 'code' : 'paragraph'
    level = null
  }
  const open = (name: string): void => {
    const heading = /^h([1-6])$/.exec(name)?.[1]
    if (heading !== undefined) {
      kind = 'heading'
      level = Number(heading)
    } else if (name === 'li' || name === 'dt' || name === 'dd') {
      kind = 'item'
      level = Math.max(1, listDepth)
    } else if (name === 'ul' || name === 'ol') {
      listDepth++
    } else if (name === 'pre') {
      codeDepth++
      kind = 'code'
    } else if (name === 'table') {
      tables.push({ add: createRowWriter(sink), cells: null })
    } else if (name === 'tr') {
      const table = tables.at(-1)
      if (table) table.cells = []
    } else if (name === 'td' || name === 'th') {
      tables.at(-1)?.cells?.push('')
    }
  }
  const close = (name: string): void => {
    if (name === 'ul' || name === 'ol') listDepth--
    else if (name === 'pre') codeDepth--
    else if (name === 'table') tables.pop()
    else if (name === 'tr') {
      const table = tables.at(-1)
      if (table?.cells) table.add(table.cells)
      if (table) table.cells = null
    }
    kind = codeDepth > 0 ? 'code' : 'paragraph'
  }

  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'title' && silence <= 1) isTitle = true
        // Whoever leaves the head open still means the body to be read.
        if (name === 'body') silence = 0
        if (silent.has(name)) {
          if (silence++ === 0) end()
          return
        }
        if (silence > 0) return
        if (name === 'br') text += '\n'
        if (!breaking.has(name)) return
        // A paragraph in a list item is the item.
        if (name === 'p' && text.trim() === '' && kind === 'item') return
        end()
        open(name)
      },
      ontext(piece) {
        if (isTitle) title += piece
        else if (silence === 0) text += codeDepth > 0 ? piece : piece.replace(/[\r\n]+/g, ' ')
        // Text that never ends is cut.
        if (text.length > 100_000) end()
      },
      onclosetag(name) {
        if (name === 'title') isTitle = false
        if (silent.has(name)) {
          silence = Math.max(0, silence - 1)
          return
        }
        if (silence > 0 || !breaking.has(name)) return
        end()
        close(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  for (const piece of typeof html === 'string' ? [html] : html) {
    if (sink.isFull) break
    parser.write(piece)
  }
  parser.end()
  end()
  return title
}
