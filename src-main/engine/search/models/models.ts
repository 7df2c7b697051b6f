/**
 * The models of this device: which there are, what is being fetched, and what became of it. Nothing is fetched unless
 * `fetch` is called. What is on the disk is asked of the disk each time, since several workspaces share the folder.
 */
import type { Log } from '#shared/base/log.ts'
import { builtInModelId, type ModelRow, type ModelState } from '#shared/contract/models.ts'
import { errorCode } from '../../store/errors.ts'
import { builtInModel, catalogue, findModel, totalBytes, type CatalogueModel } from './catalogue.ts'
import type { ModelFetch } from './fetch-file.ts'
import { createModelFolder, type ModelFolder } from './model-folder.ts'
import { copyModel, fetchModel, type ObtainOptions, type ObtainOutcome } from './obtain.ts'

export interface ModelOptions {
  /** Where fetched models are; null where none can be. */
  readonly folder: string | null
  /** Null: nothing is ever fetched. */
  readonly fetch: ModelFetch | null
  /** Others than those of the program, for tests. */
  readonly catalogue?: readonly CatalogueModel[]
  readonly after?: (ms: number, run: () => void) => { dispose(): void }
  readonly freeBytes?: () => Promise<number>
}

export interface ModelsDeps extends ModelOptions {
  readonly log: Log
  /** The rows are others now. Called a few times a second at most while something is fetched. */
  readonly onChange: () => void
  /** The model became ready, or its files went away. */
  readonly onFiles: (modelId: string) => void
}

export interface Models {
  /** False where onnxruntime has no code for this machine: then the built-in model is all there is. */
  readonly runsOthers: boolean
  /** The built-in one first. @param chosenId what the workspace searches with */
  rows(chosenId: string): ModelRow[]
  /** Whether it is the built-in one or all its files are here. */
  isReady(modelId: string): boolean
  /** Whether the catalogue has it. */
  isKnown(modelId: string): boolean
  /** Starts, or goes on; nothing where it is under way or here already. */
  fetch(modelId: string, address: string): void
  /** Copies it from a folder or a stick. */
  copy(modelId: string, from: string): void
  cancel(modelId: string): void
  /** Takes what was fetched of it away, or all of it. */
  remove(modelId: string): void
  /** Resolves when nothing is under way. */
  settled(): Promise<void>
  /** Stops what is under way; it can be gone on with. */
  dispose(): Promise<void>
}

interface Job {
  readonly cancel: AbortController
  readonly done: Promise<void>
}

const progressMs = 250

export function createModels(deps: ModelsDeps): Models {
  const { log, onChange, onFiles } = deps
  const known = deps.catalogue ?? catalogue
  const folder = deps.folder === null ? null : withFreeBytes(createModelFolder(deps.folder), deps.freeBytes)
  const after = deps.after ?? realTimers
  const jobs = new Map<string, Job>()
  const progress = new Map<string, number>()
  const stops = new Map<string, Extract<ObtainOutcome, { type: 'stopped' }>>()
  const removals = new Set<Promise<void>>()
  let toldAt = 0
  void folder?.sweep()

  const stateOf = (model: CatalogueModel): ModelState => {
    const total = totalBytes(model)
    const done = progress.get(model.id)
    if (jobs.has(model.id))
      return done === total
        ? { type: 'checking' }
        : { type: 'fetching', doneBytes: done ?? folder?.doneBytes(model) ?? 0, totalBytes: total }
    if (folder === null) return { type: 'available' }
    if (folder.isReady(model)) return { type: 'ready' }
    const stop = stops.get(model.id)
    const doneBytes = folder.doneBytes(model)
    if (stop) return { type: 'stopped', doneBytes, reason: stop.reason, file: stop.file }
    // The program ended meanwhile, or another workspace began it.
    return doneBytes > 0
      ? { type: 'stopped', doneBytes, reason: 'cancelled', file: null }
      : { type: 'available' }
  }

  const start = (model: CatalogueModel, work: (options: ObtainOptions) => Promise<ObtainOutcome>): void => {
    if (folder === null || jobs.has(model.id) || folder.isReady(model)) return
    const cancel = new AbortController()
    const options: ObtainOptions = {
      folder,
      fetch: deps.fetch ?? refuseAll,
      signal: cancel.signal,
      after,
      onProgress(bytes) {
        progress.set(model.id, bytes)
        // The clock only paces what is told.
        const now = performance.now()
        if (now - toldAt < progressMs && bytes < totalBytes(model)) return
        toldAt = now
        onChange()
      },
    }
    const run = async (): Promise<void> => {
      let outcome: ObtainOutcome
      try {
        outcome = await work(options)
      } catch (error) {
        log.error('model-failed', { model: model.id, code: errorCode(error) })
        outcome = { type: 'stopped', reason: 'not-writable', file: null }
      }
      jobs.delete(model.id)
      progress.delete(model.id)
      if (outcome.type === 'stopped') {
        stops.set(model.id, outcome)
        log.info('model-stopped', { model: model.id, reason: outcome.reason })
      } else {
        log.info('model-ready', { model: model.id })
        onFiles(model.id)
      }
      onChange()
    }
    stops.delete(model.id)
    // Begins in a turn of its own: the command that asks for it is not committed yet.
    jobs.set(model.id, { cancel, done: Promise.resolve().then(run) })
  }

  const settled = async (): Promise<void> => {
    while (jobs.size + removals.size > 0)
      await Promise.all([...[...jobs.values()].map((job) => job.done), ...removals])
  }

  return {
    runsOthers: process.platform !== 'darwin' || process.arch === 'arm64',
    rows: (chosenId) => [
      {
        key: builtInModelId,
        name: builtInModel.name,
        languages: builtInModel.languages,
        dimensions: builtInModel.dimensions,
        bytes: 0,
        licence: builtInModel.licence,
        repository: null,
        isRecommended: false,
        isChosen: chosenId === builtInModelId,
        state: { type: 'built-in' },
      },
      ...known.map((model): ModelRow => ({
        key: model.id,
        name: model.name,
        languages: model.languages,
        dimensions: model.recipe.dimensions,
        bytes: totalBytes(model),
        licence: model.licence,
        repository: model.repository,
        isRecommended: model.isRecommended,
        isChosen: chosenId === model.id,
        state: stateOf(model),
      })),
    ],
    isReady(modelId) {
      if (modelId === builtInModelId) return true
      const model = findModel(known, modelId)
      return model !== null && folder?.isReady(model) === true
    },
    isKnown: (modelId) => findModel(known, modelId) !== null,
    fetch(modelId, address) {
      const model = findModel(known, modelId)
      if (model && deps.fetch) start(model, (options) => fetchModel(model, address, options))
    },
    copy(modelId, from) {
      const model = findModel(known, modelId)
      if (!model) return
      start(model, (options) => copyModel(model, from, options))
      onChange()
    },
    cancel: (modelId) => jobs.get(modelId)?.cancel.abort(),
    remove(modelId) {
      const model = findModel(known, modelId)
      if (!model || folder === null) return
      const running = jobs.get(modelId)
      running?.cancel.abort()
      const remove = async (): Promise<void> => {
        await running?.done
        try {
          await folder.remove(model)
          stops.delete(modelId)
        } catch (error) {
          log.error('model-not-removed', { model: modelId, code: errorCode(error) })
          stops.set(modelId, { type: 'stopped', reason: 'not-writable', file: null })
        }
        onFiles(modelId)
        onChange()
      }
      const done = remove().finally(() => removals.delete(done))
      removals.add(done)
    },
    settled,
    async dispose() {
      for (const job of jobs.values()) job.cancel.abort()
      await settled()
    },
  }
}

const refuseAll: ModelFetch = () => Promise.reject(new Error('nothing is fetched here'))

function realTimers(ms: number, run: () => void): { dispose(): void } {
  const timer = setTimeout(run, ms)
  timer.unref()
  return { dispose: () => clearTimeout(timer) }
}

function withFreeBytes(folder: ModelFolder, freeBytes?: () => Promise<number>): ModelFolder {
  return freeBytes ? { ...folder, freeBytes } : folder
}
