/**
 * Portable mode: the program carries its data with it, on a stick or in a folder that is copied, and leaves nothing in
 * the person's home folder. It is on where a folder `Outpost-data` or a file `portable` lies beside the program, and always
 * in the portable program for Windows. A program under development is never portable.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { DataPaths } from './data-paths.ts'

interface ProgramPlace {
  readonly isPackaged: boolean
  readonly platform: NodeJS.Platform
  readonly execPath: string
  readonly env: Readonly<Record<string, string | undefined>>
}

const folderName = 'Outpost-data'
const markerName = 'portable'

/** The folder that takes the data of all profiles; null where the system's usual place does. */
export function portableFolder({ isPackaged, platform, execPath, env }: ProgramPlace): string | null {
  if (!isPackaged) return null
  // Set by the portable program for Windows, which unpacks itself somewhere else and starts what it unpacked.
  const unpackedFrom = env['PORTABLE_EXECUTABLE_DIR']
  if (platform === 'win32' && unpackedFrom) return path.join(unpackedFrom, folderName)
  const beside = folderBeside(platform, execPath, env)
  const folder = path.join(beside, folderName)
  return isThere(folder, 'folder') || isThere(path.join(beside, markerName), 'file') ? folder : null
}

/**
 * Says to everything that runs below this program where it may leave things. Only for portable data. The part for
 * temporary files waits for `takeTemporary`: the socket that a second start looks for has to have a short path.
 */
export function keepCaches({ cache }: DataPaths, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): void {
  // Fonts, shaders, the desktop's settings: libraries of the desktop write these by themselves.
  if (platform === 'linux') env['XDG_CACHE_HOME'] = cache
}

/** Once this is the only program on its data. What an earlier one left there is cleared. */
export function takeTemporary({ temp }: DataPaths, env: NodeJS.ProcessEnv): void {
  try {
    rmSync(temp, { recursive: true, force: true })
    mkdirSync(temp, { recursive: true, mode: 0o700 })
  } catch {
    // Where nothing can be written the engine says so; the system's own place does until then.
    return
  }
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) env[name] = temp
}

function folderBeside(platform: NodeJS.Platform, execPath: string, env: ProgramPlace['env']): string {
  // An AppImage runs from a folder that is another one each time, and says where it lies itself.
  const image = env['APPIMAGE']
  if (platform === 'linux' && image !== undefined && path.isAbsolute(image)) return path.dirname(image)
  const folder = path.dirname(execPath)
  // Outpost.app/Contents/MacOS/Outpost
  return platform === 'darwin' ? path.resolve(folder, '..', '..', '..') : folder
}

function isThere(place: string, kind: 'folder' | 'file'): boolean {
  const stat = statSync(place, { throwIfNoEntry: false })
  return kind === 'folder' ? stat?.isDirectory() === true : stat?.isFile() === true
}
