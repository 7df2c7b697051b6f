/**
 * The steps of `npm test`, and how they are counted.
 *
 * The last line of a run says `N passed, N failed`. Both numbers are tests; a step that fails without a failed test in it
 * (a lint error, a crash) counts as one failure, so that "0 failed" is only ever said when everything is right.
 */
import fs from 'node:fs'
import path from 'node:path'
import { npmCommand } from './npm.mjs'
import { capture, run } from './processes.mjs'
import { projectRoot, toolPath } from './project.mjs'

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, ok: boolean, seconds: number, count?: Count, isSkipped?: boolean }} Outcome
 */

/** The npm scripts that make up `npm run check`, with the names under which they are reported. */
const CHECKS = [
  // The one that takes longest begins first: the others are done beside it.
  ['lint', 'lint'],
  ['types', 'typecheck'],
  ['format', 'format:check'],
  ['imports', 'depcruise'],
  ['dead code', 'knip'],
  ['languages', 'locales:check'],
  ['licences', 'licences'],
  ['vulnerabilities', 'audit'],
]

/** A check that ends so could not be made here, and said why. It counts as neither passed nor failed. */
export const SKIPPED = 77

/**
 * All checks, two at a time. What one prints is shown when it is done, so that it stands together.
 * @returns {Promise<Outcome[]>} in the order of CHECKS
 */
export async function checkSteps() {
  /** @type {Outcome[]} */
  const outcomes = []
  let next = 0
  const work = async () => {
    for (;;) {
      const index = next++
      const [name, script] = CHECKS[index] ?? []
      if (name === undefined || script === undefined) return
      outcomes[index] = await checkStep(name, script)
    }
  }
  await Promise.all([work(), work()])
  return outcomes
}

/**
 * @param {string} name
 * @param {string} script in package.json
 * @returns {Promise<Outcome>}
 */
async function checkStep(name, script) {
  const [command = '', ...own] = npmCommand()
  const shell = process.platform === 'win32' && command === 'npm'
  const start = performance.now()
  const { code, stdout, stderr } = await capture(command, [...own, 'run', '--silent', script], {
    cwd: projectRoot,
    shell,
  })
  console.log(`\n> ${name}`)
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  const seconds = (performance.now() - start) / 1000
  return { name, ok: code === 0 || code === SKIPPED, isSkipped: code === SKIPPED, seconds }
}

/**
 * @param {string} name
 * @param {string[]} projects of vitest.config.ts
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<Outcome>}
 */
export async function vitestStep(name, projects, env = process.env) {
  const report = path.join(projectRoot, 'test-results', `${projects.join('-')}.json`)
  fs.rmSync(report, { force: true })
  const args = [
    toolPath('vitest/vitest.mjs'),
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  return timedStep(name, async () => {
    const code = await run(process.execPath, args, { cwd: projectRoot, env })
    return { ok: code === 0, count: readCount(report) }
  })
}

/**
 * @param {string} name
 * @param {() => Promise<{ ok: boolean, count?: Count, isSkipped?: boolean }>} work
 * @returns {Promise<Outcome>}
 */
async function timedStep(name, work) {
  console.log(`\n> ${name}`)
  const start = performance.now()
  const result = await work()
  return { name, ...result, seconds: (performance.now() - start) / 1000 }
}

/** @param {string} report a file by Vitest's JSON reporter */
function readCount(report) {
  return fs.existsSync(report)
    ? countTests(JSON.parse(fs.readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 }
}

/**
 * A file that could not even be loaded has no tests, and counts as one failure.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Count}
 */
export function countTests({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults)
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  )
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter(isFailed).length + broken.length,
  }
}

/** @param {{ status: string }} test */
const isFailed = (test) => test.status === 'failed'

/**
 * @param {Outcome[]} outcomes
 * @returns {string} one line a step; the last line is the sum
 */
export function summary(outcomes) {
  const width = Math.max(...outcomes.map(({ name }) => name.length))
  const lines = outcomes.map(({ name, ok, seconds, count, isSkipped }) => {
    const tests = count === undefined ? '' : `  ${count.passed} passed, ${count.failed} failed`
    return `${isSkipped ? 'SKIP' : ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s${tests}`
  })
  return [...lines, totalLine(outcomes)].join('\n')
}

/** @param {Outcome[]} outcomes */
export function totalLine(outcomes) {
  let passed = 0
  let failed = 0
  for (const { ok, count } of outcomes) {
    passed += count?.passed ?? 0
    failed += ok ? 0 : Math.max(1, count?.failed ?? 0)
  }
  return `${passed} passed, ${failed} failed`
}
