import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import type { Formats } from '../../i18n/formats.ts'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { useTicker, type Ticker } from './ticker.ts'

export interface RelativeTimeProps {
  /** Unix milliseconds. */
  readonly atMs: number
  readonly className?: string
}

/** "5 min ago", kept right while it is on the screen; the exact time on hover. */
export function RelativeTime({ atMs, className }: RelativeTimeProps): ReactNode {
  const formats = useFormats()
  const ticker = useTicker()
  const readWords = useMemo(() => createReader(atMs, formats, ticker), [atMs, formats, ticker])
  const words = useSyncExternalStore(ticker.subscribe, readWords)
  const exact = useMemo(() => formats.exact(atMs), [atMs, formats])
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={exact}
      {...(className === undefined ? {} : { className })}
    >
      {words}
    </time>
  )
}

/** React asks several times a render; the calendar arithmetic is done once a tick. */
function createReader(atMs: number, formats: Formats, ticker: Ticker): () => string {
  let readAtMs = Number.NaN
  let words = ''
  return () => {
    const nowMs = ticker.nowMs()
    if (nowMs !== readAtMs) {
      readAtMs = nowMs
      words = formats.relative(atMs, nowMs)
    }
    return words
  }
}
