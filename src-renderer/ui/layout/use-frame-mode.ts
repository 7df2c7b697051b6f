import { useSyncExternalStore } from 'react'

/** `wide`: all panes. `drawer` (below 900 px): context slides over. `single` (below 640 px): one pane at a time. */
export type FrameMode = 'wide' | 'drawer' | 'single'

interface Queries {
  readonly drawer: MediaQueryList
  readonly single: MediaQueryList
}

/** Made once: each new MediaQueryList costs as much as drawing a row, and this is read whenever a frame is drawn. */
let queries: Queries | undefined

function getQueries(): Queries {
  queries ??= { drawer: matchMedia('(max-width: 899.98px)'), single: matchMedia('(max-width: 639.98px)') }
  return queries
}

export function useFrameMode(): FrameMode {
  return useSyncExternalStore(subscribe, readMode)
}

function readMode(): FrameMode {
  const { drawer, single } = getQueries()
  if (single.matches) return 'single'
  return drawer.matches ? 'drawer' : 'wide'
}

function subscribe(listener: () => void): () => void {
  const { drawer, single } = getQueries()
  for (const query of [drawer, single]) query.addEventListener('change', listener)
  return () => {
    for (const query of [drawer, single]) query.removeEventListener('change', listener)
  }
}
