/**
 * Small settings files. A write replaces the file as a whole (temporary file, then rename), so a crash leaves the old
 * or the new one and never half of one; a file that is no JSON object is set aside and never deleted.
 */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Log } from '#shared/base/log.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export interface JsonFile {
  /** The file's object; empty where there is none or it was broken. */
  read(): JsonObject
  /** Writes soon; several calls in a row are one write, of the last value. A failure is logged. */
  write(value: JsonObject): void
  /** Writes now what waits. */
  flush(): void
}

interface JsonFileDeps {
  readonly file: string
  readonly log: Log
  readonly delayMs?: number
}

/** More than any of our settings files; one that is larger is not ours. */
const maxBytes = 1_000_000

export function createJsonFile({ file, log, delayMs = 500 }: JsonFileDeps): JsonFile {
  let waiting: JsonObject | null = null
  let timer: NodeJS.Timeout | null = null
  const name = path.basename(file)

  const flush = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    if (!waiting) return
    const text = `${JSON.stringify(waiting, null, 2)}\n`
    waiting = null
    const temporary = `${file}.${process.pid}.tmp`
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      replaceFile(temporary, file, text)
    } catch (error) {
      log.warn('settings.write-failed', { file: name, code: errorCode(error) })
    }
  }

  return {
    read() {
      let text: string
      try {
        text = readFileSync(file, 'utf8')
      } catch (error) {
        if (errorCode(error) !== 'ENOENT')
          log.warn('settings.read-failed', { file: name, code: errorCode(error) })
        return {}
      }
      const value = text.length <= maxBytes ? parseObject(text) : null
      if (value) return value
      setAside(file, name, log)
      return {}
    },
    write(value) {
      waiting = value
      timer ??= setTimeout(flush, delayMs)
    },
    flush,
  }
}

function replaceFile(temporary: string, file: string, text: string): void {
  // Opened first: where that fails there is nothing to clear away.
  const descriptor = openSync(temporary, 'w', 0o600)
  try {
    try {
      writeFileSync(descriptor, text, { flush: true })
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null
  } catch {
    return null
  }
}

/** The broken file is kept for whoever wants to look; an older broken one gives way. */
function setAside(file: string, name: string, log: Log): void {
  try {
    renameSync(file, `${file}.broken`)
    log.warn('settings.set-aside', { file: name })
  } catch (error) {
    log.warn('settings.set-aside-failed', { file: name, code: errorCode(error) })
  }
}

export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown'
}
