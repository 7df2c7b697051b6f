/** What Electron starts: the shell (main.ts), with its code cache. */
import path from 'node:path'
import { runCached } from '../process/code-cache.ts'

runCached(path.join(import.meta.dirname, 'shell.cjs'))
