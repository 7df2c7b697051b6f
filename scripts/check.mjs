/** npm run check: everything that is checked without running the program. All checks run, also after one failed. */
import { ensureDependencies } from './lib/dependencies.mjs'
import { underRightNode } from './lib/node.mjs'
import { checkSteps, summary } from './lib/steps.mjs'

await underRightNode(import.meta.url, async () => {
  await ensureDependencies()
  const outcomes = await checkSteps()
  console.log(`\n${summary(outcomes)}`)
  return outcomes.every(({ ok }) => ok) ? 0 : 1
})
