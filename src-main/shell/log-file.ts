/**
 * The log on disk: one JSON object a line, no content of people's work, a bounded size. It never throws and never
 * blocks anyone's work on a disk that is full or gone; what could not be written is counted.
 */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from '#shared/base/clock.ts'
import type { Log, LogFields, LogLevel } from '#shared/base/log.ts'

export interface FileLog extends Log {
  /** One line of another process. */
  write(source: string, level: LogLevel, event: string, fields?: LogFields): void
  /** Writes now what waits. */
  flush(): void
  /** Deletes all that was written; it goes on with an empty file. False where something could not be deleted. */
  clear(): boolean
}

interface LogFileDeps {
  readonly folder: string
  readonly clock: Clock
  /** Size at which a new file begins. */
  readonly maxBytes?: number
  /** How many files there are at most, the present one included. */
  readonly maxFiles?: number
  readonly delayMs?: number
}

export const logFileName = 'outpost.log'
/** What it grows to at most. */
export const logLimits = { files: 5, bytesPerFile: 1_000_000 }
const maxLineLength = 4_000
const maxValueLength = 500
const maxWaitingLines = 2_000

export function createFileLog(deps: LogFileDeps): FileLog {
  const { folder, clock, maxBytes = logLimits.bytesPerFile, maxFiles = logLimits.files, delayMs = 250 } = deps
  const file = path.join(folder, logFileName)
  let waiting: string[] = []
  let lost = 0
  let sizeBytes: number | null = null
  let timer: NodeJS.Timeout | null = null

  const append = (text: string): void => {
    mkdirSync(folder, { recursive: true })
    sizeBytes ??= fileSize(file)
    const bytes = Buffer.byteLength(text)
    if (sizeBytes > 0 && sizeBytes + bytes > maxBytes) {
      rotate(file, maxFiles)
      sizeBytes = 0
    }
    appendFileSync(file, text, { mode: 0o600 })
    sizeBytes += bytes
  }

  const flush = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    if (waiting.length === 0) return
    const lines = waiting
    waiting = []
    if (lost > 0) lines.push(formatLine(clock.now(), 'shell', 'warn', 'log.lost', { lines: lost }))
    try {
      append(lines.join(''))
      lost = 0
    } catch {
      // There is nowhere left to say it but here, and in the count.
      lost += lines.length
      sizeBytes = null
    }
  }

  const write = (source: string, level: LogLevel, event: string, fields?: LogFields): void => {
    if (waiting.length >= maxWaitingLines) {
      lost += 1
      return
    }
    waiting.push(formatLine(clock.now(), source, level, event, fields))
    // A fault is often followed by the end of the process.
    if (level === 'error') flush()
    else timer ??= setTimeout(flush, delayMs)
  }

  return {
    debug: (event, fields) => write('shell', 'debug', event, fields),
    info: (event, fields) => write('shell', 'info', event, fields),
    warn: (event, fields) => write('shell', 'warn', event, fields),
    error: (event, fields) => write('shell', 'error', event, fields),
    write,
    flush,
    clear() {
      waiting = []
      sizeBytes = null
      try {
        // More than there are now, should there have been more once.
        for (let n = 0; n < maxFiles + 5; n++) rmSync(numberedFile(file, n), { force: true })
        return true
      } catch {
        return false
      }
    },
  }
}

function formatLine(
  at: number,
  source: string,
  level: LogLevel,
  event: string,
  fields: LogFields = {},
): string {
  const short = Object.entries(fields).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.slice(0, maxValueLength) : value,
  ])
  const entry = { at: new Date(at).toISOString(), level, source, event }
  const line = JSON.stringify({ ...Object.fromEntries(short), ...entry })
  return `${line.length <= maxLineLength ? line : JSON.stringify({ ...entry, truncated: true })}\n`
}

/** outpost.log becomes outpost.1.log, and so on; the oldest goes. */
function rotate(file: string, maxFiles: number): void {
  const numbered = (n: number) => numberedFile(file, n)
  rmSync(numbered(maxFiles - 1), { force: true })
  for (let n = maxFiles - 2; n >= 0; n--) {
    if (statSync(numbered(n), { throwIfNoEntry: false })) renameSync(numbered(n), numbered(n + 1))
  }
}

function numberedFile(file: string, n: number): string {
  return n === 0 ? file : file.replace(/\.log$/, `.${n}.log`)
}

function fileSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
