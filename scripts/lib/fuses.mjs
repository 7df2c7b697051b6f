/**
 * Electron's fuses: switches in the executable itself. Source: electronjs.org/docs/latest/tutorial/fuses and
 * github.com/electron/fuses (a sentinel, a version byte, a length byte, then one '0' or '1' a fuse).
 */
import fs from 'node:fs'

const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')

/** Position in the wire -> what Electron's own builds have. Positions that are not named stay as they are. */
const ELECTRON_DEFAULTS = new Map([
  [0, true], // RunAsNode
  [2, true], // EnableNodeOptionsEnvironmentVariable
  [3, true], // EnableNodeCliInspectArguments: Playwright drives the program through it
  [4, false], // EnableEmbeddedAsarIntegrityValidation
  [5, false], // OnlyLoadAppFromAsar
  [6, false], // LoadBrowserProcessSpecificV8Snapshot
  [7, true], // GrantFileProtocolExtraPrivileges
])

/** Position in the wire -> its name, as electron-builder.yml has it. */
export const FUSES = /** @type {const} */ ([
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
])

/**
 * @param {string} executable
 * @returns {Record<string, boolean>} by their names; one that this Electron does not know is left out
 */
export function readFuses(executable) {
  const { content, wire, length } = findWire(executable)
  return Object.fromEntries(
    FUSES.slice(0, length).map((name, position) => [
      name,
      content.toString('latin1', wire + 2 + position, wire + 3 + position) === '1',
    ]),
  )
}

/**
 * Gives an executable the fuses that Electron itself is published with.
 * @param {string} executable changed in place
 */
export function setDefaultFuses(executable) {
  const { content, wire, length } = findWire(executable)
  for (const [position, on] of ELECTRON_DEFAULTS)
    if (position < length) content.write(on ? '1' : '0', wire + 2 + position, 'latin1')
  fs.writeFileSync(executable, content, { mode: 0o755 })
}

/** @param {string} executable */
function findWire(executable) {
  const content = fs.readFileSync(executable)
  const found = content.indexOf(SENTINEL)
  if (found < 0) throw new Error(`${executable} has no fuses: it is not an Electron executable`)
  const wire = found + SENTINEL.length
  return { content, wire, length: content.readUInt8(wire + 1) }
}
