/**
 * Brings files into the store, onto a draft: copies, hashes and checks them as they stream by. The rows of the draft are
 * the list of what is done: a row that was taken away ends its copying. Paths come from the shell alone.
 */
import fs from 'node:fs/promises'
import { cleanFileName } from '#shared/base/file-name.ts'
import type { Log } from '#shared/base/log.ts'
import { maxAttachments, type FileFailure } from '#shared/contract/attachments.ts'
import type { AttachSource } from '#shared/contract/host.ts'
import { errorCode, isDiskFull } from '../store/errors.ts'
import type { BlobFiles } from './blob-files.ts'
import { putHere, type BlobContext } from './blob-rows.ts'
import { maxFileBytesOf } from './limits.ts'
import { sniffBytes, sniffType } from './sniff.ts'

export interface Imports {
  /** Ends when all of them are on the draft, as copied or as failed. */
  attach(draftKey: string, sources: readonly AttachSource[]): Promise<void>
  dispose(): Promise<void>
}

export interface ImportDeps {
  readonly context: BlobContext & { readonly now: () => number; readonly nextId: () => string }
  readonly files: BlobFiles
  readonly transact: <T>(work: () => T, durability?: 'relaxed') => T
  readonly log: Log
}

const progressEveryMs = 200
/** More than a draft takes is not even noted, however many were dropped. */
const maxNoted = maxAttachments + 5

interface Import {
  readonly draftKey: string
  readonly fileKey: string
  readonly name: string
  readonly source: AttachSource
}

export function createImports({ context, files, transact, log }: ImportDeps): Imports {
  const { db, changed } = context
  const stop = new AbortController()
  const isStopped = (): boolean => stop.signal.aborted
  const running = new Set<Promise<void>>()

  // Copies that a stop cut off: the file is where it was, and can be attached again.
  if (db.value("SELECT 1 FROM draft_files WHERE state = 'copying' LIMIT 1") !== undefined) {
    db.run("UPDATE draft_files SET state = 'failed', reason = 'interrupted' WHERE state = 'copying'")
  }

  const note = (draftKey: string, sources: readonly AttachSource[]): Import[] =>
    transact(() => {
      const count = db.value<number>('SELECT count(*) FROM draft_files WHERE draft_key = ?', [draftKey]) ?? 0
      changed.add(`draftFiles:${draftKey}`)
      return sources.slice(0, Math.max(0, maxNoted - count)).flatMap((source, index) => {
        const fileKey = context.nextId()
        const name = cleanFileName(source.name)
        const isTooMany = count + index >= maxAttachments
        db.run(
          'INSERT INTO draft_files (draft_key, file_key, name, size, state, reason) VALUES (?, ?, ?, 0, ?, ?)',
          [draftKey, fileKey, name, isTooMany ? 'failed' : 'copying', isTooMany ? 'too-many' : null],
        )
        return isTooMany ? [] : [{ draftKey, fileKey, name, source }]
      })
    })

  const fail = ({ draftKey, fileKey }: Import, reason: FileFailure): void =>
    transact(() => {
      db.run("UPDATE draft_files SET state = 'failed', reason = ? WHERE draft_key = ? AND file_key = ?", [
        reason,
        draftKey,
        fileKey,
      ])
      changed.add(`draftFiles:${draftKey}`)
    })

  const isWanted = ({ draftKey, fileKey }: Import): boolean =>
    db.value('SELECT 1 FROM draft_files WHERE draft_key = ? AND file_key = ?', [draftKey, fileKey]) !==
    undefined

  /** Progress on the row, now and then; where the row is gone the copying ends. */
  const follow = (one: Import, cancel: AbortController) => {
    let toldAt = 0
    return (done: number): void => {
      if (performance.now() - toldAt < progressEveryMs) return
      toldAt = performance.now()
      transact(() => {
        const count = db.run('UPDATE draft_files SET done_bytes = ? WHERE draft_key = ? AND file_key = ?', [
          done,
          one.draftKey,
          one.fileKey,
        ])
        if (count === 0) cancel.abort()
        else changed.add(`draftFiles:${one.draftKey}`)
      }, 'relaxed')
    }
  }

  const copy = async (one: Import): Promise<void> => {
    const maxBytes = maxFileBytesOf(db)
    const opened = await open(one.source, maxBytes)
    if (!opened.ok) {
      fail(one, opened.reason)
      return
    }
    try {
      transact(() => {
        db.run('UPDATE draft_files SET size = ? WHERE draft_key = ? AND file_key = ?', [
          opened.size,
          one.draftKey,
          one.fileKey,
        ])
      }, 'relaxed')
      const cancel = new AbortController()
      const signal = AbortSignal.any([stop.signal, cancel.signal])
      const taken = await files.take(opened.pieces, { maxBytes, signal, onProgress: follow(one, cancel) })
      if (!taken.ok) {
        if (taken.error === 'too-large') fail(one, 'too-large')
        return
      }
      const { id, size } = taken.value
      const type = await sniffType(await files.head(id, sniffBytes))
      if (isStopped()) return
      transact(() => {
        putHere(context, { id, size, type }, context.now())
        const isTwice = db.value(
          'SELECT 1 FROM draft_files WHERE draft_key = ? AND blob_id = ? AND file_key <> ?',
          [one.draftKey, id, one.fileKey],
        )
        // The same content twice on one draft is one file.
        if (isTwice !== undefined) {
          db.run('DELETE FROM draft_files WHERE draft_key = ? AND file_key = ?', [one.draftKey, one.fileKey])
        } else {
          db.run(
            "UPDATE draft_files SET state = 'ready', size = ?, done_bytes = ?, blob_id = ? WHERE draft_key = ? AND file_key = ?",
            [size, size, id, one.draftKey, one.fileKey],
          )
        }
        changed.add(`draftFiles:${one.draftKey}`)
      })
    } finally {
      await opened.close()
    }
  }

  const copyOrFail = async (one: Import): Promise<void> => {
    if (isStopped() || !isWanted(one)) return
    try {
      await copy(one)
    } catch (error) {
      if (isStopped()) return
      const code = errorCode(error)
      log.warn('attach-failed', { code })
      fail(one, isDiskFull(code) ? 'disk-full' : 'unreadable')
    }
  }

  return {
    async attach(draftKey, sources) {
      const work = (async () => {
        if (isStopped()) return
        // One after the other: a disk that reads two files at once reads both more slowly.
        for (const one of note(draftKey, sources)) await copyOrFail(one)
      })().catch((error: unknown) => {
        // The store cannot be written to: what is on the draft stays, and nothing was promised of these.
        log.error('attach-failed', { code: errorCode(error) })
      })
      running.add(work)
      try {
        await work
      } finally {
        running.delete(work)
      }
    },
    async dispose() {
      stop.abort()
      await Promise.allSettled(running)
    },
  }
}

type Opened =
  | {
      readonly ok: true
      readonly size: number
      readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
      readonly close: () => Promise<void>
    }
  | { readonly ok: false; readonly reason: FileFailure }

async function open(source: AttachSource, maxBytes: number): Promise<Opened> {
  if ('bytes' in source) {
    const { bytes } = source
    if (bytes.byteLength > maxBytes) return { ok: false, reason: 'too-large' }
    return { ok: true, size: bytes.byteLength, pieces: [bytes], close: () => Promise.resolve() }
  }
  // Looked at before it is opened: opening a pipe would wait for whoever writes to it.
  if (!(await fs.stat(source.path)).isFile()) return { ok: false, reason: 'not-a-file' }
  const handle = await fs.open(source.path, 'r')
  const { size } = await handle.stat()
  if (size > maxBytes) {
    await handle.close()
    return { ok: false, reason: 'too-large' }
  }
  const pieces = handle.createReadStream({
    highWaterMark: 256 * 1024,
    autoClose: false,
  }) as AsyncIterable<Uint8Array>
  return { ok: true, size, pieces, close: () => handle.close() }
}
