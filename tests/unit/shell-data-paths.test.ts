import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataPaths, prepareFolders } from '../../src-main/shell/data-paths.ts'
import { keepCaches, portableFolder, takeTemporary } from '../../src-main/shell/portable.ts'

const commandLine = {
  profile: 'alice',
  dataDir: null,
  demo: false,
  smoke: false,
  hidden: false,
  flags: null,
  pseudoLocale: null,
  capture: false,
  systemFolder: false,
}
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the data folder', () => {
  it('is one for each profile, and holds every path', () => {
    const { root, isPortable, ...below } = dataPaths(commandLine, folder)
    expect(root).toBe(path.join(folder, 'Outpost', 'profiles', 'alice'))
    expect(isPortable).toBe(false)
    for (const place of Object.values(below)) expect(place.startsWith(root + path.sep)).toBe(true)
  })

  it('is the one that the command line names, made absolute', () => {
    expect(dataPaths({ ...commandLine, dataDir: 'here' }, folder).root).toBe(path.resolve('here'))
  })

  it('is made where it is missing', () => {
    const wanted = dataPaths(commandLine, folder)
    const { paths, temporary } = prepareFolders(wanted)
    expect(paths).toEqual(wanted)
    expect(temporary).toBeNull()
    expect(existsSync(paths.browser)).toBe(true)
  })

  it('that cannot be made gives the browser a temporary place, and keeps the engine on the wanted one', () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    const wanted = dataPaths({ ...commandLine, dataDir: path.join(file, 'below') }, folder)
    const { paths, temporary } = prepareFolders(wanted)
    expect(paths.workspace).toBe(wanted.workspace)
    expect(temporary).not.toBeNull()
    expect(paths.browser.startsWith(temporary ?? 'none')).toBe(true)
    expect(existsSync(paths.browser)).toBe(true)
    rmSync(temporary ?? folder, { recursive: true })
  })
})

describe('portable mode', () => {
  const program = (more: Partial<Parameters<typeof portableFolder>[0]> = {}) =>
    portableFolder({
      isPackaged: true,
      platform: 'linux',
      execPath: path.join(folder, 'outpost'),
      env: {},
      ...more,
    })
  const data = (): string => path.join(folder, 'Outpost-data')

  it('is on where the folder or the marker lies beside the program, and nowhere else', () => {
    expect(program()).toBeNull()
    writeFileSync(path.join(folder, 'portable'), '')
    expect(program()).toBe(data())
    expect(program({ isPackaged: false })).toBeNull()
    rmSync(path.join(folder, 'portable'))
    mkdirSync(data())
    expect(program()).toBe(data())
  })

  it('takes no file for the folder, and no folder for the marker', () => {
    writeFileSync(data(), '')
    mkdirSync(path.join(folder, 'portable'))
    expect(program()).toBeNull()
  })

  it('looks beside an AppImage, beside the bundle on macOS, and beside the portable program for Windows', () => {
    mkdirSync(data())
    const mounted = '/tmp/.mount_Outpost/outpost'
    const image = path.join(folder, 'Outpost.AppImage')
    expect(program({ execPath: mounted, env: { APPIMAGE: image } })).toBe(data())
    // What is no path is no answer.
    expect(program({ execPath: mounted, env: { APPIMAGE: 'Outpost.AppImage' } })).toBeNull()
    const bundle = path.join(folder, 'Outpost.app/Contents/MacOS/Outpost')
    expect(program({ platform: 'darwin', execPath: bundle })).toBe(data())
    rmSync(data(), { recursive: true })
    const env = { PORTABLE_EXECUTABLE_DIR: folder }
    expect(program({ platform: 'win32', env })).toBe(data())
    expect(program({ platform: 'linux', env })).toBeNull()
  })

  it('keeps the data of every profile there, but what the command line names goes before', () => {
    expect(dataPaths(commandLine, '/elsewhere', data())).toMatchObject({
      root: path.join(data(), 'profiles', 'alice'),
      isPortable: true,
    })
    expect(dataPaths({ ...commandLine, dataDir: '/x' }, '/elsewhere', data())).toMatchObject({
      root: path.resolve('/x'),
      isPortable: false,
    })
  })

  it('sends caches and temporary files there, and clears what an earlier run left', () => {
    const paths = dataPaths(commandLine, '/elsewhere', data())
    const env: NodeJS.ProcessEnv = {}
    keepCaches(paths, env, 'linux')
    mkdirSync(paths.temp, { recursive: true })
    writeFileSync(path.join(paths.temp, 'left'), '')
    takeTemporary(paths, env)
    expect(env).toEqual({
      XDG_CACHE_HOME: paths.cache,
      TMPDIR: paths.temp,
      TEMP: paths.temp,
      TMP: paths.temp,
    })
    expect(readdirSync(paths.temp)).toEqual([])
  })

  it('leaves the system its places where its folder cannot be written', () => {
    writeFileSync(data(), '')
    const paths = dataPaths(commandLine, '/elsewhere', data())
    const env: NodeJS.ProcessEnv = {}
    takeTemporary(paths, env)
    expect(env).toEqual({})
  })
})
