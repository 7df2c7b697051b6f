/** Starting, watching and ending the server, with real sockets and real processes. */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import https from 'node:https'
import net from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { silentLog } from '#shared/base/log.ts'
import { createServer } from '../../src-server/create-server.ts'
import { StoreFull } from '../../src-server/feed/sync-store.ts'
import type { ServerSettings } from '../../src-server/settings.ts'
import { createTestClock } from '../support/engine-world.ts'
import { asOrdinaryUser } from '../support/faults.ts'
import { createServerWorld } from '../support/sync-server.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const databaseOf = (folder: string) => path.join(folder, 'outpost-server.db')

function open(folder: string, settings: Partial<ServerSettings> = {}) {
  const created = createServer({
    folder,
    clock: createTestClock(),
    randomBytes,
    log: silentLog,
    settings: { port: 0, ...settings },
  })
  if (created.ok) onTestFinished(() => created.value.close())
  return created
}

/** The epoch of a start, which is ended again. */
async function epochOf(folder: string, settings: Partial<ServerSettings> = {}) {
  const created = open(folder, settings)
  if (!created.ok) throw new Error(created.error.type)
  await created.value.close()
  return created.value.epoch
}

describe('health, readiness and metrics', () => {
  test('are answered over a real socket, and metrics to this machine or a token only', async () => {
    const world = await createServerWorld({ metricsToken: 'let-me-see' })
    const listening = await world.server.listen()
    if (!listening.ok) throw new Error(listening.error.type)
    const { address } = listening.value
    for (const page of ['health', 'ready']) {
      expect((await fetch(`${address}/${page}`)).status).toBe(200)
    }
    await fetch(`${address}/api/about`)
    const metrics = await (await fetch(`${address}/metrics`)).text()
    expect(metrics).toContain('outpost_open_sockets 0')
    expect(metrics).toContain('outpost_requests_total{call="about",status="200"} 1')
    const forwarded = { 'x-forwarded-for': '198.51.100.9' }
    expect((await fetch(`${address}/metrics`, { headers: forwarded })).status).toBe(404)
    const ask = async (authorization: string) =>
      (
        await world.server.app.inject({
          url: '/metrics',
          remoteAddress: '198.51.100.9',
          headers: { authorization },
        })
      ).statusCode
    expect(await ask('Bearer let-me-see')).toBe(200)
    expect(await ask('Bearer let-me-set')).toBe(404)
    expect(await ask('')).toBe(404)
    await world.server.close()
    await expect(fetch(`${address}/health`)).rejects.toThrow()
  })

  test('believe a forwarded address only where a proxy was announced', async () => {
    const tries = async (isBehindProxy: boolean) => {
      const world = await createServerWorld({ isBehindProxy })
      const answers: number[] = []
      for (let i = 0; i < 12; i++) {
        const { statusCode } = await world.server.app.inject({
          method: 'POST',
          url: '/api/sign-in',
          remoteAddress: '10.0.0.2',
          headers: { 'x-forwarded-for': `198.51.100.${i}` },
          payload: { email: 'a@example.org', password: 'no', deviceName: 'd', workspaceId: null },
        })
        answers.push(statusCode)
      }
      return answers.filter((status) => status === 429).length
    }
    expect([await tries(false), await tries(true)]).toEqual([2, 0])
  })
})

describe('a data folder', () => {
  test('is one server’s at a time', async () => {
    const folder = temporaryFolder()
    const first = open(folder)
    expect(open(folder)).toEqual({ ok: false, error: { type: 'folder-in-use', folder } })
    if (first.ok) await first.value.close()
    expect(open(folder).ok).toBe(true)
  })

  test('of a newer version, damaged, or not writable is refused, and stays as it is', async () => {
    const folder = temporaryFolder()
    await epochOf(folder)
    const db = new Database(databaseOf(folder))
    db.pragma('user_version = 99')
    db.close()
    expect(open(folder)).toEqual({ ok: false, error: { type: 'newer-database', folder } })
    fs.writeFileSync(databaseOf(folder), 'no database at all, but long enough to be looked at'.repeat(40))
    const before = fs.readFileSync(databaseOf(folder))
    expect(open(folder)).toEqual({ ok: false, error: { type: 'broken-database', folder } })
    expect(fs.readFileSync(databaseOf(folder))).toEqual(before)
    const closed = path.join(temporaryFolder(), 'closed')
    fs.mkdirSync(closed, { mode: 0o555 })
    expect(await asOrdinaryUser(async () => open(closed))).toEqual({
      ok: false,
      error: { type: 'folder-not-writable', folder: closed },
    })
  })

  test('[E1] keeps its epoch, until an older database is put back or the operator says so', async () => {
    const folder = temporaryFolder()
    const first = await epochOf(folder)
    expect(await epochOf(folder)).toBe(first)
    const backup = fs.readFileSync(databaseOf(folder))
    expect(await epochOf(folder)).toBe(first)
    fs.writeFileSync(databaseOf(folder), backup)
    const second = await epochOf(folder)
    expect(second).not.toBe(first)
    expect(await epochOf(folder)).toBe(second)
    const third = await epochOf(folder, { isRestored: true })
    expect(third).not.toBe(second)
    expect(await epochOf(folder)).toBe(third)
    fs.rmSync(databaseOf(folder))
    expect(await epochOf(folder)).not.toBe(third)
  })

  test('[E1] put back from a copy made while its server ran has a new epoch', async () => {
    const folder = temporaryFolder()
    const running = open(folder)
    if (!running.ok) throw new Error(running.error.type)
    const copy = path.join(temporaryFolder(), 'copy.db')
    const db = new Database(databaseOf(folder), { readonly: true })
    db.prepare('VACUUM INTO ?').run(copy)
    db.close()
    await running.value.close()
    fs.copyFileSync(copy, databaseOf(folder))
    expect(await epochOf(folder)).not.toBe(running.value.epoch)
  })

  test('[E1] keeps its epoch where the machine stopped between database and file', async () => {
    const folder = temporaryFolder()
    const first = await epochOf(folder)
    const runId = fs.readFileSync(path.join(folder, 'run-id'))
    const killed = open(folder)
    if (!killed.ok) throw new Error(killed.error.type)
    // As if the second start's run id had not reached the file.
    const copy = path.join(temporaryFolder(), 'copy.db')
    const db = new Database(databaseOf(folder), { readonly: true })
    db.prepare('VACUUM INTO ?').run(copy)
    db.close()
    await killed.value.close()
    fs.copyFileSync(copy, databaseOf(folder))
    fs.writeFileSync(path.join(folder, 'run-id'), runId)
    expect(await epochOf(folder)).toBe(first)
  })
})

describe('the program', () => {
  const main = fileURLToPath(new URL('../../src-server/main.ts', import.meta.url))

  function start(...args: string[]) {
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [stdout, stderr] = ['', '']
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()))
    const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
      child.on('close', (code) => resolve({ code, stdout, stderr }))
    })
    const saidLink = new Promise<string>((resolve) => {
      child.stdout.on('data', (text: Buffer) => {
        stdout += text.toString()
        const link = /outpost:\/\/setup\/\S+/.exec(stdout)?.[0]
        if (link !== undefined) resolve(link)
      })
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return { child, ended, saidLink }
  }

  test('prints the set-up link, serves, and ends in order on SIGTERM', async () => {
    const folder = temporaryFolder()
    const { child, ended, saidLink } = start('--data', folder, '--port', '0')
    const [, host, code] = /outpost:\/\/setup\/([^/]+)\/(\S+)/.exec(await saidLink) ?? []
    const about = await fetch(`http://${host ?? ''}/api/about`)
    expect(await about.json()).toMatchObject({ product: 'outpost-server', needsSetup: true })
    const second = await start('--data', folder, '--port', '0').ended
    expect(second.code).toBe(1)
    expect(second.stderr).toContain('Another server is running on')
    const third = await start('--data', temporaryFolder(), '--port', host?.split(':')[1] ?? '').ended
    expect(third.code).toBe(1)
    expect(third.stderr).toContain('is taken')
    child.kill('SIGTERM')
    const { code: exitCode, stderr } = await ended
    expect(exitCode).toBe(0)
    expect(stderr).toContain('"msg":"stopped"')
    expect(stderr).not.toContain(code)
    expect(fs.existsSync(`${databaseOf(folder)}-wal`)).toBe(false)
  })

  test('refuses in one sentence what it cannot do, with an exit code', async () => {
    const refused = await start('--host', '0.0.0.0').ended
    expect([refused.code, refused.stderr.trim().split('\n').length]).toEqual([2, 1])
    const missing = await start('--data', temporaryFolder(), '--tls-cert=/no/cert', '--tls-key=/no/key').ended
    expect([missing.code, missing.stderr]).toEqual([
      2,
      'The certificate or key could not be read: /no/cert.\n',
    ])
    const help = await start('--help').ended
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('Usage: npm run server')])
  })

  test('ends at once on a second signal', async () => {
    const { child, ended, saidLink } = start('--data', temporaryFolder(), '--port', '0')
    const port = Number(/:(\d+)\//.exec(await saidLink)?.[1])
    // A request that never ends keeps the first signal's order waiting.
    const socket = net.connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    await new Promise((resolve) => void socket.write('POST /api/sign-in HTTP/1.1\r\nHost: x\r\n', resolve))
    await new Promise<void>((resolve) => {
      let log = ''
      child.stderr.on('data', (text: Buffer) => {
        log += text.toString()
        if (log.includes('"draining"')) resolve()
      })
      child.kill('SIGTERM')
    })
    child.kill('SIGTERM')
    expect((await ended).code).toBe(143)
  })
})

describe('TLS', () => {
  test('refuses a certificate and a key that are none', () => {
    const tls = { cert: 'no certificate', key: 'no key' }
    expect(open(temporaryFolder(), { tls })).toEqual({ ok: false, error: { type: 'bad-certificate' } })
  })

  const hasOpenssl = spawnSync('openssl', ['version']).status === 0
  test.skipIf(!hasOpenssl)('is served with a certificate, and says so to browsers', async () => {
    const folder = temporaryFolder()
    const [keyFile, certFile] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
    const made = spawnSync('openssl', [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ],
      ...['-subj', '/CN=localhost', '-keyout', keyFile, '-out', certFile],
    ])
    expect(made.status, made.stderr.toString()).toBe(0)
    const cert = fs.readFileSync(certFile, 'utf8')
    const created = open(path.join(folder, 'data'), { tls: { cert, key: fs.readFileSync(keyFile, 'utf8') } })
    if (!created.ok) throw new Error(created.error.type)
    const listening = await created.value.listen()
    if (!listening.ok) throw new Error(listening.error.type)
    expect(listening.value.address).toMatch(/^https:/)
    const headers = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
      https
        .get(
          `${listening.value.address}/health`,
          { ca: cert, servername: 'localhost', agent: false },
          (answer) => {
            answer.resume()
            resolve(answer.headers)
          },
        )
        .on('error', reject)
    })
    expect(headers['strict-transport-security']).toContain('max-age')
  })
})

describe('a full disk', () => {
  test('[L4] refuses what has to be written, in words, and goes on answering the rest', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const { syncStore } = world.server
    // As SQLite says it; a disk that is really full is in the store's own tests.
    vi.spyOn(syncStore, 'transaction').mockImplementation(() => {
      throw new StoreFull('full')
    })
    expect(await world.call('createInvite', { role: 'agent' }, olga)).toMatchObject({
      status: 507,
      error: 'disk-full',
    })
    expect((await world.call('listDevices', {}, olga)).status).toBe(200)
    expect((await world.server.app.inject({ url: '/ready' })).statusCode).toBe(200)
    vi.restoreAllMocks()
    await world.must('createInvite', { role: 'agent' }, olga)
  })
})
