/**
 * Marks the shown quotation in an element, and brings the first mark into view:
 *
 *   useQuoteHighlight(container, `article/${articleId}`, article.content)
 *
 * In a virtual list each row that can hold a quotation calls it for itself. Nothing is done until a passage of that
 * very place is shown; then the element is watched, since editors draw when they like.
 */
import { useEffect, type RefObject } from 'react'
import { reportQuote, useQuoteAt, type PlaceKey, type ShownQuote } from '../state/quote.ts'
import { isInView, markQuotes, scrollToRange, type QuoteMarks } from '../ui/text/quote-marks.ts'

/** Lists that measure their rows move them for some frames. */
const scrollAgainAfterMs = [0, 120, 360, 800] as const
/** What is loaded late is waited for this long before it is said that the words are not there. */
const changedAfterMs = 1_500
const redrawAfterMs = 60

/**
 * @param contentVersion anything that is another thing when the content changed
 */
export function useQuoteHighlight(
  container: RefObject<Element | null>,
  place: PlaceKey | null,
  contentVersion?: unknown,
): void {
  const shown = useQuoteAt(place)
  const quotes = shown?.quotes
  useEffect(() => {
    const element = container.current
    if (!shown || !element) return undefined
    return watch(element, shown)
    // What is reported about it makes it another object, and is no reason to look again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [container, place, quotes, contentVersion])
}

function watch(element: Element, shown: ShownQuote): () => void {
  let marks: QuoteMarks | null = null
  let redraw: ReturnType<typeof setTimeout> | undefined
  let hasScrolled = shown.state !== 'looking'
  const timers: ReturnType<typeof setTimeout>[] = []

  const look = (): void => {
    marks?.clear()
    marks = markQuotes(element, shown.quotes, shown.passage)
    const count = marks.ranges.length
    if (count > 0) reportQuote(shown, count)
    if (count === 0 || hasScrolled) return
    hasScrolled = true
    for (const afterMs of scrollAgainAfterMs) timers.push(setTimeout(bringIntoView, afterMs))
  }
  const bringIntoView = (): void => {
    const first = marks?.ranges[0]
    if (first && !isInView(first)) scrollToRange(first)
  }
  const stopScrolling = (): void => {
    for (const timer of timers.splice(0)) clearTimeout(timer)
  }

  look()
  const giveUp = setTimeout(() => {
    if (marks?.ranges.length === 0 && marks.hasText) reportQuote(shown, 0)
  }, changedAfterMs)
  const observer = new MutationObserver(() => {
    clearTimeout(redraw)
    redraw = setTimeout(look, redrawAfterMs)
  })
  observer.observe(element, { childList: true, characterData: true, subtree: true })
  // The person's own scrolling comes first.
  const options = { passive: true, capture: true } as const
  window.addEventListener('wheel', stopScrolling, options)
  window.addEventListener('keydown', stopScrolling, options)
  return () => {
    observer.disconnect()
    clearTimeout(redraw)
    clearTimeout(giveUp)
    stopScrolling()
    window.removeEventListener('wheel', stopScrolling, options)
    window.removeEventListener('keydown', stopScrolling, options)
    marks?.clear()
  }
}
