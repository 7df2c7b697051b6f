/** The window's start. Everything the first screen needs is asked for before React draws, so that it comes at once. */
import { createRoot } from 'react-dom/client'
import { prepareDocument } from './ui/theme/prepare-document.ts'
import './ui/theme/tokens.css'
import './ui/theme/base.css'
import { App } from './app/app.tsx'
import { startAppearance } from './app/appearance.ts'
import { loadArea, prefetchAreas } from './app/areas.tsx'
import { prefetchLive } from './state/live.ts'
import { getRoute } from './state/navigation.ts'
import { startShortcuts } from './state/shortcuts.ts'

prepareDocument(document)
startAppearance()
startShortcuts()

prefetchLive('workspace.get', {})
prefetchLive('chat.channels', {})
prefetchLive('inbox.list', {})
prefetchLive('engine.status', {})
prefetchLive('sync.status', {})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
// The area that is shown first is there before anything is drawn: no empty frame in between.
await loadArea(getRoute().area)
createRoot(root).render(<App />)
requestIdleCallback(() => prefetchAreas())
