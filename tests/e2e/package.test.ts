/**
 * What people install, started where nothing of the sources is: it opens the demo workspace, keeps what is written, reads
 * documents of every kind, carries its data along in portable mode, and is as shut as electron-builder.yml says.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findForeign, listContents } from '../../scripts/lib/package/contents.mjs'
import { createFilledWorld } from '../support/engine-world.ts'
import { docxOf, xlsxOf } from '../support/office-files.ts'
import {
  endPackaged,
  everythingBelow,
  makePackages,
  startPackaged,
  unpack,
  type Packaged,
  type Packages,
} from '../support/packaged-app.ts'
import { expectFuses } from '../support/packaged-fuses.ts'
import { pdfOf } from '../support/pdf-writer.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { smallDisk } from '../support/small-disk.ts'
import { openScreen, type XScreen } from '../support/x-screen.ts'

const patience = { timeout: 90_000, interval: 200 }
const demoTitle = 'Nordhang Technik'
const disk = smallDisk()
let packages: Packages
let program = ''
let screen: XScreen

// Only Linux packages are made and driven here; docs/release.md has the list for the other systems.
describe.runIf(process.platform === 'linux')('the packages for Linux', () => {
  const folders: string[] = []
  const mounts: string[] = []
  const newFolder = (): string => {
    folders.push(fs.mkdtempSync(path.join(tmpdir(), 'outpost-package-')))
    return folders.at(-1) ?? ''
  }
  beforeAll(async () => {
    packages = await makePackages(newFolder())
    program = await unpack(packages.tarball, newFolder())
    screen = await openScreen(process.env['DISPLAY'] ?? ':0')
    // Packing 300 MB takes its time on a small machine.
  }, 400_000)
  afterEach(endPackaged)
  afterAll(() => {
    screen.close()
    for (const folder of mounts) disk?.unmount(folder)
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  test('hold what is needed and nothing else, and are shut as they should be', () => {
    const contents = listContents(program)
    expect(findForeign(contents, { platform: process.platform, arch: process.arch })).toEqual([])
    expect(fs.readdirSync(path.join(program, 'locales')).sort()).toEqual(['de.pak', 'en-US.pak'])
    for (const name of ['LICENSE.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(fs.existsSync(path.join(program, name)), name).toBe(true)
    expectFuses(path.join(program, 'outpost'))
  })

  test('open the demo workspace, take a message, and have it at the next start', async () => {
    const home = temporaryFolder()
    const profile = path.join(home, '.config/Outpost/profiles/demo')
    const own = () => read(profile, "SELECT text FROM messages WHERE text LIKE 'packaged %'")
    const newest = (where: string) =>
      read(profile, `SELECT message_id FROM messages WHERE ${where} ORDER BY message_id DESC LIMIT 1`)[0]

    const first = startPackaged(program, home, ['--demo'])
    await shown(demoTitle)
    await leadTo(home, profile, newest('deleted_at IS NULL'))
    await screen.type('m')
    await screen.type('packaged greetings\n')
    await expect.poll(own, patience).toEqual(['packaged greetings'])
    await quit(first)

    // It is there at the next start, and a link leads to it.
    const second = startPackaged(program, home, ['--demo'])
    await shown(demoTitle)
    await leadTo(home, profile, newest("text LIKE 'packaged %'"))
    expect(own()).toEqual(['packaged greetings'])
    await keepPicture('package-demo')
    await quit(second)

    const smoke = startPackaged(program, home, ['--demo', '--smoke'])
    const code = await smoke.ended
    expect(JSON.parse(smoke.stdout())).toMatchObject({
      ok: true,
      portable: false,
      codeCache: 'used',
      parts: { trayIcons: 'ok', sqlite: 'ok', model: 'ok', onnxruntime: 'ok', llama: 'ok', ocr: 'ok' },
    })
    expect(code).toBe(0)
  })

  test('read documents of every kind that are opened with them, in portable mode, and leave no trace', async () => {
    const place = newFolder()
    const here = path.join(place, 'Stick')
    fs.cpSync(program, here, { recursive: true })
    fs.writeFileSync(path.join(here, 'portable'), '')
    const documents = writeDocuments(newFolder())
    const home = temporaryFolder()
    const profile = path.join(here, 'Outpost-data/profiles/default')

    fs.mkdirSync(path.join(profile, 'workspace'), { recursive: true })
    const { world } = await createFilledWorld({ folder: path.join(profile, 'workspace') })
    await world.engine.dispose()

    const first = startPackaged(here, home, documents)
    await shown('Outpost')
    // The question waits for the engine; Enter agrees.
    await expect
      .poll(async () => {
        await screen.focusNewest()
        await screen.press('Enter')
        return count(profile, 'workspace.db', 'SELECT count(*) FROM library_roots')
      }, patience)
      .toBe(documents.length)
    await expect
      .poll(
        () => read(profile, "SELECT name FROM library_files WHERE state <> 'indexed' OR state IS NULL"),
        patience,
      )
      .toEqual([])
    const texts = () => read(profile, 'SELECT text FROM chunks', 'index.db').join('\n')
    for (const text of ['Lager 7 prüfen', 'Jährlich, bei Windstille', 'Hauptlager', 'blinkt die Lampe rot'])
      await expect.poll(texts, patience).toContain(text)
    // Each passage with its meaning: the indexer's thread, the model and SQLite work together.
    await expect
      .poll(
        () =>
          count(
            profile,
            'index.db',
            'SELECT count(*) FROM chunks WHERE chunk_key NOT IN (SELECT chunk_key FROM vectors)',
          ),
        patience,
      )
      .toBe(0)
    await keepPicture('package-portable')
    await quit(first)
    expect(everythingBelow(home)).toEqual([])

    // Elsewhere it goes on with what it has.
    const there = path.join(place, 'Anderer Stick')
    fs.renameSync(here, there)
    const smoke = startPackaged(there, home, ['--smoke'])
    expect(await smoke.ended).toBe(0)
    expect(JSON.parse(smoke.stdout())).toMatchObject({ ok: true, portable: true, codeCache: 'used' })
    expect(everythingBelow(home)).toEqual([])
    const moved = path.join(there, 'Outpost-data/profiles/default')
    expect(read(moved, 'SELECT name FROM library_files').length).toBe(documents.length)
  })

  test.skipIf(disk === null)(
    'in portable mode on a locked medium: say so, quit, or use the folder of the system, and touch nothing [needs to mount as root]',
    async () => {
      if (!disk) return
      const here = path.join(newFolder(), 'Stick')
      fs.cpSync(program, here, { recursive: true })
      const data = path.join(here, 'Outpost-data')
      disk.mount(data, 1_000_000)
      mounts.push(data)
      const profile = path.join(data, 'profiles/default')
      fs.mkdirSync(profile, { recursive: true })
      fs.writeFileSync(path.join(profile, 'preferences.json'), '{"language":"de"}')
      disk.setReadOnly(data, true)
      const home = temporaryFolder()

      const smoke = startPackaged(here, home, ['--smoke'])
      expect(await smoke.ended).toBe(1)
      expect(JSON.parse(smoke.stdout())).toMatchObject({ ok: false, portable: true, place: 'read-only' })

      const asked = startPackaged(here, home)
      await shown('Outpost')
      await keepPicture('package-read-only')
      await screen.press('Escape')
      expect(await asked.ended).toBe(0)
      expect(everythingBelow(home)).toEqual([])

      const again = startPackaged(here, home)
      await shown('Outpost')
      await screen.press('Tab')
      await screen.press('Enter')
      expect(await again.ended).toBe(0)
      // Another program has taken its place, and this test did not start it: its log says when it is there, and gone.
      const log = path.join(home, '.config/Outpost/profiles/default/logs/outpost.log')
      const events = () => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '')
      await expect.poll(events, patience).toContain('shell.started')
      await shown('Outpost')
      await expect
        .poll(async () => {
          await screen.focusNewest()
          await screen.press('Control+q')
          return events()
        }, patience)
        .toContain('shell.stopped')
      expect(everythingBelow(data)).toEqual([
        'profiles',
        'profiles/default',
        'profiles/default/preferences.json',
      ])
    },
  )

  test('as deb: say what they need, put everything in its place, and start from there', async () => {
    const rootFolder = newFolder()
    const dpkg = (...args: string[]) => execFileSync('dpkg-deb', args, { encoding: 'utf8' })
    const field = (name: string) => dpkg('--field', packages.deb, name).trim()
    expect([field('Package'), field('Section'), field('Depends')]).toEqual([
      'outpost',
      'net',
      expect.stringContaining('libgtk-3-0'),
    ])
    dpkg('--extract', packages.deb, rootFolder)
    const desktop = fs.readFileSync(path.join(rootFolder, 'usr/share/applications/outpost.desktop'), 'utf8')
    expect(desktop).toMatch(/^Exec=\/opt\/Outpost\/outpost %U$/m)
    expect(desktop).toMatch(/^MimeType=.*text\/markdown;.*x-scheme-handler\/outpost;$/m)
    for (const size of ['16x16', '256x256', '1024x1024'])
      expect(fs.existsSync(path.join(rootFolder, `usr/share/icons/hicolor/${size}/apps/outpost.png`))).toBe(
        true,
      )
    expect(fs.existsSync(path.join(rootFolder, 'usr/share/doc/outpost/copyright'))).toBe(true)

    dpkg('--control', packages.deb, path.join(rootFolder, 'DEBIAN'))
    const [install, remove] = ['postinst', 'postrm'].map((name) =>
      fs.readFileSync(path.join(rootFolder, 'DEBIAN', name), 'utf8'),
    )
    expect(install).toContain('chmod 4755 "$folder/chrome-sandbox"')
    expect(`${install ?? ''}${remove ?? ''}`).not.toMatch(/\$\{[A-Za-z]+\}|\$HOME|\.config/)
    for (const name of ['postinst', 'postrm'])
      execFileSync('sh', ['-n', path.join(rootFolder, 'DEBIAN', name)])

    const smoke = startPackaged(path.join(rootFolder, 'opt/Outpost'), temporaryFolder(), ['--smoke'])
    expect(await smoke.ended).toBe(0)
  })
})

/** Until a window has this in its title; keys go there then. */
async function shown(title: string): Promise<void> {
  await expect.poll(() => screen.focus(title), patience).toBe(true)
}

/** By a link, as the system hands it over: a second start that ends at once. */
async function leadTo(home: string, profile: string, messageId: string | undefined): Promise<void> {
  expect(messageId).toBeDefined()
  const second = startPackaged(program, home, ['--demo', `outpost://message/${messageId ?? ''}`])
  expect(await second.ended).toBe(0)
  const preferences = path.join(profile, 'preferences.json')
  await expect
    .poll(() => (fs.existsSync(preferences) ? fs.readFileSync(preferences, 'utf8') : ''), patience)
    .toMatch(/"lastRoute":\s*"chat\//)
  await shown(demoTitle)
}

async function quit(packaged: Packaged): Promise<void> {
  await shown('Outpost')
  await screen.press('Control+q')
  expect(await packaged.ended).toBe(0)
}

function writeDocuments(folder: string): string[] {
  const steps = Array.from({ length: 9 }, (_, index) => ({
    text: `Lager ${String(index + 1)} prüfen.`,
    gap: 16,
  }))
  const files: [string, Uint8Array | string][] = [
    ['Router.md', '# Router\n\nNach einem Stromausfall blinkt die Lampe rot.\n'],
    ['Handbuch.pdf', pdfOf([[{ text: 'Störungen', size: 24 }, ...steps]])],
    ['Wartung.docx', docxOf([{ text: 'Jährlich, bei Windstille.' }])],
    [
      'Bestand.xlsx',
      xlsxOf({
        Nord: [
          ['Teil', 'Menge'],
          ['Hauptlager', 3],
        ],
      }),
    ],
  ]
  return files.map(([name, content]) => {
    fs.writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  })
}

/** For looking at; only where somebody asks for it. */
async function keepPicture(name: string): Promise<void> {
  const folder = process.env['OUTPOST_SHOTS']
  if (folder !== undefined) fs.writeFileSync(path.join(folder, `${name}.png`), await screen.picture())
}

const count = (profile: string, file: string, sql: string): number | undefined =>
  read<number>(profile, sql, file)[0]

/** One column; nothing while the file is not there, or not yet what it will be. */
function read<T = string>(profile: string, sql: string, name = 'workspace.db'): T[] {
  const file = path.join(profile, 'workspace', name)
  if (!fs.existsSync(file)) return []
  const db = new Database(file, { readonly: true, timeout: 10_000 })
  try {
    return db.prepare(sql).pluck().all() as T[]
  } catch (error) {
    if (error instanceof Database.SqliteError && /no such table/.test(error.message)) return []
    throw error
  } finally {
    db.close()
  }
}
