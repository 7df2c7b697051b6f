import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAppOrigin } from '../../src-main/shell/app-origin.ts'
import { assetPath } from '../../src-main/shell/asset-path.ts'
import { contentSecurityPolicy } from '../../src-main/shell/content-security-policy.ts'
import { externalLink } from '../../src-main/shell/link-policy.ts'

const root = path.resolve('/srv/out/renderer')

describe('the files behind outpost-app:', () => {
  it.each([
    ['outpost-app://app/', 'index.html', 'text/html; charset=utf-8'],
    ['outpost-app://app/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['outpost-app://app/assets/main-1a2b.js?v=1#x', 'assets/main-1a2b.js', 'text/javascript; charset=utf-8'],
    ['outpost-app://app/a%20b.css', 'a b.css', 'text/css; charset=utf-8'],
  ])('%s is %s', (url, file, mimeType) => {
    expect(assetPath(root, url)).toEqual({ file: path.join(root, file), mimeType })
  })

  it.each([
    'outpost-app://app/..%2f..%2fpackage.json',
    'outpost-app://app/assets/..%2F..%2Fmain.js',
    'outpost-app://app/..%5c..%5cmain.js',
    'outpost-app://app/%252e%252e%252fmain.js',
    'outpost-app://app//etc/passwd.json',
    'outpost-app://app/%2fetc/passwd.json',
    'outpost-app://app/C:/windows/a.js',
    'outpost-app://app/a.js%00.png',
    'outpost-app://app/a.js:stream.js',
    'outpost-app://app/assets',
    'outpost-app://app/assets/',
    'outpost-app://app/shell.exe',
    'outpost-app://app/%ff.js',
    'outpost-app://other/index.html',
    'outpost-app://user@app/index.html',
    'outpost-app:///index.html',
    'file:///srv/out/renderer/index.html',
    'https://app/index.html',
    'nonsense',
  ])('%s is none of them', (url) => {
    expect(assetPath(root, url)).toBeNull()
  })

  it('keeps any spelling of "up" within the folder', () => {
    for (const up of [
      '../',
      '..\\',
      '%2e%2e/',
      '.%2e/',
      '%2e./',
      '..%2f',
      '..%5c',
      '....//',
      '%c0%ae%c0%ae/',
    ]) {
      for (const depth of [1, 3, 9]) {
        const asset = assetPath(root, `outpost-app://app/${up.repeat(depth)}secret.json`)
        if (asset) expect(asset.file.startsWith(root + path.sep)).toBe(true)
      }
    }
  })
})

describe('a page is ours', () => {
  const shipped = createAppOrigin(undefined)
  const developed = createAppOrigin('http://localhost:5173')

  it('where scheme and host are ours', () => {
    expect(shipped.isOwn('outpost-app://app/')).toBe(true)
    expect(shipped.isOwn('outpost-app://app/index.html#/tickets')).toBe(true)
    expect(developed.isOwn('http://localhost:5173/x')).toBe(true)
  })

  it.each([
    'outpost-app://evil/',
    'outpost-app://app.evil/',
    'outpost-app://a@app/',
    'https://app/',
    'about:blank',
    '',
    'data:text/html,x',
    'http://localhost:5173/',
  ])('and not where it is %j', (url) => expect(shipped.isOwn(url)).toBe(false))

  it('and, while developing, only from that server', () => {
    expect(developed.isOwn('http://localhost:5174/')).toBe(false)
    expect(developed.isOwn('outpost-app://app/')).toBe(false)
  })
})

describe('a link', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['HTTP://Example.org', 'http://example.org/'],
    ['mailto:a@example.org?subject=x&body=y', 'mailto:a@example.org?subject=x&body=y'],
  ])('%s is opened outside', (url, opened) => {
    expect(externalLink(url)).toBe(opened)
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://host/share',
    'ms-msdt:/id',
    'vbscript:x',
    'outpost-app://app/',
    'https://bank.example@evil.example/',
    'https://',
    'mailto:a@example.org?attach=/etc/passwd',
    'mailto:a@example.org?ATTACHMENT=/etc/passwd',
    '/relative',
    '',
  ])('%s is not', (url) => {
    expect(externalLink(url)).toBeNull()
  })

  it('of thousands of characters is not', () => {
    expect(externalLink(`https://example.org/${'x'.repeat(3_000)}`)).toBeNull()
  })
})

describe('the content security policy', () => {
  it('allows nothing unsafe and nothing from elsewhere', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'")
    expect(contentSecurityPolicy).toContain("script-src 'self';")
    expect(contentSecurityPolicy).toContain("style-src 'self';")
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|ws:/)
  })
})
