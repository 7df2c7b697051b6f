import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { useTicker } from './ticker.ts'

export interface RelativeTimeProps {
  /** Unix milliseconds. */
  readonly atMs: number
  readonly className?: string
}

/** "5 min ago", kept right while it is on the screen; the exact time on hover. */
export function RelativeTime({ atMs, className }: RelativeTimeProps): ReactNode {
  const formats = useFormats()
  const ticker = useTicker()
  // React asks several times a render; the calendar arithmetic is done once a tick
  const readWords = useMemo(() => {
    let read = { nowMs: Number.NaN, words: '' }
    return () => {
      const nowMs = ticker.nowMs()
      if (nowMs !== read.nowMs) read = { nowMs, words: formats.relative(atMs, nowMs) }
      return read.words
    }
  }, [atMs, formats, ticker])
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
