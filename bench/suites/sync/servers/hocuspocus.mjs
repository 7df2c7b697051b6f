/** Hocuspocus with its SQLite extension on disk; everything else as it comes. */
import path from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'
import { dataFolder, reportListening } from './report-listening.mjs'

const server = new Server({
  address: '127.0.0.1',
  port: 0,
  quiet: true,
  extensions: [new SQLite({ database: path.join(dataFolder(), 'hocuspocus.sqlite') })],
})
await server.listen()
reportListening(server.address.port)
