/**
 * Outpost's own server over a folder that `outpost-prepare.ts` has filled, with what `src-server/main.ts` gives it. Runs as
 * plain JavaScript: `build-outpost.ts` makes it.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { pino } from 'pino'
import { systemClock } from '#shared/base/clock.ts'
import { unwrap } from '#shared/base/result.ts'
import { createServer } from '../../../../src-server/create-server.ts'
import { createServerLog } from '../../../../src-server/log.ts'
import { createServerMetrics } from '../../../../src-server/metrics.ts'
import { outpostFolders } from './outpost-folders.ts'
import { dataFolder, reportListening } from './report-listening.mjs'

const folders = outpostFolders(dataFolder())
const server = unwrap(
  createServer({
    folder: folders.server,
    clock: systemClock,
    randomBytes,
    log: createServerLog(pino({}, pino.destination({ dest: path.join(folders.server, 'log'), sync: true }))),
    metrics: createServerMetrics({ withProcess: true }),
    settings: { port: 0 },
    // No device of a person writes 200 times a second; a writer of the benchmark does.
    limits: { framesPerSecond: 1e6 },
  }),
)
const { port } = unwrap(await server.listen())
reportListening(port, { epoch: server.epoch, deviceFolder: folders.device })
