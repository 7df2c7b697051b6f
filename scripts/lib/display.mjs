/**
 * The screen. On a Linux machine without one a virtual one is started (Xvfb), so that the program and its tests run there
 * too. Started directly and not through xvfb-run, so that it ends when we end, also after Ctrl+C.
 */
import { spawn } from 'node:child_process'
import { SetupError } from './log.mjs'

const SCREEN = '1600x1000x24'
const START_TIMEOUT_MS = 20_000

/** Electron needs an X display or a Wayland one on Linux, and nothing elsewhere. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * Starts a virtual screen. It is stopped by `dispose`, and in any case when this process ends.
 * @returns {Promise<{ env: { DISPLAY: string }, dispose: () => void }>}
 */
export async function startVirtualDisplay() {
  // It picks a free number by itself and writes it to descriptor 3 when it is ready.
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp']
  // In a group of its own: Ctrl+C must reach the program first, and leave it a screen to close on.
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
  const dispose = () => void server.kill()
  process.once('exit', dispose)
  const number = await readyNumber(server)
  server.unref()
  for (const stream of [server.stderr, server.stdio[3]]) {
    if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref()
  }
  return {
    env: { DISPLAY: `:${number}` },
    dispose: () => {
      process.off('exit', dispose)
      dispose()
    },
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>} the display's number
 */
function readyNumber(server) {
  return new Promise((resolve, reject) => {
    let errors = ''
    let number = ''
    /** @param {string} why */
    const fail = (why) => {
      clearTimeout(timer)
      reject(
        new SetupError(
          `there is no display, and a virtual one could not be started: ${why}`,
          'Start it from a desktop, or install Xvfb: apt-get install -y --no-install-recommends xvfb',
        ),
      )
    }
    const timer = setTimeout(() => {
      server.kill()
      fail('Xvfb did not answer in 20 s.')
    }, START_TIMEOUT_MS)
    server.stderr?.on('data', (data) => (errors += String(data)))
    server.stdio[3]?.on('data', (/** @type {Buffer} */ data) => {
      number += String(data)
      if (!number.endsWith('\n')) return
      clearTimeout(timer)
      resolve(number.trim())
    })
    server.once('error', (error) => fail(error.message))
    server.once('exit', (code) => fail(`Xvfb ended with ${code}. ${errors.trim().slice(-300)}`))
  })
}
