/** Loads one subject's client and none of the others' packages. */
import type { SubjectClient, SubjectName } from '../subject.ts'

const loaders: Partial<Record<SubjectName, () => Promise<SubjectClient>>> = {
  'y-websocket': async () => (await import('./y-websocket.ts')).createYWebsocketClient(),
  hocuspocus: async () => (await import('./hocuspocus.ts')).createHocuspocusClient(),
}

export async function loadClient(name: SubjectName): Promise<SubjectClient> {
  const load = loaders[name]
  if (load === undefined) throw new Error(`there is no client of ${name} yet`)
  return load()
}
