/**
 * `npm run server`: reads the command line, starts the server, and ends it in order. People read stdout; the log, one
 * JSON object a line, goes to stderr.
 */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pino } from 'pino'
import { systemClock } from '#shared/base/clock.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { readConfig, usage, type Config } from './config.ts'
import { createServer, readVersion, type OutpostServer } from './create-server.ts'
import { createServerLog, errorFields } from './log.ts'
import { createServerMetrics } from './metrics.ts'
import type { ServerSettings } from './settings.ts'
import { describeStartError } from './start-error.ts'

const exitCodes = { cannotStart: 1, usage: 2, interrupted: 130, terminated: 143 } as const
const log = createServerLog(
  pino({ base: { pid: process.pid } }, pino.destination({ dest: process.stderr.fd, sync: true })),
)
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const fail = (sentence: string, code: number): number => {
  process.stderr.write(`${sentence}\n`)
  return code
}

// What the server keeps is nobody else's, also where the folder was made by somebody else.
process.umask(0o077)
process.exitCode = await main()

/** @returns the exit code: 0 also where a server runs now, until a signal comes */
async function main(): Promise<number> {
  const config = readConfig(process.argv.slice(2), process.env)
  if (!config.ok) return fail(config.error, exitCodes.usage)
  if (config.value.wantsHelp || config.value.wantsVersion) {
    say(config.value.wantsHelp ? usage : readVersion())
    return 0
  }
  if (!isNodeNewEnough(process.versions.node)) {
    return fail(
      `This is Node ${process.versions.node}; the server needs 22.18 or later. "npm run server" fetches one.`,
      exitCodes.cannotStart,
    )
  }
  const settings = readSettings(config.value)
  if (!settings.ok) return fail(settings.error, exitCodes.usage)
  const folder = path.resolve(config.value.folder)
  const metrics = createServerMetrics({ withProcess: true })
  const created = createServer({
    folder,
    settings: settings.value,
    clock: systemClock,
    randomBytes,
    log,
    metrics,
  })
  if (!created.ok) return fail(describeStartError(created.error), exitCodes.cannotStart)
  const server = created.value
  endOnSignals(server)
  const listening = await server.listen()
  if (!listening.ok) {
    await server.close()
    return fail(describeStartError(listening.error), exitCodes.cannotStart)
  }
  log.info('listening', { port: listening.value.port, epoch: server.epoch, version: readVersion() })
  say(`Outpost server ${readVersion()} is at ${listening.value.address}, with its data in ${folder}`)
  const link = server.setupLink()
  if (link !== null) {
    say(
      '\nTo set up the workspace, open this link on your device, or paste it into Outpost. It works once:\n' +
        `  ${link}\n`,
    )
  }
  return 0
}

function readSettings({ tls, ...config }: Config): Result<ServerSettings, string> {
  if (tls === null) return ok({ ...config, tls })
  try {
    const cert = fs.readFileSync(tls.certFile, 'utf8')
    return ok({ ...config, tls: { cert, key: fs.readFileSync(tls.keyFile, 'utf8') } })
  } catch (error) {
    const file = error instanceof Error && 'path' in error ? String(error.path) : 'a file'
    return err(`The certificate or key could not be read: ${file}.`)
  }
}

/** The first signal ends it in order; who cannot wait sends another. */
function endOnSignals(server: OutpostServer): void {
  let isEnding = false
  const end = (signal: 'SIGINT' | 'SIGTERM'): void => {
    if (isEnding) process.exit(signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.terminated)
    isEnding = true
    log.info('draining', { signal })
    server.close().then(
      () => log.info('stopped'),
      (error: unknown) => {
        log.error('stop-failed', errorFields(error))
        process.exitCode = exitCodes.cannotStart
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

function isNodeNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}
