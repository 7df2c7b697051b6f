/** npm run dev: the program from its sources, with hot reload of the window. Options go to the program. */
import { forgetBuild } from './lib/build.mjs'
import { underRightNode } from './lib/node.mjs'
import { run } from './lib/processes.mjs'
import { projectRoot, toolPath } from './lib/project.mjs'
import { prepareRuntime } from './lib/runtime.mjs'
import { sandboxArguments } from './lib/sandbox.mjs'

await underRightNode(import.meta.url, async (args) => {
  const runtime = await prepareRuntime({ build: false })
  forgetBuild()
  try {
    const noSandbox = sandboxArguments(runtime.electron).args.length > 0 ? ['--noSandbox'] : []
    const command = [toolPath('electron-vite/bin/electron-vite.js'), 'dev', ...noSandbox, '--', ...args]
    return await run(process.execPath, command, { cwd: projectRoot, env: runtime.env })
  } finally {
    runtime.dispose()
  }
})
