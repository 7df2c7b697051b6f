/**
 * The window's start: which root it gets, by what the window is (`AppInfo.view`). Everything the first screen needs is
 * asked for before React draws, so that it comes at once.
 */
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { prepareDocument } from './ui/theme/prepare-document.ts'
import './ui/theme/tokens.css'
import './ui/theme/base.css'
import { App } from './app/app.tsx'
import { startAppearance } from './app/appearance.ts'
import { loadArea, prefetchAreas } from './app/areas.tsx'
import { client } from './bridge/window-client.ts'
import { prefetchLive } from './state/live.ts'
import { getRoute } from './state/navigation.ts'
import { startOwnWords } from './state/own-words.ts'
import { startShortcuts } from './state/shortcuts.ts'
import { ownRoute, startMiddleClicks } from './state/view.ts'

prepareDocument(document)
startAppearance()
startShortcuts()
startMiddleClicks()
startOwnWords()

prefetchLive('workspace.get', {})

const prefetchAfterMs = 1_000

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
// Not awaited at the top: what an area's file needs is in this file's own, and would wait for it to end.
void firstScreen().then((screen) => createRoot(root).render(screen))

async function firstScreen(): Promise<ReactNode> {
  if (client.info.view.type === 'capture') {
    const { CaptureRoot } = await import('./capture/capture-root.tsx')
    prefetchLive('chat.channels', {})
    prefetchLive('ticket.queues', {})
    return <CaptureRoot />
  }
  prefetchLive('chat.channels', {})
  if (ownRoute) {
    const { placeRoot } = await import('./app/place-root.tsx')
    return <App>{await placeRoot(ownRoute)}</App>
  }
  prefetchLive('inbox.list', {})
  prefetchLive('engine.status', {})
  prefetchLive('sync.status', {})
  // The area that is shown first is there before anything is drawn: no empty frame in between.
  await loadArea(getRoute().area)
  // Not while the engine and this window both need the processor for the first rows.
  setTimeout(() => requestIdleCallback(prefetchAreas), prefetchAfterMs)
  return <App />
}
