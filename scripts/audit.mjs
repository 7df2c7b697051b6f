/**
 * npm run audit [-- --required]: asks the registry what it knows against our packages. Where it cannot be asked, that is
 * said, and counts as skipped; with --required, as for a release, it fails.
 */
import fs from 'node:fs'
import path from 'node:path'
import { exceptionProblems, judgeAudit, readAudit } from './lib/audit.mjs'
import { npm } from './lib/npm.mjs'
import { projectRoot } from './lib/project.mjs'
import { SKIPPED } from './lib/steps.mjs'

const read = (/** @type {string} */ name) => JSON.parse(fs.readFileSync(path.join(projectRoot, name), 'utf8'))
const exceptions = read('docs/security-exceptions.json').advisories
const today = new Date().toISOString().slice(0, 10)

// npm itself fails for any finding: what it printed counts.
const { stdout, stderr } = await npm(['audit', '--json'], { timeoutMs: 60_000 })
const findings = readAudit(parse(stdout), read('package-lock.json').packages)
if (findings === null) {
  console.log(`The registry could not be asked: ${firstLine(parse(stdout)?.message ?? stderr)}`)
  const problems = exceptionProblems(exceptions, today)
  for (const problem of problems) console.log(`  ${problem}`)
  process.exitCode = problems.length > 0 || process.argv.includes('--required') ? 1 : SKIPPED
} else {
  const { failed, accepted, tolerated, unused, problems } = judgeAudit(findings, exceptions, today)
  const line = (/** @type {import('./lib/audit.mjs').Finding} */ each) =>
    `  ${each.severity} ${each.id} ${each.package} (${each.isShipped ? 'in the product' : 'a tool'}): ${each.title}`
  for (const each of failed) console.log(line(each))
  for (const problem of problems) console.log(`  ${problem}`)
  if (accepted.length > 0) console.log(`Accepted for a time:\n${accepted.map(line).join('\n')}`)
  if (tolerated.length > 0) console.log(`Below what fails:\n${tolerated.map(line).join('\n')}`)
  for (const { id } of unused) console.log(`No longer needed in docs/security-exceptions.json: ${id}`)
  process.exitCode = failed.length + problems.length > 0 ? 1 : 0
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @param {string} text */
function firstLine(text) {
  return text.trim().split('\n')[0]?.slice(0, 200) || 'it did not answer'
}
