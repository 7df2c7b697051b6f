/** Puts together how the program is doing, and makes the report of it. Works with an engine that cannot open. */
import path from 'node:path'
import type { Diagnostics, FolderSize, MeasuredFolder, ReportOptions } from '#shared/contract/diagnostics.ts'
import type { DesktopFacts, SecretStorage } from '#shared/contract/desktop.ts'
import { flagNames, type FlagStates } from '#shared/flags/flags.ts'
import { createLoopWatch } from '../../process/loop-watch.ts'
import type { DataPaths } from '../data-paths.ts'
import type { FileLog } from '../log-file.ts'
import type { PreferencesStore } from '../preferences.ts'
import type { Workspaces } from '../workspaces.ts'
import { askEngine, type EngineAnswers } from './ask-engine.ts'
import { measureFolder } from './measure-folder.ts'
import { readLogFacts } from './read-log.ts'
import { graphicsState, isOnBattery, processFacts, programFacts, systemFacts } from './system-facts.ts'

export interface DiagnosticsSource {
  collect(): Promise<Diagnostics>
  /** The exact text to be read, saved or copied. Goes nowhere. */
  report(options: ReportOptions): Promise<string>
  /** False where something could not be deleted. */
  deleteLogs(): boolean
}

interface DiagnosticsDeps {
  readonly paths: DataPaths
  readonly workspaces: Pick<Workspaces, 'current'>
  readonly preferences: Pick<PreferencesStore, 'get'>
  readonly desktop: { facts(): Promise<DesktopFacts> }
  readonly secretStorage: () => SecretStorage
  readonly flags: FlagStates
  readonly startedAt: number
  readonly log: FileLog
}

export function createDiagnostics(deps: DiagnosticsDeps): DiagnosticsSource {
  const { paths, log } = deps
  const loop = createLoopWatch()
  let calls = 0

  const collect = async (): Promise<{
    readonly diagnostics: Diagnostics
    readonly answers: EngineAnswers
  }> => {
    const shellLoop = loop()
    log.flush()
    const [answers, system, desktop, folders] = await Promise.all([
      askEngine(deps.workspaces.current(), () => `shell:diagnostics:${++calls}`),
      systemFacts(paths.root),
      deps.desktop.facts(),
      measureFolders(paths),
    ])
    const diagnostics: Diagnostics = {
      at: Date.now(),
      program: programFacts(deps.startedAt),
      system,
      desktop: {
        ...desktop,
        secrets: deps.secretStorage(),
        graphics: graphicsState(),
        onBattery: isOnBattery(),
      },
      flags: flagNames.map((name) => ({ name, on: deps.flags[name] })),
      processes: processFacts(),
      shellLoop,
      engine: answers.engine,
      folders,
      log: readLogFacts(paths.logs),
    }
    return { diagnostics, answers }
  }

  return {
    collect: async () => (await collect()).diagnostics,
    async report(options) {
      const { diagnostics, answers } = await collect()
      const { makeReport, randomSalt } = await import('./report.ts')
      return makeReport({
        ...{
          diagnostics,
          options,
          preferences: deps.preferences.get(),
          salt: randomSalt(),
        },
        ...{ workspaceId: answers.workspaceId, personId: answers.personId },
      })
    },
    deleteLogs: () => log.clear(),
  }
}

async function measureFolders(paths: DataPaths): Promise<Readonly<Record<MeasuredFolder, FolderSize>>> {
  const [first, others, models, logs, browser, crashes] = await Promise.all(
    [paths.workspace, paths.workspaces, paths.models, paths.logs, paths.browser, paths.crashes].map(
      (folder) => measureFolder(path.resolve(folder)),
    ),
  )
  const nothing: FolderSize = { bytes: 0, files: 0, isPartial: false }
  const sum = (a = nothing, b = nothing): FolderSize => ({
    bytes: a.bytes + b.bytes,
    files: a.files + b.files,
    isPartial: a.isPartial || b.isPartial,
  })
  return {
    workspaces: sum(first, others),
    models: models ?? nothing,
    logs: logs ?? nothing,
    browser: browser ?? nothing,
    crashes: crashes ?? nothing,
  }
}
