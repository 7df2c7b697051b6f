/**
 * npm start [-- options]: opens Outpost from this checkout, after all set-up that is still missing.
 *
 *   --install-system   install missing system packages with apt-get (needs root; the default on CI)
 *   --retry-electron   try Electron's own download again where it failed before
 *   --demo             a profile full of sample work, and a local sync server that it is connected to
 *   everything else    is given to the program, for example --profile NAME
 */
import { startDemoServer } from './lib/demo-server.mjs'
import { say } from './lib/log.mjs'
import { underRightNode } from './lib/node.mjs'
import { run } from './lib/processes.mjs'
import { projectRoot } from './lib/project.mjs'
import { isCi, prepareRuntime } from './lib/runtime.mjs'
import { sandboxArguments } from './lib/sandbox.mjs'

const OWN_OPTIONS = ['--install-system', '--retry-electron']

await underRightNode(import.meta.url, async (args) => {
  const runtime = await prepareRuntime({
    installSystem: isCi() || args.includes('--install-system'),
    retryElectron: args.includes('--retry-electron'),
  })
  const server = args.includes('--demo') ? await startDemoServer() : null
  try {
    const sandbox = sandboxArguments(runtime.electron)
    if (sandbox.why !== undefined) say(`starting without Chromium's sandbox: ${sandbox.why}`)
    if (runtime.isVirtualDisplay)
      say(
        'there is no display here: the window opens on a virtual one, where nobody sees it. Ctrl+C ends it.',
      )
    const forProgram = args.filter((argument) => !OWN_OPTIONS.includes(argument))
    return await run(runtime.electron.executable, [...sandbox.args, projectRoot, ...forProgram], {
      env: { ...runtime.env, ...server?.env },
    })
  } finally {
    await server?.stop()
    runtime.dispose()
  }
})
