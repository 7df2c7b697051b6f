/**
 * npm run server [-- options]: the sync server from this checkout, after all set-up that is still missing. It needs no
 * Electron and no build. Options go to the server; --help lists them.
 */
import path from 'node:path'
import { ensureDependencies } from './lib/dependencies.mjs'
import { underRightNode } from './lib/node.mjs'
import { run } from './lib/processes.mjs'
import { projectRoot } from './lib/project.mjs'

// A server holds little that is young: it does with a small nursery.
const lean = ['--max-semi-space-size=1']

await underRightNode(import.meta.url, async (args) => {
  await ensureDependencies()
  return run(process.execPath, [...lean, path.join(projectRoot, 'src-server', 'main.ts'), ...args])
})
