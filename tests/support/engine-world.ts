/**
 * An engine on a real file in a folder of its own, with a clock and random numbers that the test holds. What a
 * test looks at beside the engine's answers, it reads through a second connection to the same file.
 */
import path from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { asId, type ArticleId, type VersionId } from '#shared/base/ids.ts'
import { silentLog, type Log } from '#shared/base/log.ts'
import { createRandom, type Random } from '#shared/base/random.ts'
import { unwrap, type Result } from '#shared/base/result.ts'
import { createUlidFactory, type Ulid, type UlidFactory } from '#shared/base/ulid.ts'
import type {
  CommandInput,
  CommandName,
  QueryInput,
  QueryName,
  QueryOutput,
} from '#shared/contract/contract.ts'
import type { CallError, OpenError } from '#shared/contract/errors.ts'
import type { AskOptions } from '../../src-main/engine/ask/ask.ts'
import { createEngine, type Engine, type EngineDeps } from '../../src-main/engine/engine.ts'
import type { LibraryOptions } from '../../src-main/engine/library/library.ts'
import type { ModelOptions } from '../../src-main/engine/search/models/models.ts'
import type { IndexOptions } from '../../src-main/engine/search/index/create-index-host.ts'
import type { SyncOptions } from '../../src-main/engine/sync/sync.ts'
import { temporaryFolder } from './temp-folder.ts'

/** A Saturday evening in November. */
export const testStart = Date.UTC(2026, 10, 21, 18, 0, 0)

export interface TestClock {
  now(): number
  set(timeMs: number): void
  advance(ms: number): void
}

export function createTestClock(timeMs = testStart): TestClock {
  let time = timeMs
  return {
    now: () => time,
    set: (next) => (time = next),
    advance: (ms) => (time += ms),
  }
}

export interface World {
  readonly folder: string
  readonly clock: TestClock
  readonly random: Random
  readonly ids: UlidFactory
  /** The engine as it is now; another one after `restart`. */
  readonly engine: Engine
  nextId<T extends Ulid>(): T
  execute<Name extends CommandName>(name: Name, input: CommandInput<Name>): Result<unknown, CallError>
  /** The command must succeed. */
  must<Name extends CommandName>(name: Name, input: CommandInput<Name>): void
  /** The query must succeed. */
  ask<Name extends QueryName>(name: Name, input: QueryInput<Name>): Promise<QueryOutput<Name>>
  restart(): Promise<Engine>
  /** Looks at the file through a connection of its own. */
  look<T>(work: (db: Database.Database) => T): T
}

export interface WorldOptions {
  readonly folder?: string
  readonly seed?: number
  readonly log?: Log
  readonly readerEntry?: URL | null
  readonly markdownEntry?: URL
  readonly sync?: SyncOptions
  /** Left out: none, as most tests search by the words of the store. */
  readonly index?: IndexOptions
  readonly library?: LibraryOptions
  /** Left out: no provider can be reached. */
  readonly ask?: AskOptions
  readonly models?: ModelOptions
  readonly onBroken?: (error: OpenError) => void
  /** Runs before the engine opens the folder. */
  readonly clock?: TestClock
}

/** With the built-in model, in this thread. */
export const inlineIndex: IndexOptions = {
  modelFolder: path.resolve(import.meta.dirname, '..', '..', 'assets', 'models', 'static-de-en'),
  userModelFolder: null,
  entry: null,
}

export const readerEntry = new URL('../../src-main/workers/db-reader.ts', import.meta.url)

export function createWorld(options: WorldOptions = {}): World {
  const { folder = temporaryFolder(), seed = 1, clock = createTestClock() } = options
  const random = createRandom(seed)
  const ids = createTestIds(clock, random)
  const deps: EngineDeps = {
    folder,
    sqliteBinding: null,
    clock,
    ids,
    log: options.log ?? silentLog,
    readerEntry: options.readerEntry ?? null,
    markdownEntry: options.markdownEntry ?? null,
    sync: options.sync ?? null,
    index: options.index ?? null,
    ask: options.ask ?? null,
    ...(options.library ? { library: options.library } : {}),
    ...(options.models ? { models: options.models } : {}),
    ...(options.onBroken ? { onBroken: options.onBroken } : {}),
  }
  let engine = unwrap(createEngine(deps))
  onTestFinished(() => engine.dispose())
  const world: World = {
    folder,
    clock,
    random,
    ids,
    get engine() {
      return engine
    },
    nextId: <T extends Ulid>() => asId<T>(ids.next()),
    execute: (name, input) => engine.execute(name, input),
    must: (name, input) => void unwrap(engine.execute(name, input)),
    ask: async <Name extends QueryName>(name: Name, input: QueryInput<Name>) =>
      unwrap(await engine.query(name, input)) as QueryOutput<Name>,
    async restart() {
      await engine.dispose()
      engine = unwrap(createEngine(deps))
      return engine
    },
    look: (work) => lookAt(folder, work),
  }
  return world
}

export function createTestIds(clock: TestClock, random: Random): UlidFactory {
  const bytes = random.fork('ids')
  return createUlidFactory(
    () => clock.now(),
    () => bytes.int(0, 255),
  )
}

export function lookAt<T>(folder: string, work: (db: Database.Database) => T): T {
  const db = new Database(path.join(folder, 'workspace.db'), { readonly: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** The workspace most tests begin with. */
export const workspaceNames = {
  name: 'Windpark Nord',
  personName: 'Mara Lindqvist',
  channelName: 'Leitstand',
  queueName: 'Störungen',
}

/** A world with a workspace in it, and the ids of what it begins with. */
export async function createFilledWorld(options: WorldOptions = {}) {
  const world = createWorld(options)
  world.must('workspace.create', workspaceNames)
  const [channel] = (await world.ask('chat.channels', {})).rows
  const [queue] = (await world.ask('ticket.queues', {})).rows
  const { meta } = await world.ask('workspace.get', {})
  if (!channel || !queue || meta.meId === null) throw new Error('the workspace is not complete')
  return { world, channelId: channel.key, queueId: queue.key, me: meta.meId }
}

/** An article that a version is kept of. */
export function addArticle(world: World) {
  const articleId = world.nextId<ArticleId>()
  const versionId = world.nextId<VersionId>()
  world.must('article.create', { articleId, title: 'Router', language: 'de', spaceName: 'Wissen' })
  world.must('article.saveVersion', { articleId, versionId })
  return { articleId, versionId }
}
