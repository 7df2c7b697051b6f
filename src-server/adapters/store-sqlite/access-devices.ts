import type { AccessStore, DeviceRow } from '../../access/access-store.ts'
import type { Statements } from './statements.ts'

const selectDevices = `
  SELECT device_id AS deviceId, workspace_id AS workspaceId, person_id AS personId, devices.name AS name,
    devices.created_at AS createdAt, last_seen_at AS lastSeenAt
  FROM devices JOIN workspaces USING (workspace_key)`

/** @param uncounted writes that change no rights */
export function deviceTables(
  db: Statements,
  uncounted: Statements,
): Pick<AccessStore, 'findDevice' | 'devicesOf' | 'insertDevice' | 'endDevice' | 'noteSeen'> {
  return {
    findDevice: (tokenHash) =>
      db.get<DeviceRow>(`${selectDevices} WHERE token_hash = ? AND ended_at IS NULL`, tokenHash),
    devicesOf: (workspaceId, personId) =>
      db.all<DeviceRow>(
        `${selectDevices} WHERE workspace_id = ? AND person_id = ? AND ended_at IS NULL ORDER BY device_id DESC`,
        workspaceId,
        personId,
      ),
    insertDevice: (device, tokenHash) =>
      void db.run(
        `INSERT INTO devices (device_id, workspace_key, person_id, token_hash, name, created_at, last_seen_at)
         SELECT ?, workspace_key, ?, ?, ?, ?, ? FROM workspaces WHERE workspace_id = ?`,
        device.deviceId,
        device.personId,
        tokenHash,
        device.name,
        device.createdAt,
        device.lastSeenAt,
        device.workspaceId,
      ),
    endDevice: (deviceId, now) =>
      void db.run('UPDATE devices SET ended_at = ? WHERE device_id = ? AND ended_at IS NULL', now, deviceId),
    noteSeen: (deviceId, at) =>
      void uncounted.run(
        'UPDATE devices SET last_seen_at = ? WHERE device_id = ? AND last_seen_at < ?',
        at,
        deviceId,
        at,
      ),
  }
}
