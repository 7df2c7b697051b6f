/** Puts the workspaces together: which there are, an engine process for each, and the secrets that they start with. */
import path from 'node:path'
import { firstWorkspace } from '#shared/contract/bridge.ts'
import type { HostOptions } from '#shared/contract/host.ts'
import type { DataPaths } from './data-paths.ts'
import { createEngineProcess, type ForkHost } from './engine-process.ts'
import type { StartLocalModel } from './local-model-process.ts'
import type { FileLog } from './log-file.ts'
import type { RestartPolicy } from './restart-policy.ts'
import type { SecretStore } from './secret-store.ts'
import { createWorkspaceList } from './workspace-list.ts'
import { createWorkspaces, type Workspaces } from './workspaces.ts'

interface StartWorkspacesDeps {
  readonly paths: DataPaths
  readonly fork: ForkHost
  readonly sqliteBinding: string | null
  /** Fill the first one with sample work. */
  readonly demo: boolean
  /** See HostOptions. */
  readonly demoServer: HostOptions['demoServer']
  readonly secrets: SecretStore
  /** The built-in model's. */
  readonly modelFolder: string
  /** People's own models may be used. */
  readonly hasOtherModels: boolean
  /** See HostOptions. */
  readonly modelCatalogue: string | null
  readonly startLocalModel: StartLocalModel
  readonly isOnBattery: () => boolean
  readonly createPolicy: () => RestartPolicy
  readonly log: FileLog
}

export function startWorkspaces(deps: StartWorkspacesDeps): Workspaces {
  const {
    paths,
    fork,
    sqliteBinding,
    demo,
    demoServer,
    secrets,
    modelFolder,
    isOnBattery,
    createPolicy,
    log,
  } = deps
  let generation = 0
  return createWorkspaces({
    list: createWorkspaceList({
      file: paths.workspaceList,
      log,
      newId: () => Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex'),
    }),
    createEngine: (id) =>
      createEngineProcess({
        fork,
        options: () => ({
          folder: workspaceFolder(paths, id),
          sqliteBinding,
          modelFolder,
          ...(deps.hasOtherModels ? { userModelFolder: paths.models } : {}),
          ...(deps.modelCatalogue === null ? {} : { modelCatalogue: deps.modelCatalogue }),
          onBattery: isOnBattery(),
          demo: demo && id === firstWorkspace,
          demoServer: demoServer ?? null,
          token: secrets.get(id),
          providerKeys: secrets.get(providerKeysOf(id)),
        }),
        startLocalModel: deps.startLocalModel,
        onToken: (token) => secrets.set(id, token),
        onProviderKeys: (keys) => secrets.set(providerKeysOf(id), keys),
        nextGeneration: () => ++generation,
        policy: createPolicy(),
        log,
      }),
  })
}

/** Of the workspace's engine, and of what the shell leaves there. */
export function workspaceFolder(paths: DataPaths, id: string): string {
  return id === firstWorkspace ? paths.workspace : path.join(paths.workspaces, id)
}

/** Where the secrets of answer providers lie beside a workspace's token. */
const providerKeysOf = (folderId: string): string => `${folderId}/providers`
