/** The switches in the executable that people get. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { readFuses } from '../../scripts/lib/fuses.mjs'

/** Every fuse that the pinned Electron has, and what it is for us. */
export const wantedFuses: Readonly<Record<string, boolean>> = {
  // ELECTRON_RUN_AS_NODE would make our signed program run anybody's script.
  runAsNode: false,
  enableCookieEncryption: true,
  // NODE_OPTIONS and --inspect would load code or let a debugger in.
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Only our own archive, as it was packed.
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
}

/** As electron-builder.yml says. */
export function configuredFuses(): Readonly<Record<string, boolean>> {
  const file = path.resolve(import.meta.dirname, '..', '..', 'electron-builder.yml')
  const [, block = ''] = /^electronFuses:\n((?: {2}\w+: \w+\n)+)/mu.exec(readFileSync(file, 'utf8')) ?? []
  return Object.fromEntries(
    [...block.matchAll(/(\w+): (true|false)/gu)].map(([, name = '', value]) => [name, value === 'true']),
  )
}

/** @param executable of a package: the program itself, on macOS the Electron framework's file */
export function expectFuses(executable: string): void {
  expect(readFuses(executable)).toEqual(wantedFuses)
}
