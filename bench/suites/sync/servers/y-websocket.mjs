/**
 * `y-websocket`, the program of `@y/websocket-server`, run as its README says: HOST, PORT, and YPERSISTENCE for
 * LevelDB on disk. Its own file is loaded, so that it takes its own `ws`.
 */
import net from 'node:net'
import path from 'node:path'
import { dataFolder, reportListening } from './report-listening.mjs'

const host = '127.0.0.1'
const port = await freePort()
process.env['HOST'] = host
process.env['PORT'] = String(port)
process.env['YPERSISTENCE'] = path.join(dataFolder(), 'leveldb')

const packageFile = import.meta.resolve('@y/websocket-server/package.json')
await import(new URL('./src/server.js', packageFile).href)
while (!(await isListening())) await new Promise((resolve) => setTimeout(resolve, 20))
reportListening(port)

/**
 * Its server does not tell which port it got, so it is given one.
 *
 * @returns {Promise<number>}
 */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('no port'))
      })
    })
  })
}

/** @returns {Promise<boolean>} */
function isListening() {
  return new Promise((resolve) => {
    const socket = net.connect(port, host)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
