/**
 * The engine: everything but the window. One per workspace folder; knows nothing of Electron. Opens the store,
 * answers commands and queries, pushes live queries, and looks after its documents in the background.
 */
import { asId, type UpdateId } from '#shared/base/ids.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { OpenError } from '#shared/contract/errors.ts'
import { builtInModelId } from '#shared/contract/models.ts'
import { parseQuery, parseRequest } from '#shared/contract/parse.ts'
import { createAttention } from './attention/attention.ts'
import { addModelFile } from './ask/add-model-file.ts'
import { createAsk } from './ask/ask.ts'
import { createForgottenQuestions } from './ask/forgotten.ts'
import { isProviderRequest, runProviderRequest } from './ask/requests.ts'
import type { Gathered } from './search/answers/gather.ts'
import type { Support } from './search/answers/support.ts'
import { createBackground } from './background/background.ts'
import { scrubTasks } from './background/scrub.ts'
import { createProjecting } from './background/projecting.ts'
import { backupTask, compactTask, tidyTask } from './background/tasks.ts'
import { createBlobs } from './blobs/blobs.ts'
import { endSnooze } from './commands/attention-commands.ts'
import type { CommandContext } from './commands/context.ts'
import { createCommandRunner } from './commands/runner.ts'
import { createCountingLog } from './diagnostics/count-log.ts'
import { createEngineFacts } from './diagnostics/engine-facts.ts'
import { createDocuments } from './documents/documents.ts'
import type { Engine, EngineDeps } from './engine-interface.ts'
import { libraryChanged } from './library/library-rows.ts'
import { createLibrary } from './library/library.ts'
import { projectors } from './projections/projectors.ts'
import { createProjectionRunner } from './projections/runner.ts'
import { attachmentsChanged, createChangedKeys } from './queries/changed-keys.ts'
import { createLiveQueries } from './queries/live-queries.ts'
import { createReaders } from './queries/readers.ts'
import { createIndexHost, indexKey } from './search/index/create-index-host.ts'
import { createIndexPokes } from './search/index/index-pokes.ts'
import { createModels } from './search/models/models.ts'
import { presenceTopics, visibleDocuments } from './queries/watched.ts'
import { createRecords } from './records/records.ts'
import { createSync, type Sync } from './sync/sync.ts'
import { foldVersion } from './search/fold.ts'
import { errorCode, isCorrupt, storeError } from './store/errors.ts'
import { relaxed } from './store/connection.ts'
import { getMeta, setMeta } from './store/meta.ts'
import { openStore } from './store/open-store.ts'
import { newestBackup } from './store/folder.ts'

export type { Engine, EngineDeps } from './engine-interface.ts'

const liveDocsBudgetBytes = 48 * 1024 * 1024
const slowQueryMs = 50

export function createEngine(deps: EngineDeps): Result<Engine, OpenError> {
  const { clock, ids } = deps
  const { log, slowQueries } = createCountingLog(deps.log)
  const opened = openStore({ folder: deps.folder, binding: deps.sqliteBinding, log, slowMs: slowQueryMs })
  if (!opened.ok) return opened
  const store = opened.value
  const { db } = store
  let isDisposed = false
  let lastCommitAt: number | null = null

  const changed = createChangedKeys()
  const pokes = createIndexPokes(libraryChanged)
  const projections = createProjectionRunner({ db, projectors, changed, log, onProjected: pokes.document })
  const documents = createDocuments({
    db,
    projections,
    nextUpdateId: () => asId<UpdateId>(ids.next()),
    budgetBytes: liveDocsBudgetBytes,
    hasServer: () => sync?.isLinked() ?? false,
  })

  const index =
    deps.index &&
    createIndexHost({
      options: deps.index,
      storeFile: store.folder.database,
      indexFile: store.folder.index,
      binding: deps.sqliteBinding,
      log,
      onOpened: () => readers.setIndex(true),
      onDamaged: () => readers.setIndex(false),
      onChange: () => live.invalidate(indexKey),
    })
  const pokeIndex = (keys: ReadonlySet<string>) => {
    const poke = pokes.take(keys)
    if (poke) index?.poke(poke)
  }
  const readers = createReaders({
    store,
    binding: deps.sqliteBinding,
    entry: deps.readerEntry,
    slowMs: slowQueryMs,
    log,
    onFault: () => deps.onFault?.(),
    index: index ?? null,
    memory: {
      engineFacts: createEngineFacts({
        ...{ store, slowQueries, slowMs: slowQueryMs, startedAt: clock.now(), loop: deps.loop },
      }),
      engineStatus: () => ({ indexing: projecting.progress(), lastCommitAt }),
      syncStatus: () => sync?.status() ?? null,
      present: (topic) => sync?.others(topic) ?? [],
      points: (topic) => sync?.points(topic) ?? [],
      question: (id) => ask.find(id),
      models: () => ({
        rows: models.rows(getMeta(db, 'searchModel') ?? builtInModelId),
        runsOthers: models.runsOthers,
      }),
    },
  })
  const { readerFor } = readers
  let isBroken = false
  const reportIfCorrupt = (code: string) => {
    if (isBroken || !isCorrupt(code)) return
    isBroken = true
    log.error('store-broken')
    deps.onBroken?.({ type: 'corrupt', file: store.folder.database, backup: newestBackup(store.folder) })
  }
  const live = createLiveQueries({
    readerFor,
    log,
    failed: (error) => reportIfCorrupt(errorCode(error)),
    onWatched: () => sync?.watch(presenceTopics(live.watched())),
  })

  const models = createModels({
    ...(deps.models ?? { folder: null, fetch: null }),
    log,
    onChange: () => live.invalidate(modelsKey),
    onFiles: (id) => {
      // The index may have waited for it, or goes on without it.
      if ((getMeta(db, 'searchModel') ?? builtInModelId) !== id) return
      index?.modelFilesChanged()
      background.kick()
    },
  })
  const context: CommandContext = {
    db,
    documents,
    records: createRecords(db, changed, () => ids.next()),
    changed,
    now: () => clock.now(),
    nextId: () => ids.next(),
    sync: {
      wake: () => sync?.wake(),
      typing: (topic, on) => sync?.typing(topic, on),
      point: (topic, point) => sync?.point(topic, point),
    },
    ask: {
      start: (question) => ask.start(question),
      approve: (id, remember) => ask.approve(id, remember),
      cancel: (id) => ask.cancel(id),
      drop: (id) => ask.drop(id),
      forgotten: createForgottenQuestions(() => clock.now()),
      setKey: (providerId, key) => ask.setKey(providerId, key),
    },
    models,
  }
  const committed = (keys: ReadonlySet<string>) => {
    pokeIndex(keys)
    // What the background tidies away, unseen by any query, must not pass for somebody at work.
    if (keys.size > 0) {
      lastCommitAt = clock.now()
      live.invalidate(keys)
      blobs.changed(keys)
      library.changed(keys)
      background.kick()
    }
    attention.changed(keys)
    sync?.kick()
  }
  const commands = createCommandRunner({ context, log, committed })

  const transact = <T>(work: () => T, durability?: 'relaxed'): T =>
    durability === 'relaxed'
      ? relaxed(store.connection, () => commands.transact(work))
      : commands.transact(work)
  const blobs = createBlobs({
    folder: store.folder.blobs,
    context,
    transact,
    sync: deps.sync,
    isOnline: () => sync?.status().connection.type === 'online',
    isReady: () => !projections.hasDirty(),
    log,
  })
  const library = createLibrary({
    context,
    transact,
    options: deps.library,
    isPaused: () => getMeta(db, 'indexPaused') === '1',
    log,
  })
  const projecting = createProjecting({
    store,
    projections,
    visible: () => visibleDocuments(live.watched()),
    isBusy: () => (sync?.status().catchingUp ?? null) !== null,
    onRows() {
      const keys = changed.take()
      live.invalidate(new Set([...keys, 'status']))
      blobs.changed(keys)
      attention.changed(keys)
      pokeIndex(keys)
    },
    onDone() {
      live.invalidate(statusKey)
      attention.changed(statusKey)
      // Files waited for the rows that say what carries them.
      blobs.changed(projectedKeys)
    },
  })
  const background = createBackground(
    [
      ...projecting.tasks,
      ...scrubTasks(store),
      ...blobs.tasks,
      ...(index?.tasks ?? []),
      compactTask(store, documents),
      tidyTask(store, documents),
      backupTask(store, clock, () => isDisposed),
    ],
    log,
  )
  const sync: Sync | null =
    deps.sync &&
    createSync({
      options: deps.sync,
      context,
      transact,
      invalidate(keys) {
        live.invalidate(keys)
        blobs.changed(keys)
        attention.changed(keys)
      },
      onCaughtUp: () => background.kick(),
      log,
    })
  const attention = createAttention({
    db,
    now: () => clock.now(),
    transact: (work) => transact(work, 'relaxed'),
    isCaughtUp: () =>
      (getMeta(db, 'serverAddress') === null || (sync?.isUpToDate() ?? false)) && !projections.hasDirty(),
    connection: () => sync?.status().connection.type ?? 'none',
    timers: deps.sync?.timers ?? null,
    wake: (place) => endSnooze(context, place),
    invalidate: (keys) => live.invalidate(keys),
    log,
  })
  const ask = createAsk({
    context,
    transact,
    invalidate: (keys) => live.invalidate(keys),
    work: {
      gather: async (input, signal) =>
        ((await readers.work({ type: 'gather', input }, signal)) ?? nothingFound) as Gathered,
      support: async (sentence, cited) =>
        ((await readers.work({ type: 'support', sentence, cited })) ?? notSupported) as Support,
    },
    options: deps.ask ?? null,
    log,
  })
  const startProjecting = () => {
    projecting.begin()
    background.kick()
  }
  const checkInBackground = async () => {
    if (!(await readers.check())) reportIfCorrupt('SQLITE_CORRUPT')
  }

  if (getMeta(db, 'foldVersion') !== foldVersion) {
    if (getMeta(db, 'foldVersion') !== null) {
      attention.rebuilding()
      projections.markAllDirty()
    }
    setMeta(db, 'foldVersion', foldVersion)
  }
  startProjecting()
  sync?.start()
  if (store.needsCheck) {
    checkInBackground().catch((error: unknown) => log.error('check-failed', { code: errorCode(error) }))
  }

  return ok({
    execute(name, input) {
      if (isDisposed) return err({ type: 'engine-unavailable' })
      const result = attention.asOwn(() => commands.execute(name, input))
      if (!result.ok && result.error.type === 'store-failed') reportIfCorrupt(result.error.code)
      return result
    },
    async query(name, input, signal) {
      const parsed = parseQuery(name, input)
      if (!parsed.ok) return parsed
      if (isDisposed) return err({ type: 'engine-unavailable' })
      try {
        return ok(await readerFor(parsed.value).run(parsed.value, signal))
      } catch (error) {
        if (signal?.aborted) return err({ type: 'cancelled' })
        log.error('query-failed', { name, code: errorCode(error) })
        reportIfCorrupt(errorCode(error))
        return err(storeError(error) ?? { type: 'internal' })
      }
    },
    async request(name, input, signal) {
      const parsed = parseRequest(name, input)
      if (!parsed.ok) return parsed
      if (isDisposed) return err({ type: 'engine-unavailable' })
      if (isProviderRequest(parsed.value))
        return runProviderRequest(db, deps.ask ?? null, parsed.value, signal)
      if (!sync) return err({ type: 'no-server' })
      return sync.request(parsed.value, signal)
    },
    attach: (draftKey, sources) => (isDisposed ? Promise.resolve() : blobs.attach(draftKey, sources)),
    library,
    addModelFile: (file) => (isDisposed ? undefined : transact(() => addModelFile(context, file))),
    addModel: (modelId, from) => (isDisposed ? undefined : models.copy(modelId, from)),
    async transferArticles(kind, folder) {
      const { exportArticles, importArticles } = await import('./articles/transfer.ts')
      const work = kind === 'export' ? exportArticles : importArticles
      const parts = {
        transact: commands.transact,
        attach: blobs.attach,
        findBlob: blobs.find,
        markdownEntry: deps.markdownEntry ?? null,
        isStopped: () => isDisposed,
        log,
      }
      return isDisposed ? { type: 'failed', reason: 'engine-unavailable' } : work(parts, folder)
    },
    findBlob: (id) => (isDisposed ? null : blobs.find(id)),
    power: (onBattery) => index?.power(onBattery),
    wake() {
      sync?.wake()
      blobs.wake()
    },
    watchAttention: (listener) => attention.watch(listener),
    connect: (send) => live.connect(send),
    transact: (work) => commands.transact(work),
    rebuild() {
      attention.rebuilding()
      projections.markAllDirty()
      documents.forgetAll()
      startProjecting()
    },
    async settled() {
      await sync?.idle()
      await models.settled()
      await library.idle()
      await background.settled()
    },
    async dispose() {
      if (isDisposed) return
      isDisposed = true
      attention.dispose()
      await ask.dispose()
      sync?.dispose()
      await blobs.dispose()
      await models.dispose()
      await library.dispose()
      background.dispose()
      await background.settled()
      await index?.dispose()
      live.dispose()
      await readers.dispose()
      documents.dispose()
      try {
        store.close()
      } catch (error) {
        // The next start then checks the file; nothing committed is lost.
        log.error('close-failed', { code: errorCode(error) })
      }
    },
  })
}

const statusKey: ReadonlySet<string> = new Set(['status'])
const modelsKey: ReadonlySet<string> = new Set(['models'])
const projectedKeys: ReadonlySet<string> = new Set([attachmentsChanged])
const nothingFound: Gathered = { isAnswerable: false, passages: [], parts: [] }
const notSupported: Support = { isSupported: false, evidence: [] }
