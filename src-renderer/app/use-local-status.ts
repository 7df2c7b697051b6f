/** How this device stands: whether the work is saved here, and whether lists and search are up to date. */
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineStatusMeta } from '#shared/contract/workspace.ts'
import { useFormats } from '../i18n/locale-provider.tsx'
import { useEngineState, useWasEngineReady } from '../state/engine.ts'
import { useLiveQuery } from '../state/live.ts'
import { useTicker } from '../ui/index.ts'

export type LocalStanding = 'saved' | 'indexing' | 'starting' | 'restarting'

export interface LocalStatus {
  readonly standing: LocalStanding
  readonly sentence: string
  readonly word: string
  readonly meta: EngineStatusMeta | undefined
}

export function useLocalStatus(): LocalStatus {
  const { t } = useTranslation()
  const formats = useFormats()
  const engine = useEngineState()
  const wasReady = useWasEngineReady()
  const { meta } = useLiveQuery('engine.status', {})
  const savedAt = useRelative(meta?.lastCommitAt ?? null)

  const indexing = meta?.indexing ?? null
  const standing: LocalStanding =
    engine.type !== 'ready' ? (wasReady ? 'restarting' : 'starting') : indexing ? 'indexing' : 'saved'
  const progress = indexing
    ? { done: formats.number(indexing.done), total: formats.number(indexing.total) }
    : { done: '', total: '' }
  const sentences: Readonly<Record<LocalStanding, string>> = {
    saved: savedAt === null ? t('status.saved') : t('status.savedAt', { when: savedAt }),
    indexing: t('status.indexing', progress),
    starting: t('status.starting'),
    restarting: t('status.restarting'),
  }
  const words: Readonly<Record<LocalStanding, string>> = {
    saved: t('status.savedShort'),
    indexing: indexing ? formats.percent(indexing.total === 0 ? 1 : indexing.done / indexing.total) : '',
    starting: t('status.startingShort'),
    restarting: t('status.restartingShort'),
  }
  return { standing, sentence: sentences[standing], word: words[standing], meta }
}

/** "5 min ago", kept right as time passes; null for never. */
function useRelative(atMs: number | null): string | null {
  const formats = useFormats()
  const ticker = useTicker()
  return useSyncExternalStore(ticker.subscribe, () =>
    atMs === null ? null : formats.relative(atMs, ticker.nowMs()),
  )
}
