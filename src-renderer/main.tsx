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
import { seedFromKeptScreen } from './state/kept-screen.ts'
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

const prefetchAfterMs = 1_000

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no #root')
const root = createRoot(container)

seedFromKeptScreen(() => {
  prefetchLive('workspace.get', {})
  prefetchLive('chat.channels', {})
  const loading = client.info.view.type === 'main' ? startMain() : null
  // Not within this file's own run (`flushSync`): it would save the next starts some compiling, but pages that were first
  // drawn so die now and then under a screen reader, in Chromium 130 (docs/performance.md).
  if (client.info.view.type === 'main' && loading === null) root.render(<App />)
  else void screen(loading).then((drawn) => root.render(drawn))
})

/** What is loaded before anything is drawn, so that there is no empty frame in between; null for nothing. */
function startMain(): Promise<unknown> | null {
  prefetchLive('inbox.list', {})
  prefetchLive('engine.status', {})
  prefetchLive('sync.status', {})
  // Not while the engine and this window both need the processor for the first rows.
  setTimeout(() => requestIdleCallback(prefetchAreas), prefetchAfterMs)
  return loadArea(getRoute().area)
}

async function screen(loading: Promise<unknown> | null): Promise<ReactNode> {
  if (client.info.view.type === 'capture') {
    prefetchLive('ticket.queues', {})
    const { CaptureRoot } = await import('./capture/capture-root.tsx')
    return <CaptureRoot />
  }
  if (ownRoute) {
    const { placeRoot } = await import('./app/place-root.tsx')
    return <App>{await placeRoot(ownRoute)}</App>
  }
  await loading
  return <App />
}
