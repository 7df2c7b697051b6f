/** How far the reading is, and a way to hold it. */
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../../state/commands.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { Banner, Button, ProgressBar } from '../../../ui/index.ts'

/** Before that the estimate jumps. */
const minSampleMs = 3_000

export function LibraryProgress(): ReactNode {
  const { t } = useTranslation('library')
  const { rows: roots } = useLiveQuery('library.roots', {})
  const { meta: index } = useLiveQuery('index.status', {})
  const there = roots.filter(({ state }) => state !== 'missing' && state !== 'no-access')
  const waiting = there.reduce((sum, root) => sum + root.waiting, 0)
  const total = there.reduce((sum, root) => sum + root.files, 0)
  const done = total - waiting

  if (waiting === 0) return null
  if (index?.pausedBy === 'person') {
    return (
      <Banner
        tone="info"
        title={t('paused')}
        actions={
          <Button size="small" onPress={() => void runCommand('index.pause', { on: false })}>
            {t('resume')}
          </Button>
        }
      >
        {t('pausedText')}
      </Banner>
    )
  }
  return <Reading done={done} total={total} />
}

/** Stands as long as something is read: its estimate begins anew with the next time. */
function Reading({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  const { t } = useTranslation('library')
  const remainingMs = useRemaining(done, total - done)
  return (
    <ProgressBar
      label={t('progress')}
      done={done}
      total={total}
      onCancel={() => void runCommand('index.pause', { on: true })}
      {...(remainingMs === undefined ? {} : { remainingMs })}
    />
  )
}

interface Sample {
  readonly done: number
  readonly atMs: number
}

/** By the speed since the reading began. */
function useRemaining(done: number, waiting: number): number | undefined {
  const [first, setFirst] = useState<Sample | null>(null)
  const [now, setNow] = useState<Sample | null>(null)
  useEffect(() => {
    const sample = { done, atMs: performance.now() }
    const frame = requestAnimationFrame(() => {
      setFirst((known) => (known === null || known.done > done ? sample : known))
      setNow(sample)
    })
    return () => cancelAnimationFrame(frame)
  }, [done])
  if (!first || !now || now.done <= first.done || now.atMs - first.atMs < minSampleMs) return undefined
  return ((now.atMs - first.atMs) / (now.done - first.done)) * waiting
}
