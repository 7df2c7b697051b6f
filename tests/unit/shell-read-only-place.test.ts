/** A place beside the program that cannot be written, as it is found out in real folders. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { App } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dataPaths } from '../../src-main/shell/data-paths.ts'
import { askAboutReadOnly, isReadOnly, programToStart } from '../../src-main/shell/read-only-place.ts'
import { parseCommandLine } from '../../src-main/shell/command-line.ts'
import { unwrap } from '../../src-shared/base/result.ts'
import { smallDisk } from '../support/small-disk.ts'

/** What the system's box was asked, and which button it is answered with. */
const box = vi.hoisted(() => ({ asked: [] as Electron.MessageBoxOptions[], answer: 0 }))
vi.mock('electron', () => ({
  dialog: {
    showMessageBox(options: Electron.MessageBoxOptions) {
      box.asked.push(options)
      return Promise.resolve({ response: box.answer, checkboxChecked: false })
    },
  },
}))

const isRoot = process.getuid?.() === 0
const disk = smallDisk()
/** Root may write everywhere but on what is mounted read-only; everybody else is stopped by permissions. */
const canLock = process.platform !== 'win32' && (!isRoot || disk !== null)

let folder = ''
let place = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-place-'))
  place = path.join(folder, 'Outpost-data')
  mkdirSync(place)
  if (isRoot) disk?.mount(place, 1_000_000)
  box.asked.length = 0
})
afterEach(() => {
  if (isRoot) disk?.unmount(place)
  else chmodSync(place, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

function lock(): void {
  if (isRoot) disk?.setReadOnly(place, true)
  else chmodSync(place, 0o555)
}

describe('a place beside the program', () => {
  it('that can be written is left as it was, with the folder that is needed', () => {
    const root = path.join(place, 'profiles', 'default')
    expect(isReadOnly(root)).toBe(false)
    expect(readdirSync(root)).toEqual([])
    expect(isReadOnly(root)).toBe(false)
  })

  it.runIf(canLock)('that is locked is found out, with and without the folder [root needs to mount]', () => {
    const root = path.join(place, 'profiles', 'default')
    mkdirSync(root, { recursive: true })
    writeFileSync(path.join(root, 'preferences.json'), '{}')
    if (!isRoot) chmodSync(root, 0o555)
    lock()
    expect(isReadOnly(root)).toBe(true)
    expect(isReadOnly(path.join(place, 'profiles-elsewhere'))).toBe(true)
    expect(readdirSync(root)).toEqual(['preferences.json'])
    if (!isRoot) chmodSync(root, 0o755)
  })

  it('that is wrong in another way is for the engine to explain', () => {
    writeFileSync(path.join(place, 'file'), '')
    expect(isReadOnly(path.join(place, 'file', 'below'))).toBe(false)
  })

  it('is started again by what unpacks it', () => {
    const env = { APPIMAGE: '/stick/Outpost.AppImage', PORTABLE_EXECUTABLE_FILE: 'E:\\Outpost.exe' }
    expect(programToStart('linux', '/tmp/.mount/outpost', env)).toBe('/stick/Outpost.AppImage')
    expect(programToStart('win32', 'C:\\Temp\\outpost.exe', env)).toBe('E:\\Outpost.exe')
    expect(programToStart('darwin', '/Volumes/Stick/Outpost', env)).toBe('/Volumes/Stick/Outpost')
    expect(programToStart('linux', '/stick/outpost', {})).toBe('/stick/outpost')
  })
})

describe.runIf(canLock)('what is asked about it', () => {
  /** What the program did with itself. */
  async function ask(answer: 'quit' | 'system', ...argv: string[]) {
    const paths = dataPaths(unwrap(parseCommandLine(argv)), '/elsewhere', place)
    mkdirSync(paths.root, { recursive: true })
    writeFileSync(paths.preferences, '{"language":"de"}')
    lock()
    const did: { started: unknown[]; exit: number[]; set: string[]; printed: string } = {
      ...{ started: [], exit: [], set: [], printed: '' },
    }
    box.answer = answer === 'quit' ? 0 : 1
    await askAboutReadOnly({
      app: {
        setPath: (_name: string, where: string) => void did.set.push(where),
        whenReady: () => Promise.resolve(),
        getPreferredSystemLanguages: () => ['en-US'],
        exit: (code: number) => void did.exit.push(code),
      } as unknown as App,
      print: (text) => void (did.printed += text),
      start: (program, args) => void did.started.push([program, args]),
      commandLine: unwrap(parseCommandLine(argv)),
      paths,
      process: {
        argv: ['/stick/outpost', ...argv],
        execPath: '/stick/outpost',
        platform: 'linux',
        env: {},
      },
    })
    // Where Chromium wrote meanwhile is gone again, and what lay there is as it was.
    for (const where of did.set) expect(existsSync(where)).toBe(false)
    expect(readFileSync(paths.preferences, 'utf8')).toBe('{"language":"de"}')
    expect(readdirSync(paths.root)).toEqual(['preferences.json'])
    return { did, paths }
  }

  it('is said in the language of what lies there, names the folder, and quits unless it is told otherwise', async () => {
    const { did, paths } = await ask('quit', '--profile=anna')
    expect(did).toMatchObject({ started: [], exit: [0] })
    expect(box.asked).toEqual([
      expect.objectContaining({
        message: 'Outpost kann neben sich nichts speichern',
        detail: expect.stringContaining(paths.root) as string,
        buttons: ['Beenden', 'Ordner des Systems nutzen'],
        defaultId: 0,
        cancelId: 0,
      }),
    ])
  })

  it("leads to the system's folder with everything else that was asked for", async () => {
    const { did } = await ask('system', '--profile=anna', 'outpost://ticket/x')
    expect(did.exit).toEqual([0])
    expect(did.started).toEqual([
      ['/stick/outpost', ['--profile=anna', 'outpost://ticket/x', '--system-folder']],
    ])
  })

  it('is no question where nobody looks', async () => {
    const { did } = await ask('system', '--smoke')
    expect(box.asked).toEqual([])
    expect(did).toMatchObject({ started: [], exit: [1] })
    expect(JSON.parse(did.printed)).toMatchObject({ ok: false, place: 'read-only' })
  })
})
