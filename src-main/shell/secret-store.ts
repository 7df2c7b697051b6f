/**
 * What signs this device in at the workspaces' servers, by workspace folder, and the keys of answer providers beside it. Encrypted with the system's keychain where
 * there is one; else as it is in a file that only its owner may read, which is said in the log and in the settings.
 * A secret is never logged, and one that cannot be read any more (another machine, another keychain) is as good as none.
 */
import type { Log } from '#shared/base/log.ts'
import type { SecretStorage } from '#shared/contract/desktop.ts'
import { createJsonFile, errorCode } from './json-file.ts'

/** Electron's `safeStorage`, as far as it is needed. */
export interface Keychain {
  isEncryptionAvailable(): boolean
  /** On Linux only. */
  getSelectedStorageBackend?(): string
  encryptString(text: string): Buffer
  decryptString(encrypted: Buffer): string
}

export interface SecretStore {
  /** Only once the app is ready: before, the keychain is not there. */
  get(folderId: string): string | null
  /** Written at once. */
  set(folderId: string, secret: string | null): void
  storage(): SecretStorage
}

interface SecretStoreDeps {
  readonly file: string
  readonly keychain: Keychain
  readonly platform: NodeJS.Platform
  readonly log: Log
}

export function createSecretStore({ file: path, keychain, platform, log }: SecretStoreDeps): SecretStore {
  const file = createJsonFile({ file: path, log })
  let stored = file.read()
  let known: SecretStorage | null = null

  const storage = (): SecretStorage => {
    known ??= hasKeychain(keychain, platform) ? 'keychain' : 'file'
    return known
  }
  let hasWarned = false
  const warnOnce = (): void => {
    if (!hasWarned) log.warn('secrets.no-keychain')
    hasWarned = true
  }

  const encode = (secret: string): Readonly<Record<string, string>> => {
    if (storage() === 'keychain') {
      try {
        return { encrypted: keychain.encryptString(secret).toString('base64') }
      } catch (error) {
        log.warn('secrets.encrypt-failed', { code: errorCode(error) })
      }
    }
    warnOnce()
    return { plain: secret }
  }

  return {
    storage,
    get(folderId) {
      const entry = Object.hasOwn(stored, folderId) ? stored[folderId] : undefined
      if (typeof entry !== 'object' || entry === null) return null
      if ('plain' in entry && typeof entry.plain === 'string') {
        warnOnce()
        return entry.plain
      }
      if (!('encrypted' in entry) || typeof entry.encrypted !== 'string') return null
      try {
        return keychain.decryptString(Buffer.from(entry.encrypted, 'base64'))
      } catch (error) {
        log.warn('secrets.decrypt-failed', { code: errorCode(error) })
        return null
      }
    },
    set(folderId, secret) {
      const others = Object.fromEntries(Object.entries(stored).filter(([id]) => id !== folderId))
      stored = secret === null ? others : { ...others, [folderId]: encode(secret) }
      file.write(stored)
      file.flush()
    },
  }
}

/** On Linux without a keyring Chromium "encrypts" with a password that everybody knows. */
function hasKeychain(keychain: Keychain, platform: NodeJS.Platform): boolean {
  if (!keychain.isEncryptionAvailable()) return false
  return platform !== 'linux' || keychain.getSelectedStorageBackend?.() !== 'basic_text'
}
