/** Where passwords, tokens and keys are after a session, looked for in every file that the program left. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { launchOutpost } from '../support/electron-app.ts'
import { password, startServer } from '../support/sync-world.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { runInWindow } from '../support/window-content.ts'
import { createWindowDriver } from '../support/window-driver.ts'

const providerKey = 'sk-Zw4hR7mQ2vT9xL5nB8cK3dF6'
const written = 'Der Rotor an Anlage 7 steht still'

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
}

/** As it is, as Windows and Chromium write it, and as it travels. */
function spellings(secret: string): Buffer[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/u, '')
  return [
    Buffer.from(secret),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(base64),
    Buffer.from(encodeURIComponent(secret)),
  ]
}

test('secrets are in the one file that is their owner’s alone, which the settings say, and nowhere else', async () => {
  const { server, address } = await startServer()
  const dataDir = temporaryFolder()
  const outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  const window = createWindowDriver(outpost.page, 'en')
  await window.createWorkspace({ person: 'Ada', workspace: 'Nord' })
  await window.openChannel('general')
  await window.sendMessage('general', written)
  const code = server.setupLink()?.split('/').at(-1) ?? ''
  const connected = await outpost.page.evaluate(
    async (input) => {
      const { bridge } = globalThis as unknown as { bridge: Bridge }
      return (await bridge.call({ version: 1, id: 's', kind: 'request', name: 'server.setUp', input })).ok
    },
    { address, code, workspaceName: 'Nord', personName: 'Ada', email: 'ada@example.org', password },
  )
  expect(connected).toBe(true)
  await runInWindow(outpost.page, 'provider.add', {
    ...{ providerId: 'p1', type: 'ollama', name: 'Modell', address: 'http://127.0.0.1:9', model: 'm' },
    ...{ contextTokens: 4_096, answerTokens: 512, allowInsecure: false, key: providerKey },
    ...{ withheldKinds: [], withheldSpaces: [] },
  })
  await window.openSettings('server')
  const storage = await outpost.page.evaluate(() =>
    (globalThis as unknown as { bridge: Bridge }).bridge.secretStorage(),
  )
  await outpost.page
    .getByText(window.say(`server:secrets.${storage}`))
    .first()
    .waitFor()
  await outpost.close()

  const secretsFile = path.join(dataDir, 'secrets.json')
  const stored = JSON.parse(readFileSync(secretsFile, 'utf8')) as Record<
    string,
    { plain?: string; encrypted?: string }
  >
  expect(Object.keys(stored).sort()).toEqual(['workspace', 'workspace/providers'])
  if (storage === 'keychain') expect(readFileSync(secretsFile, 'utf8')).not.toContain('plain')
  const token = stored['workspace']?.plain
  const secrets = [password, providerKey, code, ...(token === undefined ? [] : [token])]
  const files = filesIn(dataDir)
  expect(files.length).toBeGreaterThan(10)
  const found = files.flatMap((file) => {
    const content = readFileSync(file)
    return secrets.flatMap((secret, index) =>
      spellings(secret).some((spelling) => content.includes(spelling))
        ? [`${path.relative(dataDir, file)}: ${['password', 'provider key', 'code', 'token'][index]}`]
        : [],
    )
  })
  // Where there is no keychain, the file has what it must have; the password and the code are kept nowhere at all.
  const allowed = storage === 'file' ? ['secrets.json: provider key', 'secrets.json: token'] : []
  expect(found.sort()).toEqual(allowed)
  const logs = files
    .filter((file) => file.includes(`${path.sep}logs${path.sep}`))
    .map((file) => readFileSync(file, 'utf8'))
  expect(logs.join('\n')).not.toContain('Rotor')
  expect(logs.join('\n')).not.toContain('ada@example.org')

  if (process.platform === 'win32') return
  expect(statSync(secretsFile).mode & 0o777).toBe(0o600)
  const open = files.filter(
    (file) => (statSync(file).mode & 0o077) !== 0 && !isBehindAClosedFolder(file, dataDir),
  )
  expect(open.map((file) => path.relative(dataDir, file))).toEqual([])
})

/** Nobody else gets to a file under a folder that only its owner may enter. */
function isBehindAClosedFolder(file: string, root: string): boolean {
  for (let folder = path.dirname(file); folder.startsWith(root); folder = path.dirname(folder))
    if ((statSync(folder).mode & 0o077) === 0) return true
  return false
}
