/**
 * The report that a person may hand on. Made field by field out of what is allowed: numbers, states of a fixed list, and
 * versions of a fixed form. A field that is not named here is not in it, and a value of another form is null. Ids are
 * hashed with a salt of this report, so that two reports cannot be compared with each other.
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  countedThings,
  measuredFolders,
  type Diagnostics,
  type LoopDelay,
  type ReportOptions,
} from '#shared/contract/diagnostics.ts'
import { densities, languages, themes, type Preferences } from '#shared/contract/preferences.ts'
import { flagNames } from '#shared/flags/flags.ts'
import { knownCodes, knownEvents } from './known-words.ts'

export interface ReportInput {
  readonly diagnostics: Diagnostics
  readonly preferences: Preferences
  /** Null before the workspace is made, and without an engine. */
  readonly workspaceId: string | null
  readonly personId: string | null
  /** Something new for each report. */
  readonly salt: string
  readonly options: ReportOptions
}

export const reportFormat = 'outpost-report'

export const randomSalt = (): string => randomBytes(16).toString('hex')

/** The exact text that the person reads and saves. */
export function makeReport(input: ReportInput): string {
  const { diagnostics, options, salt } = input
  const { program, system, desktop, engine, folders, log } = diagnostics
  const id = (value: string | null): string | null =>
    value === null ? null : createHash('sha256').update(`${salt} ${value}`).digest('hex').slice(0, 12)
  const flagStates = new Map<string, boolean>(diagnostics.flags.map(({ name, on }) => [name, on]))
  const report = {
    format: reportFormat,
    version: 1,
    madeAt: time(diagnostics.at),
    program: {
      version: version(program.version),
      channel: oneOf(program.channel, ['development', 'beta', 'stable']),
      electron: version(program.electron),
      chromium: version(program.chromium),
      node: version(program.node),
      v8: version(program.v8),
      isPackaged: flag(program.isPackaged),
      runningSeconds: seconds(diagnostics.at - program.startedAt),
    },
    system: {
      platform: oneOf(system.platform, ['linux', 'darwin', 'win32']),
      version: version(system.version),
      arch: oneOf(system.arch, ['x64', 'arm64', 'ia32', 'arm']),
      cpus: number(system.cpus),
      memoryMiB: mebibytes(system.memoryBytes),
      freeMemoryMiB: mebibytes(system.freeMemoryBytes),
      freeDiskMiB: mebibytes(system.freeDiskBytes),
      locale: locale(system.locale),
      displays: system.displays.slice(0, 16).map(({ width, height, scale }) => ({
        width: number(width),
        height: number(height),
        scale: number(scale),
      })),
    },
    desktop: {
      notifications: flag(desktop.notifications),
      tray: flag(desktop.tray),
      secrets: oneOf(desktop.secrets, ['keychain', 'file']),
      graphics: oneOf(desktop.graphics, graphicsStates),
      onBattery: flag(desktop.onBattery),
    },
    flags: Object.fromEntries(flagNames.map((name) => [name, flag(flagStates.get(name))])),
    preferences: preferencesPart(input.preferences),
    processes: diagnostics.processes.slice(0, 40).map(({ type, memoryBytes, cpuPercent }) => ({
      type: oneOf(type, ['shell', 'window', 'engine', 'gpu', 'other']),
      memoryMiB: mebibytes(memoryBytes),
      cpuPercent: number(cpuPercent),
    })),
    shellLoopMs: loop(diagnostics.shellLoop),
    engine: enginePart(diagnostics),
    workspace: { id: id(input.workspaceId), person: id(input.personId) },
    sync: syncPart(diagnostics, options),
    index: indexPart(diagnostics),
    store: engine.store && {
      counts: Object.fromEntries(countedThings.map((thing) => [thing, number(engine.store?.counts[thing])])),
      fileBytes: number(engine.store.fileBytes),
      oldestWaitingSeconds:
        engine.store.oldestWaitingAt === null ? null : seconds(diagnostics.at - engine.store.oldestWaitingAt),
    },
    folders: Object.fromEntries(
      measuredFolders.map((name) => {
        const { bytes, files, isPartial } = folders[name]
        return [name, { bytes: number(bytes), files: number(files), isPartial: flag(isPartial) }]
      }),
    ),
    log: {
      files: number(log.files),
      bytes: number(log.bytes),
      unreadableLines: number(log.unreadable),
      isCut: flag(log.isCut),
      problems: log.problems.map(({ event, level, source, code, count, lastAt }) => ({
        event: knownEvents.has(event) ? event : 'other',
        level: oneOf(level, ['warn', 'error']),
        source: oneOf(source, ['shell', 'engine']),
        code: code !== null && (knownCodes.has(code) || /^-?\d{1,3}$/.test(code)) ? code : null,
        count: number(count),
        lastAt: time(lastAt),
      })),
    },
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function preferencesPart({ language, theme, density, shortcuts }: Preferences): object {
  return {
    language: oneOf(language, languages),
    theme: oneOf(theme, themes),
    density: oneOf(density, densities),
    changedShortcuts: Object.keys(shortcuts).length,
  }
}

function enginePart({ at, engine }: Diagnostics): object {
  const { facts } = engine
  return {
    state: oneOf(engine.state, ['starting', 'preparing', 'ready', 'restarting', 'failed']),
    failure: oneOf(engine.failure, [
      'newer-version',
      'corrupt',
      'read-only',
      'disk-full',
      'in-use',
      'failed',
      'crashed',
    ]),
    restarts: number(engine.restarts),
    sqlite: version(facts?.sqlite),
    schemaVersion: number(facts?.schemaVersion),
    runningSeconds: facts ? seconds(at - facts.startedAt) : null,
    loopMs: loop(facts?.loop ?? null),
    slowQueries: number(facts?.slowQueries),
    slowMs: number(facts?.slowMs),
    heapMiB: mebibytes(facts?.heapBytes),
    databaseBytes: number(facts?.sizes.database),
    indexBytes: number(facts?.sizes.index),
    backupBytes: number(facts?.sizes.backups),
  }
}

function syncPart({ at, engine }: Diagnostics, { withServerAddress }: ReportOptions): object | null {
  const { sync } = engine
  if (!sync) return null
  return {
    connection: oneOf(sync.connection.type, [
      ...['none', 'connecting', 'online', 'offline', 'signed-out', 'removed', 'upgrade'],
    ]),
    role: oneOf(sync.role, ['owner', 'admin', 'agent', 'guest']),
    waiting: number(sync.waiting),
    refused: number(sync.refused),
    toCatchUp: sync.catchingUp ? number(sync.catchingUp.total - sync.catchingUp.done) : 0,
    inStepSecondsAgo: sync.syncedAt === null ? null : seconds(at - sync.syncedAt),
    clockAheadMs: number(sync.clockAheadMs),
    serverVersion: version(engine.serverVersion),
    // The one thing in here that names somebody's machine: only where the person ticked it.
    ...(withServerAddress ? { serverAddress: sync.address } : {}),
  }
}

function indexPart({ engine }: Diagnostics): object | null {
  const { index } = engine
  if (!index) return null
  return {
    state: oneOf(index.state, ['idle', 'working', 'paused', 'failed']),
    pausedBy: oneOf(index.pausedBy, ['person', 'battery']),
    progress: index.progress && { done: number(index.progress.done), total: number(index.progress.total) },
    chunks: number(index.chunks),
    bytes: number(index.bytes),
    // Models may be a person's own: which one is told by its size.
    dimensions: number(index.serving?.dimensions),
    isChanging: index.next !== null,
    modelError: oneOf(index.modelError, ['missing', 'broken', 'out-of-memory']),
    unreadableSources: number(engine.indexFailed),
  }
}

const graphicsStates = [
  ...['enabled', 'enabled_on', 'enabled_force', 'enabled_force_on', 'enabled_readback', 'disabled_off'],
  ...[
    'disabled_off_ok',
    'disabled_software',
    'unavailable_off',
    'unavailable_off_ok',
    'unavailable_software',
  ],
] as const

function oneOf(value: unknown, list: readonly string[]): string | null {
  return typeof value === 'string' && list.includes(value) ? value : null
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 100) / 100 : null
}

function flag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null
}

function mebibytes(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(value / 1024 ** 2) : null
}

const seconds = (ms: number): number | null => number(Math.round(ms / 1_000))

function time(at: number): string | null {
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : null
}

/** Digits and dots, as far as it goes: what a system or a server adds to them stays out. */
function version(value: unknown): string | null {
  return typeof value === 'string' ? (/^\d{1,6}(\.\d{1,6}){0,4}/.exec(value)?.[0] ?? null) : null
}

/** A language and a region: two or three letters each. */
function locale(value: unknown): string | null {
  return typeof value === 'string' ? (/^[a-z]{2}(-[A-Z]{2})?(?![A-Za-z])/.exec(value)?.[0] ?? null) : null
}

function loop(delay: LoopDelay | null): object | null {
  return delay && { p50: number(delay.p50), p99: number(delay.p99), max: number(delay.max) }
}
