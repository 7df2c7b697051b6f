import { useSyncExternalStore } from 'react'

/** `wide`: all panes. `drawer` (below 900 px): context slides over. `single` (below 640 px): one pane at a time. */
export type FrameMode = 'wide' | 'drawer' | 'single'

const drawerQuery = '(max-width: 899.98px)'
const singleQuery = '(max-width: 639.98px)'

export function useFrameMode(): FrameMode {
  return useSyncExternalStore(subscribe, readMode)
}

function readMode(): FrameMode {
  if (matchMedia(singleQuery).matches) return 'single'
  return matchMedia(drawerQuery).matches ? 'drawer' : 'wide'
}

function subscribe(listener: () => void): () => void {
  const queries = [matchMedia(drawerQuery), matchMedia(singleQuery)]
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
