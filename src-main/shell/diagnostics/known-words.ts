/**
 * All that a report takes out of the log: what the program itself writes there. The log is a file, and whoever can write
 * files can write into it; a word that is not here does not get out. tests/unit/diagnostics-log.test.ts finds what is missing.
 */
import { constants } from 'node:os'

export const knownEvents: ReadonlySet<string> = new Set([
  ...['app-protocol.missing', 'app-protocol.refused', 'articles-export-failed', 'articles-import-failed'],
  ...['ask-failed', 'attach-failed', 'attention-failed', 'background-failed', 'blob-protocol.missing'],
  ...['bridge.refused', 'bug', 'check-failed', 'clock-off', 'close-failed', 'command-failed'],
  ...['demo-server-failed', 'diagnostics.failed', 'download.refused', 'engine.close-timeout', 'engine.died'],
  ...['engine.given-up', 'engine.open-failed', 'file.open-failed', 'file.save-failed', 'files-ask-failed'],
  ...['files-failed', 'folder.open-failed', 'host-failed', 'index-damaged', 'index-failed'],
  ...['index-source-failed', 'indexer-died', 'indexer-error', 'library-add-failed', 'library-watch-failed'],
  ...['link.failed', 'link.not-registered', 'link.refused', 'live-query-failed', 'live-request-refused'],
  ...['log-in.failed', 'log.lost', 'model-catalogue-unreadable', 'model-failed'],
  ...['model-not-removed', 'model-unusable'],
  ...['notification.failed', 'permission.refused', 'print.failed', 'projection-failed', 'query-failed'],
  ...['reader-died', 'request.refused', 'secrets.decrypt-failed', 'secrets.encrypt-failed'],
  ...['kept-screen.read-failed', 'kept-screen.write-failed'],
  ...['secrets.no-keychain', 'settings.read-failed', 'settings.set-aside', 'settings.set-aside-failed'],
  ...['settings.write-failed', 'shell.child-gone', 'shell.fault', 'shell.rejection', 'slow-query'],
  ...['store-broken', 'store-open-failed', 'sync-failed', 'sync-malformed', 'text.save-failed'],
  ...['link.dropped', 'link.not-asked', 'navigation.not-undone', 'navigation.undone', 'switches.dropped'],
  ...['log-in.refused', 'spelling.not-copied', 'spelling.not-found', 'webview.refused'],
  ...['window.died', 'window.load-failed', 'window.preload-failed', 'window.unresponsive'],
])

const sqliteCodes = [
  ...['ERROR', 'INTERNAL', 'PERM', 'ABORT', 'BUSY', 'LOCKED', 'NOMEM', 'READONLY', 'INTERRUPT', 'IOERR'],
  ...['CORRUPT', 'NOTFOUND', 'FULL', 'CANTOPEN', 'PROTOCOL', 'EMPTY', 'SCHEMA', 'TOOBIG', 'CONSTRAINT'],
  ...['MISMATCH', 'MISUSE', 'NOLFS', 'AUTH', 'FORMAT', 'RANGE', 'NOTADB'],
  ...['BUSY_RECOVERY', 'BUSY_SNAPSHOT', 'CANTOPEN_ISDIR', 'CORRUPT_VTAB', 'CORRUPT_INDEX'],
  ...['CONSTRAINT_UNIQUE', 'CONSTRAINT_PRIMARYKEY', 'CONSTRAINT_FOREIGNKEY', 'CONSTRAINT_NOTNULL'],
  ...['CONSTRAINT_CHECK', 'IOERR_READ', 'IOERR_SHORT_READ', 'IOERR_WRITE', 'IOERR_FSYNC', 'IOERR_LOCK'],
  ...['IOERR_SHMOPEN', 'IOERR_SHMSIZE', 'IOERR_SHMMAP', 'READONLY_DBMOVED', 'READONLY_CANTLOCK'],
].map((code) => `SQLITE_${code}`)

/** Of systems, of SQLite, and of our own errors. */
export const knownCodes: ReadonlySet<string> = new Set([
  ...Object.keys(constants.errno),
  ...sqliteCodes,
  ...['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'EvalError', 'AbortError'],
  ...['SqliteError', 'ZodError', 'TimeoutError', 'DataCloneError', 'unknown'],
  ...['invalid-input', 'unknown-call', 'unsupported-version', 'no-workspace', 'not-found', 'no-access'],
  ...['disk-full', 'read-only', 'store-failed', 'engine-unavailable', 'timeout', 'cancelled', 'internal'],
  ...['no-server', 'unreachable', 'not-a-server', 'upgrade', 'other-workspace', 'sender', 'too-large'],
  ...['newer-version', 'corrupt', 'in-use', 'failed', 'crashed', 'killed', 'oom', 'abnormal-exit'],
  ...['launch-failed', 'integrity-failure'],
])
