import { useSyncExternalStore, type ReactNode } from 'react'
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
  const words = useSyncExternalStore(ticker.subscribe, () => formats.relative(atMs, ticker.nowMs()))
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={formats.exact(atMs)}
      {...(className === undefined ? {} : { className })}
    >
      {words}
    </time>
  )
}
