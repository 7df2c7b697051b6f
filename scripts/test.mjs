/**
 * npm test [-- --fast]: all set-up, all checks, all tests. --fast leaves out the tests in a real window, and with them
 * Electron.
 *
 * All steps run, also after one failed. The last line is always `N passed, N failed`.
 */
import { ensureDependencies } from './lib/dependencies.mjs'
import { reportFailure } from './lib/log.mjs'
import { underRightNode } from './lib/node.mjs'
import { isCi, prepareRuntime } from './lib/runtime.mjs'
import { checkSteps, summary, vitestStep } from './lib/steps.mjs'

const WITHOUT_WINDOW = ['unit', 'contract', 'migrations', 'simulation']

await underRightNode(import.meta.url, async (args) => {
  const isFast = args.includes('--fast')
  /** @type {import('./lib/steps.mjs').Outcome[]} */
  const outcomes = []
  const start = performance.now()
  /** @type {import('./lib/runtime.mjs').Runtime | undefined} */
  let runtime
  try {
    if (isFast) await ensureDependencies()
    else runtime = await prepareRuntime({ installSystem: isCi() || args.includes('--install-system') })
    outcomes.push({ name: 'set-up', ok: true, seconds: (performance.now() - start) / 1000 })
    outcomes.push(...(await checkSteps()))
    outcomes.push(await vitestStep('tests', WITHOUT_WINDOW))
    if (runtime !== undefined) outcomes.push(await vitestStep('end to end', ['e2e'], runtime.env))
  } catch (error) {
    reportFailure(error)
    outcomes.push({ name: 'set-up', ok: false, seconds: (performance.now() - start) / 1000 })
  } finally {
    runtime?.dispose()
  }
  console.log(`\n${summary(outcomes)}`)
  return outcomes.every(({ ok }) => ok) ? 0 : 1
})
