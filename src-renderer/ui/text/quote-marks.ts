/**
 * Marks quotations in what is drawn, without changing the document: ranges of the CSS Custom Highlight API, which the
 * rule `::highlight(quote)` draws.
 */
import { createQuoteFinder } from './find-quote.ts'
import './quote-marks.css'

export interface QuoteMarks {
  /** In the order of the quotations; empty where none of them stands there. */
  readonly ranges: readonly Range[]
  /** Whether there was any text to look in. */
  readonly hasText: boolean
  clear(): void
}

/** What is drawn beside the text itself. */
const notText = 'time, [aria-hidden="true"], .ui-visually-hidden, [data-not-quoted]'

/** Finds the quotations in an element and marks them until `clear` is called. */
export function markQuotes(element: Element, quotes: readonly string[], passage: string): QuoteMarks {
  const nodes = textNodesOf(element)
  const finder = createQuoteFinder(nodes.map(({ data }) => data))
  const ranges = quotes
    .flatMap((quote) => finder.find(quote, passage))
    .flatMap(({ from, to }) => {
      const start = nodes[from.piece]
      const end = nodes[to.piece]
      if (!start || !end) return []
      const range = document.createRange()
      range.setStart(start, from.offset)
      range.setEnd(end, to.offset)
      return [range]
    })
  const highlight = ranges.length > 0 ? ourHighlight() : null
  for (const range of ranges) highlight?.add(range)
  return {
    ranges,
    hasText: nodes.some(({ data }) => data.trim() !== ''),
    clear: () => {
      for (const range of ranges) highlight?.delete(range)
    },
  }
}

/** Whether a range lies within what its scrolling element shows. */
export function isInView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect()
  const view = scrollerOf(range.startContainer.parentElement)?.getBoundingClientRect()
  return top >= Math.max(0, view?.top ?? 0) && bottom <= Math.min(innerHeight, view?.bottom ?? innerHeight)
}

export function scrollToRange(range: Range): void {
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}

function scrollerOf(element: Element | null): Element | null {
  for (let at = element; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}

/** One for the document, shared by all places that mark. Null where the browser cannot. */
function ourHighlight(): Highlight | null {
  if (!('highlights' in CSS)) return null
  let highlight = CSS.highlights.get('quote')
  if (!highlight) {
    highlight = new Highlight()
    CSS.highlights.set('quote', highlight)
  }
  return highlight
}

function textNodesOf(element: Element): readonly Text[] {
  const walker = document.createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (node instanceof Element)
        return node.matches(notText) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
      return NodeFilter.FILTER_ACCEPT
    },
  )
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) nodes.push(node)
  return nodes
}
