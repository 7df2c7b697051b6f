/**
 * `npm run seed -- FOLDER [--tickets N] [--messages N] [--seed N]`: fills a workspace folder with sample work, for
 * trying things out by hand. The folder must not hold a workspace yet.
 */
import { parseArgs } from 'node:util'
import { openToolEngine } from './lib/tool-engine.ts'
import { demoSet } from '../src-main/demo/workspace.ts'
import { fillWorkspace } from '../src-main/demo/fill-with-demo.ts'

const { values, positionals } = parseArgs({
  options: { tickets: { type: 'string' }, messages: { type: 'string' }, seed: { type: 'string' } },
  allowPositionals: true,
})
const [folder] = positionals
if (folder === undefined) {
  console.error('Usage: npm run seed -- FOLDER [--tickets N] [--messages N] [--seed N]')
  process.exit(2)
}
const number = (text: string | undefined, fallback: number): number => {
  const value = text === undefined ? fallback : Number(text)
  if (Number.isInteger(value) && value >= 0) return value
  console.error(`Not a whole number: ${String(text)}`)
  process.exit(2)
}
const engine = openToolEngine(folder)
const options = {
  ...demoSet,
  now: Date.now(),
  tickets: number(values.tickets, demoSet.tickets),
  messages: number(values.messages, demoSet.messages),
  seed: number(values.seed, demoSet.seed),
}
await fillWorkspace(engine, options, (done, total) => {
  process.stderr.write(`\r${done.toLocaleString()} of ${total.toLocaleString()}`)
})
process.stderr.write('\n')
await engine.settled()
await engine.dispose()
