/**
 * node scripts/with-runtime.mjs FILE [args]: runs a script of the project with the program built and everything ready
 * that it takes to open it: Electron, native module, screen. FILE is a script, or a tool as `vitest/vitest.mjs`.
 */
import fs from 'node:fs'
import path from 'node:path'
import { SetupError } from './lib/log.mjs'
import { underRightNode } from './lib/node.mjs'
import { run } from './lib/processes.mjs'
import { projectRoot, toolPath } from './lib/project.mjs'
import { prepareRuntime } from './lib/runtime.mjs'

await underRightNode(import.meta.url, async ([name = '', ...args]) => {
  const runtime = await prepareRuntime()
  try {
    const file = [path.join(projectRoot, name), toolPath(name)].find(
      (candidate) => name !== '' && fs.existsSync(candidate),
    )
    if (file === undefined)
      throw new SetupError(
        `there is no script "${name}".`,
        'usage: node scripts/with-runtime.mjs FILE [args]',
      )
    return await run(process.execPath, [file, ...args], { cwd: projectRoot, env: runtime.env })
  } finally {
    runtime.dispose()
  }
})
