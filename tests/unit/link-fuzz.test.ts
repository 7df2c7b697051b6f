/** Every kind of link, address and file name, misspelt in thousands of ways: each is refused, or exactly what it promises. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanFileName, isProgramName } from '#shared/base/file-name.ts'
import { parsePlaceLink } from '#shared/base/place-link.ts'
import { createAppOrigin } from '../../src-main/shell/app-origin.ts'
import { assetPath } from '../../src-main/shell/asset-path.ts'
import { blobOfUrl } from '../../src-main/shell/blob-protocol.ts'
import { deepLinkOf, parseDeepLink } from '../../src-main/shell/deep-link.ts'
import { externalLink } from '../../src-main/shell/link-policy.ts'
import { parseServerLink } from '../../src-renderer/state/parse-server-link.ts'
import { allowedLink } from '../../src-renderer/ui/text/link-policy.ts'
import { fuzzSeed, mutationsOfText } from '../support/mutate-text.ts'

const count = 20_000
const each = (texts: readonly string[], check: (text: string, hint: string) => void): void => {
  for (const text of mutationsOfText(texts, fuzzSeed, count))
    check(text, `OUTPOST_FUZZ_SEED=${fuzzSeed}, ${JSON.stringify(text.slice(0, 300))}`)
}

const deepLinks = [
  'outpost://join/sync.example.org/aB3_-x',
  'outpost://setup/localhost:8787/code?http=1',
  'outpost://join/[::1]:8787/code/',
  'outpost://ticket/01HZZZZZZZZZZZZZZZZZZZZZZA',
  'outpost://message/01HZZZZZZZZZZZZZZZZZZZZZZA/',
  'outpost://article/01HZZZZZZZZZZZZZZZZZZZZZZA',
]
const webLinks = [
  'https://example.org/a?b=c#d',
  'http://localhost:8080/',
  'mailto:mara@example.org?subject=x&body=y',
  'https://xn--exmple-cua.org/%20',
]

describe('a link from outside', () => {
  test('passes only where it is a place or a server, letter by letter', () => {
    let passed = 0
    each(deepLinks, (text, hint) => {
      const link = parseDeepLink(text)
      if (link === null) return
      passed += 1
      expect(link, hint).toBe(text)
      expect(text, hint).toMatch(/^outpost:\/\/[\w./:?=[\]-]{1,500}$/u)
      expect(text, hint).not.toMatch(/[\s@#%&\\"']/u)
      const place = parsePlaceLink(text)
      if (place) expect(place.id, hint).toMatch(/^[0-9A-Z]{26}$/u)
    })
    expect(passed).toBeGreaterThan(0)
  })

  test('leads to an address of a host and a port, and to no other', () => {
    each(deepLinks, (text, hint) => {
      const link = parseServerLink(text)
      if (link === null) return
      const url = new URL(link.address)
      expect(['http:', 'https:'], hint).toContain(url.protocol)
      expect([url.username, url.password, url.search, url.hash, url.pathname], hint).toEqual([
        '',
        '',
        '',
        '',
        '/',
      ])
      if (link.type !== 'address') expect(link.code, hint).toMatch(/^[\w-]{1,200}$/u)
    })
  })

  test('is never taken for another argument of a start', () => {
    each([...deepLinks, '--data-dir=/x', '/usr/bin/outpost'], (text, hint) => {
      const link = deepLinkOf(['outpost', text, '--demo'])
      expect(link === null || link === text, hint).toBe(true)
      expect(link?.startsWith('-') ?? false, hint).toBe(false)
    })
  })
})

describe('a link in a text', () => {
  test('leaves the program only by three schemes, without a name in it, and means the same when it is read again', () => {
    each([...webLinks, ...deepLinks], (text, hint) => {
      const link = externalLink(text)
      if (link === null) return
      const url = new URL(link)
      expect(['http:', 'https:', 'mailto:'], hint).toContain(url.protocol)
      expect(url.username + url.password, hint).toBe('')
      expect(link, hint).not.toMatch(/[\s\p{Cc}"<>\\^`]/u)
      if (url.hostname !== '') expect(url.hostname, hint).toMatch(/^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/u)
      expect(externalLink(link), hint).toBe(link)
      if (url.protocol === 'mailto:')
        expect([...url.searchParams.keys()].join(' '), hint).not.toMatch(/attach/iu)
    })
  })

  test('is drawn as a link only by four schemes', () => {
    each([...webLinks, ...deepLinks], (text, hint) => {
      const link = allowedLink(text)
      if (link === undefined) return
      expect(link, hint).toMatch(/^(?:https?|mailto|outpost):/u)
      expect(createAppOrigin(undefined).isOwn(link), hint).toBe(false)
    })
  })
})

describe('an address of our own schemes', () => {
  const root = path.resolve('/srv/out/renderer')

  test('is a file within the built window, or none', () => {
    const urls = [
      'outpost-app://app/',
      'outpost-app://app/assets/main-1a2b.js',
      'outpost-app://app/index.html?x#y',
    ]
    each(urls, (text, hint) => {
      const asset = assetPath(root, text)
      if (asset === null) return
      expect(path.relative(root, asset.file), hint).not.toMatch(/^\.\.(?:[/\\]|$)|\0/u)
      expect(path.isAbsolute(path.relative(root, asset.file)), hint).toBe(false)
    })
  })

  test('of a picture is a hash and nothing else', () => {
    const url = `outpost-blob://blob/${'a1'.repeat(32)}`
    each([url], (text, hint) => {
      const id = blobOfUrl(text)
      if (id !== null) expect(id, hint).toMatch(/^[0-9a-f]{64}$/u)
    })
    expect(blobOfUrl(url)).not.toBeNull()
  })

  test('of a page is ours only by scheme, host and kind', () => {
    const origin = createAppOrigin(undefined)
    each(['outpost-app://app/', 'outpost-app://app/index.html', 'https://app/'], (text, hint) => {
      if (!origin.isPage(text)) return
      const url = new URL(text)
      expect([url.protocol, url.host, url.username], hint).toEqual(['outpost-app:', 'app', ''])
    })
  })
})

describe('a file name', () => {
  const names = [
    'report.pdf',
    '../../etc/passwd',
    'C:\\windows\\x.dll',
    'CON.txt',
    'a:stream.txt',
    'x.exe',
    '.bashrc',
    'ä ö.jpg',
  ]

  test('is one plain name on every system', () => {
    each(names, (text, hint) => {
      const clean = cleanFileName(text)
      expect(clean, hint).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      expect(clean, hint).not.toMatch(/^[. ]|[. ]$/u)
      expect(clean, hint).not.toMatch(
        /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)/iu,
      )
      expect(Buffer.byteLength(clean), hint).toBeLessThanOrEqual(255)
      expect(clean.length, hint).toBeGreaterThan(0)
      expect(cleanFileName(clean), hint).toBe(clean)
    })
  })

  test('that could run says so after it was cleaned', () => {
    for (const name of [
      'x.EXE',
      'x.exe.',
      'x.exe ',
      'x.pdf.lnk',
      'x\u202Efdp.exe',
      'x.ex\u200be',
      'x.settingcontent-ms',
      'x.diagcab',
      'x.img',
      'x.vhdx',
      'x.iqy',
      'x.appref-ms',
      'x.flatpakref',
      'x.mobileconfig',
      'x.inetloc',
    ])
      expect(isProgramName(cleanFileName(name)), name).toBe(true)
  })
})
