/** What a space calls itself. Document shape: root map `settings`, one key a setting. */
import type * as Y from 'yjs'
import { textOf } from '../values.ts'

export interface SpaceSettings {
  readonly name: string
  readonly description: string
  readonly archived: boolean
  /** Its content goes to no language model outside of this program. */
  readonly deviceOnly: boolean
}

export function readSpaceSettings(doc: Y.Doc): SpaceSettings {
  const map = doc.getMap('settings')
  return {
    name: textOf(map.get('name')),
    description: textOf(map.get('description')),
    archived: map.get('archived') === true,
    deviceOnly: map.get('deviceOnly') === true,
  }
}

export function setSpaceSettings(doc: Y.Doc, changes: Partial<SpaceSettings>): void {
  const before = readSpaceSettings(doc)
  const map = doc.getMap('settings')
  for (const [key, value] of Object.entries(changes)) {
    if (before[key as keyof SpaceSettings] !== value) map.set(key, value)
  }
}
