/** Why a server could not start, and what its operator can do about it. */
import Database from 'better-sqlite3'
import { BrokenDatabase, NewerDatabase } from './adapters/store-sqlite/database.ts'
import { StoreFull } from './feed/sync-store.ts'

export type StartError =
  | { readonly type: 'folder-in-use'; readonly folder: string }
  | { readonly type: 'folder-not-writable'; readonly folder: string }
  | { readonly type: 'disk-full'; readonly folder: string }
  | { readonly type: 'newer-database'; readonly folder: string }
  | { readonly type: 'broken-database'; readonly folder: string }
  | { readonly type: 'port-in-use'; readonly host: string; readonly port: number }
  | { readonly type: 'address-not-allowed'; readonly host: string; readonly port: number }
  | { readonly type: 'no-such-address'; readonly host: string }
  | { readonly type: 'bad-certificate' }

/** Null where it is a bug. */
export function folderError(error: unknown, folder: string): StartError | null {
  if (error instanceof NewerDatabase) return { type: 'newer-database', folder }
  if (error instanceof BrokenDatabase) return { type: 'broken-database', folder }
  if (error instanceof StoreFull) return { type: 'disk-full', folder }
  const code = codeOf(error)
  const isSqlite = error instanceof Database.SqliteError
  if (isSqlite && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')) {
    return { type: 'broken-database', folder }
  }
  if (['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT'].includes(code)) {
    return { type: 'disk-full', folder }
  }
  const isRefused = code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM'
  return isRefused || ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code)
    ? { type: 'folder-not-writable', folder }
    : null
}

/** Null where it is a bug. */
export function listenError(error: unknown, host: string, port: number): StartError | null {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return { type: 'port-in-use', host, port }
    case 'EACCES':
      return { type: 'address-not-allowed', host, port }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return { type: 'no-such-address', host }
    default:
      return null
  }
}

/** For the terminal. */
export function describeStartError(error: StartError): string {
  switch (error.type) {
    case 'folder-in-use':
      return `Another server is running on ${error.folder}. Stop it first, or give this one a folder of its own with --data.`
    case 'folder-not-writable':
      return `The data folder ${error.folder} cannot be written to. Give it to this user, or name another with --data.`
    case 'disk-full':
      return `The disk of ${error.folder} is full. Make room and start again; nothing was lost.`
    case 'newer-database':
      return `The data in ${error.folder} was written by a newer version of this server. Start that version; this one would damage it.`
    case 'broken-database':
      return (
        `The database in ${error.folder} is damaged, and was left as it is. Move outpost-server.db and the files ` +
        'beginning with its name elsewhere, put your last backup of outpost-server.db in their place and start with ' +
        '--restored: the devices of your people then send again what the backup lacks.'
      )
    case 'port-in-use':
      return `Port ${error.port} on ${error.host} is taken. Stop what listens there, or choose another with --port.`
    case 'address-not-allowed':
      return `This user may not listen on ${error.host}, port ${error.port}. Ports below 1024 usually need more rights: choose another with --port.`
    case 'no-such-address':
      return `This machine has no address ${error.host}. Name one it has with --host.`
    case 'bad-certificate':
      return 'The certificate and key given with --tls-cert and --tls-key do not work together. Both have to be PEM files.'
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
