/** The sync server that `npm start -- --demo` brings along, so that the sample workspace can be shared at once. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { say } from './log.mjs'
import { projectRoot } from './project.mjs'

const port = 8788
const startMs = 15_000
const settleMs = 500

/**
 * Starts the server and waits until it answers. Where it cannot start (another demo has the port, say) the demo goes on
 * without.
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function startDemoServer() {
  const data = path.join(projectRoot, '.cache', 'demo-server')
  const main = path.join(projectRoot, 'src-server', 'main.ts')
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, '--data', data, '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const gone = new Promise((resolve) => child.once('close', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
  }
  const link = await new Promise((resolve) => {
    let output = ''
    const timer = setTimeout(() => resolve(null), startMs)
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      const setup = /outpost:\/\/setup\/[^\s/]+\/(\S+)/u.exec(output)
      if (setup) resolve(setup[1])
      // An account exists already: then no link follows the line that says where the server is.
      else if (output.includes('http://')) setTimeout(() => resolve(''), settleMs)
    })
    void gone.then(() => resolve(null))
    child.once('close', () => clearTimeout(timer))
  })
  if (link === null) {
    say('the demo goes on without a server: it did not start')
    return { env: {}, stop }
  }
  say(`a sync server for the demo runs at http://127.0.0.1:${port}`)
  if (link === '') return { env: {}, stop }
  const password = randomBytes(9).toString('base64url')
  say(
    `its first account is demo@example.org with the password ${password}; invite others in Settings → People`,
  )
  const demoServer = { address: `http://127.0.0.1:${port}`, code: link, password }
  return { env: { OUTPOST_DEMO_SERVER: JSON.stringify(demoServer) }, stop }
}
