/** What decides in making packages: the settings, what may be inside, and the parts of deb and rpm that we write. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findForeign, sizeByPart } from '../../scripts/lib/package/contents.mjs'
import { controlFile } from '../../scripts/lib/package/deb.mjs'
import { parseFpmArguments } from '../../scripts/lib/package/fpm-arguments.mjs'
import { specFile } from '../../scripts/lib/package/rpm.mjs'
import { azureSigning, kindsHere, parseSettings } from '../../scripts/lib/package/settings.mjs'
import { temporaryFolder } from '../support/temp-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
const load = createRequire(import.meta.url)

interface BuilderConfig {
  readonly nsis: Record<string, unknown>
  readonly mac: Record<string, unknown>
  readonly publish: unknown
}
/** electron-builder's own reading and checking of its settings, as it does before it packs. */
const builder = load('app-builder-lib/out/util/config/config.js') as {
  getConfig(folder: string, file: null, options: object): Promise<BuilderConfig>
  validateConfiguration(config: object, logger: object): Promise<void>
}
const noLog = { isEnabled: false, add: () => undefined }

describe('electron-builder.yml', () => {
  test('holds nothing that electron-builder does not know', async () => {
    const config = await builder.getConfig(root, null, {})
    await builder.validateConfiguration(config, noLog)
    await expect(
      builder.validateConfiguration({ ...config, nsis: { ...config.nsis, oneKlick: true } }, noLog),
    ).rejects.toThrow(/configuration\.nsis should be/)
  })

  test('names only files that are there', async () => {
    const text = fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
    const named = [...text.matchAll(/assets\/(?:linux|mac|windows)\/[\w.-]+/g)].map(([name]) => name)
    expect(named.length).toBeGreaterThan(4)
    for (const name of named) expect(fs.existsSync(path.join(root, name)), name).toBe(true)
  })

  test('an uninstalled or updated program leaves the work of people, and looks for no update', async () => {
    const { nsis, publish } = await builder.getConfig(root, null, {})
    expect(nsis['deleteAppDataOnUninstall']).toBe(false)
    expect(nsis['perMachine']).toBe(false)
    expect(publish).toBeNull()
  })

  test('on macOS nothing is asked for but to compile while running', async () => {
    const { mac } = await builder.getConfig(root, null, {})
    expect(mac['hardenedRuntime']).toBe(true)
    const entitlements = fs.readFileSync(path.join(root, String(mac['entitlements'])), 'utf8')
    expect([...entitlements.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ])
  })
})

describe('the icons', () => {
  const assets = path.join(root, 'assets')
  test('are there for every size that a system asks for, and are the size that they say', () => {
    for (const size of [16, 22, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      const png = fs.readFileSync(path.join(assets, 'icons', `${String(size)}x${String(size)}.png`))
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
    }
    const ico = fs.readFileSync(path.join(assets, 'icon.ico'))
    const widths = Array.from(
      { length: ico.readUInt16LE(4) },
      (_, index) => ico.readUInt8(6 + 16 * index) || 256,
    )
    expect(widths).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
    const icns = fs.readFileSync(path.join(assets, 'icon.icns'))
    expect(icns.toString('latin1', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
  })
})

describe('what may be in a package', () => {
  const here = { platform: 'linux', arch: 'x64' }
  const packed = (name: string) => ({ path: name, size: 1, part: 'part' })

  test.each([
    ['a source', 'resources/app.asar/node_modules/better-sqlite3/src/a.cpp'],
    ['a map', 'resources/app.asar/out/main/shell.cjs.map'],
    ['types', 'resources/app.asar/node_modules/yjs/index.d.ts'],
    ['a test', 'resources/app.asar/node_modules/a/test/a.js'],
    ['our own sources', 'resources/app.asar/src-main/shell/main.js'],
    ['settings of a developer', 'resources/app.asar/.npmrc'],
    ["Electron's own sample", 'resources/default_app.asar'],
    ['a binary for Windows', 'resources/app.asar.unpacked/node_modules/a/prebuilds/win32-x64.node'],
    ['one for another processor', 'resources/app.asar.unpacked/node_modules/a/bin/linux/arm64/b.so'],
    ['one for another C library', 'resources/app.asar.unpacked/node_modules/a/prebuilds/linuxmusl-x64.node'],
  ])('%s is found', (_what, name) => {
    expect(findForeign([packed(name)], here)).toHaveLength(1)
  })

  test('what belongs to no known part is found, and what belongs passes', () => {
    expect(findForeign([{ path: 'resources/extra.bin', size: 1, part: undefined }], here)).toHaveLength(1)
    const right = [
      'resources/app.asar/out/main/shell.cjs',
      'resources/app.asar.unpacked/node_modules/a/prebuilds/linux-x64.node',
      'resources/models/static-de-en/README.md',
    ]
    expect(findForeign(right.map(packed), here)).toEqual([])
  })

  test('sizes are summed by part, the largest first', () => {
    const sums = sizeByPart([
      { path: 'a', size: 1, part: 'small' },
      { path: 'b', size: 5, part: 'large' },
      { path: 'c', size: 2, part: 'small' },
    ])
    expect(sums).toEqual([
      { part: 'large', bytes: 5, files: 1 },
      { part: 'small', bytes: 3, files: 2 },
    ])
  })
})

describe('packing for Linux', () => {
  const script = (text: string): string => {
    const file = path.join(temporaryFolder(), 'script.sh')
    fs.writeFileSync(file, text)
    return file
  }
  const wanted = () =>
    parseFpmArguments([
      ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0', '-d', 'libnss3', '--deb-recommends', 'a'],
      ...[
        '--architecture',
        'amd64',
        '--description',
        'A summary\n and more of it',
        '--version',
        '1.2.3~beta',
      ],
      ...['--package', '/tmp/x.deb', '--name', 'outpost', '--maintainer', 'A <a@b.invalid>', '--url', 'u'],
      ...['--after-install', script('echo 100%\n'), '--after-remove', script('exit 0\n')],
      ...['/some/unpacked/=/opt/Outpost', '/x/icon.png=/usr/share/icons/outpost.png'],
    ])

  test('the control file says what dpkg asks for', () => {
    expect(controlFile(wanted(), 1234)).toBe(
      [
        'Package: outpost',
        'Version: 1.2.3~beta',
        'Architecture: amd64',
        'Maintainer: A <a@b.invalid>',
        'Installed-Size: 1234',
        'Depends: libgtk-3-0, libnss3',
        'Recommends: a',
        'Section: misc',
        'Priority: optional',
        'Homepage: u',
        'Description: A summary',
        ' and more of it',
        '',
      ].join('\n'),
    )
  })

  test('a spec owns its folder and each file outside of it, and no percent sign becomes a macro', () => {
    const spec = specFile(wanted(), ['opt/Outpost/outpost', 'usr/share/icons/outpost.png'])
    expect(spec).toContain('\n"/opt/Outpost"\n"/usr/share/icons/outpost.png"\n')
    expect(spec).toContain('%post\necho 100%%\n')
  })

  test('an argument that nobody here knows is refused instead of passed over', () => {
    expect(() => parseFpmArguments(['--deb-systemd', 'x'])).toThrow(/--deb-systemd/)
    expect(() => parseFpmArguments(['-t', 'pacman'])).toThrow(/missing|pacman/)
  })

  test('the scripts hold up under sh, and an upgrade takes nothing away', () => {
    const folder = path.join(root, 'assets/linux')
    for (const name of ['after-install.sh', 'after-remove.sh'])
      expect(fs.readFileSync(path.join(folder, name), 'utf8')).toMatch(/^#!\/bin\/sh\n/)
    expect(fs.readFileSync(path.join(folder, 'after-remove.sh'), 'utf8')).toMatch(/\*\) exit 0 ;;/)
  })
})

describe('the settings of a run', () => {
  test('are read, and what is wrong is said', () => {
    const [first = ''] = kindsHere()
    expect(parseSettings([`--only=${first}`, '--quick', '--out', 'x'])).toMatchObject({
      only: [first],
      quick: true,
      release: false,
      out: path.resolve('x'),
    })
    expect(() => parseSettings(['--only', 'floppy'])).toThrow(/floppy/)
    expect(() => parseSettings(['--only'])).toThrow(/value/)
    expect(() => parseSettings(['--publish'])).toThrow(/--publish/)
  })

  test('signing by Azure is used where all of it is known', () => {
    const env = {
      AZURE_SIGNING_ENDPOINT: 'https://weu.codesigning.azure.net',
      AZURE_SIGNING_ACCOUNT: 'account',
      AZURE_SIGNING_PROFILE: 'profile',
      AZURE_SIGNING_PUBLISHER: 'CN=Outpost',
    }
    expect(azureSigning(env)).toMatchObject({ publisherName: 'CN=Outpost' })
    expect(azureSigning({ ...env, AZURE_SIGNING_PROFILE: '' })).toBeUndefined()
  })
})
