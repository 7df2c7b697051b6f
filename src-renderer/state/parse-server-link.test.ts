import { describe, expect, it } from 'vitest'
import { parseServerLink, shortAddress } from './parse-server-link.ts'

const join = { type: 'join', address: 'https://sync.example.org', code: 'aB3_-x' }

describe('parseServerLink', () => {
  it.each([
    'outpost://join/sync.example.org/aB3_-x',
    '  outpost://join/sync.example.org/aB3_-x\n',
    'outpost://join/sync.exam\n  ple.org/aB3_-x',
    '<outpost://join/sync.example.org/aB3_-x>',
    'OUTPOST://JOIN/Sync.Example.org/aB3_-x/',
    'Please come here: outpost://join/sync.example.org/aB3_-x. See you!',
  ])('reads the invite in %j', (text) => {
    expect(parseServerLink(text)).toEqual(join)
  })

  it('reads a set-up link, with a port and without TLS', () => {
    expect(parseServerLink('outpost://setup/10.0.0.5:8787/code?http=1')).toMatchObject({
      address: 'http://10.0.0.5:8787',
    })
    expect(parseServerLink('outpost://setup/localhost:8787/code')).toEqual({
      type: 'setup',
      address: 'http://localhost:8787',
      code: 'code',
    })
    expect(parseServerLink('outpost://setup/[::1]:8787/code')).toEqual({
      type: 'setup',
      address: 'http://[::1]:8787',
      code: 'code',
    })
  })

  it.each([
    ['sync.example.org', 'https://sync.example.org'],
    [' https://sync.example.org/ ', 'https://sync.example.org'],
    ['http://10.0.0.5:8787', 'http://10.0.0.5:8787'],
    ['localhost:8787', 'http://localhost:8787'],
    ['https://localhost:8787', 'https://localhost:8787'],
    ['sync-box:8787', 'https://sync-box:8787'],
  ])('reads the address %j', (text, address) => {
    expect(parseServerLink(text)).toEqual({ type: 'address', address })
  })

  it.each([
    '',
    '   ',
    'hello',
    'two words',
    'ftp://sync.example.org',
    'javascript:alert(1)',
    'https://user:secret@sync.example.org',
    'https://sync.example.org/somewhere',
    'outpost://join/sync.example.org',
    'outpost://join/sync.example.org/a/b',
    'outpost://join/user@evil.example/code',
    'outpost://delete/sync.example.org/code',
    'outpost://join//code',
    `outpost://join/sync.example.org/${'a'.repeat(201)}`,
    'x'.repeat(5_000),
  ])('refuses %j', (text) => {
    expect(parseServerLink(text)).toBeNull()
  })

  it('shows an address without what goes without saying', () => {
    expect(shortAddress('https://sync.example.org')).toBe('sync.example.org')
    expect(shortAddress('http://localhost:8787')).toBe('http://localhost:8787')
  })
})
