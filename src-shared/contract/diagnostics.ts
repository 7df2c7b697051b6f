/**
 * How the program is doing: for the person who looks, and for a report that they may hand on. Numbers, states and codes
 * only; nothing that anybody wrote, and no names.
 */
import { z } from 'zod'
import type { FlagChannel, FlagName } from '../flags/flags.ts'
import { query } from './define.ts'
import type { DesktopFacts, SecretStorage } from './desktop.ts'
import type { IndexMeta } from './index-care.ts'
import type { SyncMeta } from './sync.ts'

/** In milliseconds, over the last seconds that somebody looked. */
export interface LoopDelay {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

/** What the engine's process knows without asking its store for anything large. */
export interface EngineFacts {
  readonly sqlite: string
  readonly schemaVersion: number
  readonly startedAt: number
  /** Null until it was watched for a moment. */
  readonly loop: LoopDelay | null
  /** Statements that took longer than `slowMs`, since the start. */
  readonly slowQueries: number
  readonly slowMs: number
  readonly heapBytes: number
  readonly sizes: {
    /** With its journal. */
    readonly database: number
    readonly index: number
    readonly backups: number
  }
}

export const countedThings = [
  'documents',
  'updates',
  'snapshots',
  'channels',
  'messages',
  'tickets',
  'articles',
  'people',
  'files',
  'libraryFiles',
  'librarySkipped',
] as const
export type CountedThing = (typeof countedThings)[number]

export interface StoreCounts {
  readonly counts: Readonly<Record<CountedThing, number>>
  /** Of files on this device. */
  readonly fileBytes: number
  /** How long the oldest change has been waiting for the server; null where none waits. */
  readonly oldestWaitingAt: number | null
}

/** What the check of one table found. */
export interface TableCheck {
  readonly problems: number
}

export const diagnosticsQueries = {
  'diagnostics.engine': query<EngineFacts, never>()(z.strictObject({})),
  /** Counts everything: asked for, not watched. */
  'diagnostics.counts': query<StoreCounts, never>()(z.strictObject({})),
  /** The tables of the store, to be checked one after the other. */
  'diagnostics.tables': query<null, { readonly key: string }>()(z.strictObject({})),
  /** SQLite's own check of one table and its indexes, in a thread of its own. No problems for one that is not there. */
  'diagnostics.check': query<TableCheck, never>()(z.strictObject({ table: z.string().max(100) })),
}

/** Something that went wrong, as the log has it: a name out of the program, never a message. */
export interface LoggedProblem {
  readonly event: string
  readonly level: 'warn' | 'error'
  readonly source: 'shell' | 'engine'
  readonly code: string | null
  readonly count: number
  readonly lastAt: number
}

export interface LogFacts {
  readonly files: number
  readonly bytes: number
  /** What it grows to at most. */
  readonly maxFiles: number
  readonly maxBytesPerFile: number
  /** The latest first. */
  readonly problems: readonly LoggedProblem[]
  /** Lines that are none of ours. */
  readonly unreadable: number
  /** Older lines were not looked at. */
  readonly isCut: boolean
}

/** What a folder takes; `isPartial` where there is more than was counted. */
export interface FolderSize {
  readonly bytes: number
  readonly files: number
  readonly isPartial: boolean
}

export const measuredFolders = ['workspaces', 'models', 'logs', 'browser', 'crashes'] as const
export type MeasuredFolder = (typeof measuredFolders)[number]

export interface ProcessFacts {
  readonly type: 'shell' | 'window' | 'engine' | 'gpu' | 'other'
  readonly memoryBytes: number
  readonly cpuPercent: number
}

export interface Diagnostics {
  readonly at: number
  readonly program: {
    readonly version: string
    readonly channel: FlagChannel
    readonly electron: string
    readonly chromium: string
    readonly node: string
    readonly v8: string
    readonly startedAt: number
    readonly isPackaged: boolean
  }
  readonly system: {
    readonly platform: string
    readonly version: string
    readonly arch: string
    readonly cpus: number
    readonly memoryBytes: number
    readonly freeMemoryBytes: number
    readonly freeDiskBytes: number | null
    /** As BCP 47. */
    readonly locale: string
    readonly displays: readonly { readonly width: number; readonly height: number; readonly scale: number }[]
  }
  readonly desktop: DesktopFacts & {
    readonly secrets: SecretStorage
    /** As Chromium says of its compositing: `enabled`, `disabled_software`. */
    readonly graphics: string
    readonly onBattery: boolean
  }
  readonly flags: readonly { readonly name: FlagName; readonly on: boolean }[]
  readonly processes: readonly ProcessFacts[]
  readonly shellLoop: LoopDelay | null
  readonly engine: {
    readonly state: 'starting' | 'preparing' | 'ready' | 'restarting' | 'failed'
    /** Why it cannot open: the type of an OpenError, or `crashed`. */
    readonly failure: string | null
    /** How often it came up again after its end, since the program started. */
    readonly restarts: number
    /** Null where it does not answer. */
    readonly facts: EngineFacts | null
    readonly store: StoreCounts | null
    readonly sync: SyncMeta | null
    readonly index: IndexMeta | null
    /** Sources that the index could not read. */
    readonly indexFailed: number
    /** Null without a connection, or where it did not answer soon. */
    readonly serverVersion: string | null
  }
  readonly folders: Readonly<Record<MeasuredFolder, FolderSize>>
  readonly log: LogFacts
}

export interface ReportOptions {
  /** Only where the person wants it in there. */
  readonly withServerAddress: boolean
}
export const reportOptions = z.strictObject({ withServerAddress: z.boolean() })

/** A text of the window, to be saved where the person says. */
export const textToSave = z.strictObject({
  kind: z.enum(['report', 'settings']),
  text: z.string().min(1).max(2_000_000),
})
export type TextToSave = z.input<typeof textToSave>
