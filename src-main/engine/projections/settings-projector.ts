/** A space's settings to its row in `spaces`. */
import { readSpaceSettings } from '#shared/model/settings/space-settings.ts'
import { parseDocId } from '#shared/base/ids.ts'
import type { Projector } from './projector.ts'

export const settingsProjector: Projector = {
  kind: 'settings',
  version: 2,
  project({ db, row, changed }, doc) {
    const settings = readSpaceSettings(doc)
    db.run('UPDATE spaces SET name = ?, description = ?, archived = ?, device_only = ? WHERE space_id = ?', [
      settings.name,
      settings.description,
      settings.archived ? 1 : 0,
      settings.deviceOnly ? 1 : 0,
      row.spaceId,
    ])
    changed.add('channels', 'queues', 'routing', `channel:${parseDocId(row.docId)?.owner ?? ''}`)
  },
  remove({ db, row, changed }) {
    db.run(
      "UPDATE spaces SET name = '', description = '', archived = 0, device_only = 0 WHERE space_id = ?",
      [row.spaceId],
    )
    changed.add('channels', 'queues', `channel:${row.spaceId}`)
  },
}
