import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSecretStore, type Keychain } from '../../src-main/shell/secret-store.ts'
import type { Log } from '../../src-shared/base/log.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

/** Hexadecimal is encrypted enough here: what counts is when it is used. */
const keychain = (backend = 'gnome_libsecret', isAvailable = true): Keychain => ({
  isEncryptionAvailable: () => isAvailable,
  getSelectedStorageBackend: () => backend,
  encryptString: (text) => Buffer.from(Buffer.from(text).toString('hex')),
  decryptString(encrypted) {
    const text = Buffer.from(encrypted.toString(), 'hex').toString()
    if (text.includes('!')) throw new Error('another key')
    return text
  },
})

function setUp(chain: Keychain = keychain(), file = path.join(temporaryFolder(), 'secrets.json')) {
  const logged: string[] = []
  const write = (event: string, fields?: object) => void logged.push(`${event} ${JSON.stringify(fields)}`)
  const log: Log = { debug: write, info: write, warn: write, error: write }
  const store = createSecretStore({ file, keychain: chain, platform: 'linux', log })
  return { store, file, logged, text: () => readFileSync(file, 'utf8') }
}

describe('the secret store', () => {
  it('keeps secrets encrypted, one for each workspace, for the owner only', () => {
    const { store, file, text, logged } = setUp()
    store.set('workspace', 'token-one')
    store.set('aaaaaaaaaaaa', 'token-two')
    expect(store.storage()).toBe('keychain')
    expect(text()).not.toContain('token-one')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const again = setUp(keychain(), file).store
    expect(again.get('workspace')).toBe('token-one')
    expect(again.get('aaaaaaaaaaaa')).toBe('token-two')
    expect(again.get('bbbbbbbbbbbb')).toBeNull()
    expect(logged).toEqual([])
  })

  it.each([
    ['the password that everybody knows', keychain('basic_text')],
    ['no keychain at all', keychain('unknown', false)],
  ])('says it once where there is %s, and keeps them in the file', (_name, chain) => {
    const { store, file, text, logged } = setUp(chain)
    store.set('workspace', 'token-one')
    store.set('aaaaaaaaaaaa', 'token-two')
    expect(store.storage()).toBe('file')
    expect(text()).toContain('token-one')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(setUp(chain, file).store.get('workspace')).toBe('token-one')
    expect(logged).toEqual(['secrets.no-keychain undefined'])
  })

  it('forgets at once', () => {
    const { store, text } = setUp()
    store.set('workspace', 'token-one')
    store.set('workspace', null)
    expect(store.get('workspace')).toBeNull()
    expect(JSON.parse(text())).toEqual({})
  })

  it('has nothing where the keychain is another one, and says no secret in the log', () => {
    const { store, file } = setUp()
    store.set('workspace', 'secret!')
    const { store: other, logged } = setUp(keychain(), file)
    expect(other.get('workspace')).toBeNull()
    expect(logged.join()).toContain('secrets.decrypt-failed')
    expect(logged.join()).not.toContain('secret!')
  })
})
