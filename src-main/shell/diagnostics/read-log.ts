/**
 * What went wrong lately, out of the log's files: names of events, codes and counts. The files are taken for whatever they
 * may be: huge, broken, another's. Only words that the program writes itself come out.
 */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LogFacts, LoggedProblem } from '#shared/contract/diagnostics.ts'
import { logFileName, logLimits } from '../log-file.ts'
import { knownCodes, knownEvents } from './known-words.ts'

/** Of each file, its end: all of an ordinary one. */
const maxReadBytes = 2_000_000
const maxProblems = 40
const ownFile = /^outpost(\.\d{1,2})?\.log$/

export function readLogFacts(folder: string): LogFacts {
  const files = logFiles(folder)
  const found = new Map<string, LoggedProblem>()
  let unreadable = 0
  let isCut = false
  for (const { file, bytes } of files) {
    const { lines, isPart } = lastLines(file, bytes)
    isCut ||= isPart
    for (const line of lines) {
      const problem = parseLine(line)
      if (problem === 'unreadable') unreadable += 1
      else if (problem) add(found, problem)
    }
  }
  const problems = [...found.values()].sort((a, b) => b.lastAt - a.lastAt)
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    maxFiles: logLimits.files,
    maxBytesPerFile: logLimits.bytesPerFile,
    problems: problems.slice(0, maxProblems),
    unreadable,
    isCut: isCut || problems.length > maxProblems,
  }
}

/** The log's own files, and nothing else that lies there. */
export function logFiles(folder: string): readonly { readonly file: string; readonly bytes: number }[] {
  try {
    return readdirSync(folder)
      .filter((name) => name === logFileName || ownFile.test(name))
      .flatMap((name) => {
        const file = path.join(folder, name)
        const stat = statSync(file, { throwIfNoEntry: false })
        return stat?.isFile() ? [{ file, bytes: stat.size }] : []
      })
  } catch {
    return []
  }
}

function lastLines(
  file: string,
  size: number,
): { readonly lines: readonly string[]; readonly isPart: boolean } {
  const bytes = Buffer.alloc(Math.min(size, maxReadBytes))
  try {
    const descriptor = openSync(file, 'r')
    try {
      const read = readSync(descriptor, bytes, 0, bytes.length, size - bytes.length)
      const lines = bytes.toString('utf8', 0, read).split('\n')
      const isPart = size > bytes.length
      return { lines: (isPart ? lines.slice(1) : lines).filter((line) => line !== ''), isPart }
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return { lines: [], isPart: true }
  }
}

/** Null for a line that tells of nothing wrong. */
function parseLine(line: string): LoggedProblem | 'unreadable' | null {
  let entry: unknown
  try {
    entry = JSON.parse(line)
  } catch {
    return 'unreadable'
  }
  if (typeof entry !== 'object' || entry === null) return 'unreadable'
  const { at, level, source, event, ...fields } = entry as Readonly<Record<string, unknown>>
  const time = typeof at === 'string' ? Date.parse(at) : NaN
  if (!Number.isFinite(time) || typeof event !== 'string') return 'unreadable'
  if (level !== 'warn' && level !== 'error') return null
  return {
    event: knownEvents.has(event) ? event : 'other',
    level,
    source: source === 'engine' ? 'engine' : 'shell',
    code: codeOf(fields),
    count: 1,
    lastAt: time,
  }
}

function codeOf(fields: Readonly<Record<string, unknown>>): string | null {
  for (const name of ['code', 'reason', 'error', 'type']) {
    const value = fields[name]
    if (typeof value === 'string' && knownCodes.has(value)) return value
    if (name === 'code' && typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1_000)
      return String(value)
  }
  return null
}

function add(found: Map<string, LoggedProblem>, problem: LoggedProblem): void {
  const key = `${problem.event} ${problem.level} ${problem.source} ${problem.code ?? ''}`
  const before = found.get(key)
  found.set(
    key,
    before
      ? { ...before, count: before.count + 1, lastAt: Math.max(before.lastAt, problem.lastAt) }
      : problem,
  )
}
