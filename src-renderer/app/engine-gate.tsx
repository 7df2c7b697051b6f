/**
 * What the person sees while the engine is not ready. Before it ever was: nothing for a moment, then a calm line, or the
 * progress of the sample workspace. After: the screen stays usable under a banner. Where the workspace cannot be opened,
 * a page says why.
 */
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineState, useWasEngineReady } from '../state/engine.ts'
import { hasWorkspace } from './has-workspace.ts'
import { Banner, ProgressBar } from '../ui/index.ts'
import { EngineFailed } from './engine-failed.tsx'
import { Mark } from './mark.tsx'
import './engine-gate.css'

export function EngineGate({ children }: { readonly children: ReactNode }): ReactNode {
  const state = useEngineState()
  const wasReady = useWasEngineReady()
  // Somebody who was here before sees their frame at once; it fills when the engine answers.
  const [knowsWorkspace] = useState(hasWorkspace)

  if (state.type === 'failed') return <EngineFailed error={state.error} />
  if (state.type === 'preparing') return <Preparing done={state.done} total={state.total} />
  if (!wasReady && state.type !== 'ready' && !knowsWorkspace) return <Starting />
  return (
    <div className="app-window">
      {state.type === 'ready' ? null : <NotReadyBanner isStarting={!wasReady} />}
      <div className="app-content">{children}</div>
    </div>
  )
}

function Starting(): ReactNode {
  const { t } = useTranslation()
  if (!useIsAfter(150)) return null
  return (
    <div className="app-calm" role="status">
      <Mark />
      <p>{t('engine.starting')}</p>
    </div>
  )
}

function Preparing({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  const { t } = useTranslation()
  const remainingMs = useRemaining(done, total)
  return (
    <div className="app-calm">
      <Mark />
      <h1>{t('engine.preparing.title')}</h1>
      <p>{t('engine.preparing.text')}</p>
      <div className="app-calm-progress">
        <ProgressBar
          label={t('engine.preparing.label')}
          done={done}
          {...(total > 0 ? { total } : {})}
          {...(remainingMs === null ? {} : { remainingMs })}
        />
      </div>
    </div>
  )
}

/** A start that is quick, or a restart that is, needs no words. */
function NotReadyBanner({ isStarting }: { readonly isStarting: boolean }): ReactNode {
  const { t } = useTranslation()
  if (!useIsAfter(isStarting ? 1_500 : 100)) return null
  return (
    <div className="app-notice">
      {isStarting ? (
        <Banner tone="info" title={t('engine.starting')} />
      ) : (
        <Banner tone="warning" title={t('engine.restarting')}>
          {t('engine.restartingText')}
        </Banner>
      )}
    </div>
  )
}

function useIsAfter(delayMs: number): boolean {
  const [isAfter, setAfter] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAfter(true), delayMs)
    return () => clearTimeout(timer)
  }, [delayMs])
  return isAfter
}

/** How long the rest takes at the speed so far; null before that can be told. */
function useRemaining(done: number, total: number): number | null {
  const [start] = useState(() => ({ atMs: performance.now(), done }))
  const [nowMs, setNow] = useState(start.atMs)
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const elapsedMs = nowMs - start.atMs
  const made = done - start.done
  return elapsedMs > 1_000 && made > 0 ? (elapsedMs / made) * (total - done) : null
}
