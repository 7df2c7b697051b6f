/** What SQLite's and the file system's error codes mean to the rest of the program. */
import type { CallError, OpenError } from '#shared/contract/errors.ts'

export function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code
  return ''
}

export function isSqliteError(error: unknown): boolean {
  return errorCode(error).startsWith('SQLITE_')
}

export function isConstraint(error: unknown): boolean {
  return errorCode(error).startsWith('SQLITE_CONSTRAINT')
}

export function isCorrupt(code: string): boolean {
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}

/** Null where the error is no failure of the store but a bug. */
export function storeError(error: unknown): CallError | null {
  const code = errorCode(error)
  if (isDiskFull(code)) return { type: 'disk-full' }
  if (isReadOnly(code)) return { type: 'read-only' }
  if (isSqliteError(error) && !isConstraint(error)) return { type: 'store-failed', code }
  return null
}

export function openError(error: unknown, folder: string): OpenError {
  const code = errorCode(error)
  if (isDiskFull(code)) return { type: 'disk-full', folder }
  if (isReadOnly(code)) return { type: 'read-only', folder }
  return { type: 'failed', code: code || 'unknown' }
}

export function isDiskFull(code: string): boolean {
  return (
    code === 'SQLITE_FULL' ||
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    code === 'SQLITE_IOERR_WRITE' ||
    code === 'SQLITE_IOERR_SHMSIZE'
  )
}

function isReadOnly(code: string): boolean {
  return (
    code.startsWith('SQLITE_READONLY') ||
    ['EROFS', 'EACCES', 'EPERM', 'SQLITE_CANTOPEN', 'SQLITE_PERM'].includes(code)
  )
}
