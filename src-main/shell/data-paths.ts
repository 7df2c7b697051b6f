/**
 * Where everything lies: one data folder holds the workspace, the logs, the preferences and what Chromium keeps, so
 * that a profile can be copied, deleted or carried about as a whole. No other module knows a path below it.
 */
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CommandLine } from './command-line.ts'

export interface DataPaths {
  readonly root: string
  /** The engine's own: that of the first workspace, and where those of the others are. */
  readonly workspace: string
  readonly workspaces: string
  /** Which workspaces there are, and what signs this device in at their servers. */
  readonly workspaceList: string
  readonly secrets: string
  /** Models that a person fetched or brought along; all workspaces share them. */
  readonly models: string
  readonly logs: string
  readonly preferences: string
  readonly windowState: string
  /** Chromium's `userData` and `sessionData`. */
  readonly browser: string
  readonly crashes: string
  /** Of libraries below us, and temporary files: used only by portable data. */
  readonly cache: string
  readonly temp: string
  /** The data lies beside the program. */
  readonly isPortable: boolean
}

/** The folder of all profiles that lie where they usually do. */
export function usualPlace(appData: string): string {
  return path.join(appData, 'Outpost')
}

/**
 * @param appData the system's folder for programs' data
 * @param portable the folder beside the program that takes its place; null for none
 */
export function dataPaths(
  commandLine: CommandLine,
  appData: string,
  portable: string | null = null,
): DataPaths {
  const root =
    commandLine.dataDir === null
      ? path.join(portable ?? usualPlace(appData), 'profiles', commandLine.profile)
      : path.resolve(commandLine.dataDir)
  return {
    root,
    workspace: path.join(root, 'workspace'),
    workspaces: path.join(root, 'workspaces'),
    workspaceList: path.join(root, 'workspaces.json'),
    secrets: path.join(root, 'secrets.json'),
    models: path.join(root, 'models'),
    logs: path.join(root, 'logs'),
    preferences: path.join(root, 'preferences.json'),
    windowState: path.join(root, 'window.json'),
    browser: path.join(root, 'browser'),
    crashes: path.join(root, 'crashes'),
    cache: path.join(root, 'cache'),
    temp: path.join(root, 'temp'),
    isPortable: portable !== null && commandLine.dataDir === null,
  }
}

/**
 * Makes the folders. Where the data folder cannot be written, Chromium gets a temporary one, so that a window comes
 * up and the engine can say in it what is wrong; `temporary` is then that folder, for the caller to delete.
 */
export function prepareFolders(wanted: DataPaths): {
  readonly paths: DataPaths
  readonly temporary: string | null
} {
  try {
    for (const folder of [wanted.root, wanted.logs, wanted.browser, wanted.crashes]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      accessSync(folder, constants.W_OK)
    }
    return { paths: wanted, temporary: null }
  } catch {
    // Why is told by the engine, which meets the same folder and has the words for it.
    const temporary = mkdtempSync(path.join(tmpdir(), 'outpost-'))
    const browser = path.join(temporary, 'browser')
    const crashes = path.join(temporary, 'crashes')
    for (const folder of [browser, crashes]) mkdirSync(folder)
    return { paths: { ...wanted, browser, crashes }, temporary }
  }
}
