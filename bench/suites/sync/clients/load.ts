/** Loads one subject's client and none of the others' packages. */
import type { SubjectClient, SubjectName } from '../subject.ts'

const loaders: Record<SubjectName, () => Promise<SubjectClient>> = {
  outpost: async () => (await import('./outpost.ts')).createOutpostClient(),
  'y-websocket': async () => (await import('./y-websocket.ts')).createYWebsocketClient(),
  hocuspocus: async () => (await import('./hocuspocus.ts')).createHocuspocusClient(),
}

export function loadClient(name: SubjectName): Promise<SubjectClient> {
  return loaders[name]()
}
