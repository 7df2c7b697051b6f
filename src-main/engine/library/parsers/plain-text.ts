/** Plain text: paragraphs between empty lines, list items by their marks. Read line by line. */
import type { BlockSink } from './block-sink.ts'

const itemMark = /^\s{0,8}(?:[-*•‣◦–]|\d{1,3}[.)])\s+(?=\S)/u
/** Text without empty lines, such as a log, is cut here. */
const maxParagraph = 1_500

export function parsePlainText(pieces: Iterable<string>, sink: BlockSink): void {
  let paragraph: string[] = []
  let length = 0
  const end = (): void => {
    if (paragraph.length > 0) sink.add({ kind: 'paragraph', text: paragraph.join('\n') })
    paragraph = []
    length = 0
  }
  for (const line of linesOf(pieces)) {
    if (sink.isFull) return
    const mark = itemMark.exec(line)
    if (line.trim() === '') {
      end()
    } else if (mark) {
      end()
      sink.add({ kind: 'item', text: line.slice(mark[0].length) })
    } else {
      if (length + line.length > maxParagraph) end()
      paragraph.push(line)
      length += line.length
    }
  }
  end()
}

/** A line without an end is cut, so that a file of one line is not one string. */
const maxLine = 100_000

export function* linesOf(pieces: Iterable<string>): Generator<string> {
  let carry = ''
  for (const piece of pieces) {
    const lines = (carry + piece).split(/\r\n|\r(?!$)|\n|\f|\u2028|\u2029/u)
    carry = lines.pop() ?? ''
    yield* lines
    while (carry.length > maxLine) {
      yield carry.slice(0, maxLine)
      carry = carry.slice(maxLine)
    }
  }
  if (carry !== '') yield carry
}
