/**
 * What npm's registry knows against the packages that we use, and what we make of it: in what people get, a finding of
 * moderate or more fails; in tools, of high or more. A finding can be accepted for a time (docs/security-exceptions.json).
 */

/** In rising order, as npm names them. */
const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical']
const FAILS_SHIPPED = SEVERITIES.indexOf('moderate')
const FAILS_TOOLS = SEVERITIES.indexOf('high')
/** Nothing is accepted for longer at a time. */
const MAX_DAYS = 180
/** A package for development, and the largest part of what people get. */
const SHIPPED_TOOLS = ['electron']

/**
 * @typedef {{ id: string, package: string, reason: string, owner: string, from: string, until: string }} Exception
 * @typedef {{ id: string, package: string, title: string, severity: string, isShipped: boolean }} Finding
 * @typedef {{ dev?: boolean, version?: string, license?: string, link?: boolean }} LockEntry
 */

/**
 * @param {unknown} report what `npm audit --json` prints
 * @param {Readonly<Record<string, LockEntry>>} packages those of package-lock.json
 * @returns {Finding[] | null} null where the registry could not be asked
 */
export function readAudit(report, packages) {
  const { vulnerabilities } = /** @type {{ vulnerabilities?: Record<string, any> }} */ (report ?? {})
  if (typeof vulnerabilities !== 'object' || vulnerabilities === null) return null
  /** @type {Map<string, Finding>} */
  const findings = new Map()
  for (const [name, { via = [], nodes = [] }] of Object.entries(vulnerabilities)) {
    const isShipped =
      SHIPPED_TOOLS.includes(name) ||
      nodes.some((/** @type {string} */ node) => packages[node] !== undefined && packages[node]?.dev !== true)
    // A text names another package, which is in the list itself.
    for (const advisory of via.filter((/** @type {unknown} */ each) => typeof each === 'object')) {
      const id = /GHSA(?:-[0-9a-z]{4}){3}/u.exec(advisory.url ?? '')?.[0] ?? String(advisory.source)
      findings.set(`${id} ${name}`, {
        id,
        package: name,
        title: String(advisory.title),
        severity: String(advisory.severity),
        isShipped,
      })
    }
  }
  return [...findings.values()]
}

/**
 * @param {readonly Finding[]} findings
 * @param {readonly Exception[]} exceptions
 * @param {string} today as 2026-12-31
 */
export function judgeAudit(findings, exceptions, today) {
  /** @param {Finding} finding */
  const fails = ({ severity, isShipped }) => {
    const rank = SEVERITIES.indexOf(severity)
    // One that npm has not named so far is as bad as the worst.
    return rank < 0 || rank >= (isShipped ? FAILS_SHIPPED : FAILS_TOOLS)
  }
  /** @param {Finding} finding */
  const exceptionOf = (finding) =>
    exceptions.find((each) => each.id === finding.id && each.package === finding.package)
  return {
    failed: findings.filter((finding) => fails(finding) && !exceptionOf(finding)),
    accepted: findings.filter((finding) => fails(finding) && exceptionOf(finding)),
    tolerated: findings.filter((finding) => !fails(finding)),
    unused: exceptions.filter((each) => !findings.some((finding) => exceptionOf(finding) === each)),
    problems: exceptionProblems(exceptions, today),
  }
}

/**
 * What is wrong with the list of exceptions itself: also where the registry cannot be asked.
 * @param {unknown} exceptions
 * @param {string} today
 * @returns {string[]}
 */
export function exceptionProblems(exceptions, today) {
  if (!Array.isArray(exceptions)) return ['"advisories" is no list']
  return exceptions.flatMap((entry, index) => {
    const name = `exception ${index + 1} (${String(entry?.id)}, ${String(entry?.package)})`
    const missing = ['id', 'package', 'reason', 'owner', 'from', 'until'].filter(
      (key) => typeof entry?.[key] !== 'string' || entry[key].trim() === '',
    )
    if (missing.length > 0) return [`${name} does not say its ${missing.join(', ')}`]
    if (!isDay(entry.from) || !isDay(entry.until)) return [`${name} has no days such as 2026-12-31`]
    if (entry.until < today) return [`${name} was accepted until ${entry.until}: look at it again`]
    const days = (Date.parse(entry.until) - Date.parse(entry.from)) / 86_400_000
    return days > MAX_DAYS ? [`${name} is accepted for ${days} days; ${MAX_DAYS} is the most`] : []
  })
}

/** @param {string} text */
const isDay = (text) => /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(Date.parse(text))
