import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataPaths, prepareFolders } from '../../src-main/shell/data-paths.ts'

const commandLine = { profile: 'alice', dataDir: null, demo: false, smoke: false, hidden: false, flags: null }
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the data folder', () => {
  it('is one for each profile, and holds every path', () => {
    const { root, ...below } = dataPaths(commandLine, folder)
    expect(root).toBe(path.join(folder, 'Outpost', 'profiles', 'alice'))
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
