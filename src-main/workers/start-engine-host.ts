/** What the shell starts for an engine: its host (engine-host.ts), with its code cache. */
import path from 'node:path'
import { runCached } from '../process/code-cache.ts'

runCached(path.join(import.meta.dirname, 'engine-host.cjs'))
