/** What fails a test run for the sake of other people's packages: advisories, licences, and exceptions that ran out. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exceptionProblems, judgeAudit, readAudit } from '../../scripts/lib/audit.mjs'
import { isAllowed, licenceProblems } from '../../scripts/lib/licences.mjs'
import { collectNotices, noticesText, packageFolder } from '../../scripts/lib/third-party.mjs'
import { SKIPPED, summary } from '../../scripts/lib/steps.mjs'

const packages = {
  'node_modules/shown': { version: '1.0.0' },
  'node_modules/tool': { version: '1.0.0', dev: true },
  'node_modules/electron': { version: '45.4.1', dev: true },
  'node_modules/tool/node_modules/shown': { version: '0.9.0', dev: true },
}

/** As `npm audit --json` prints it, shortened. */
function reportOf(...entries: { name: string; severity: string; ghsa: string; nodes?: string[] }[]) {
  const vulnerabilities = Object.fromEntries(
    entries.map(({ name, severity, ghsa, nodes = [`node_modules/${name}`] }) => [
      name,
      {
        name,
        severity,
        nodes,
        via: [
          'another',
          { source: 1, name, title: 'Bad', severity, url: `https://github.com/advisories/${ghsa}` },
        ],
      },
    ]),
  )
  return { auditReportVersion: 2, vulnerabilities }
}

const ghsa = 'GHSA-aaaa-bbbb-cccc'
const today = '2026-06-01'
const exception = {
  ...{ id: ghsa, package: 'shown', reason: 'we never call it', owner: 'mara' },
  ...{ from: '2026-05-01', until: '2026-07-01' },
}

function failedOf(report: unknown, exceptions: (typeof exception)[] = []): string[] {
  const findings = readAudit(report, packages)
  if (!findings) throw new Error('no report')
  return judgeAudit(findings, exceptions, today).failed.map(
    ({ package: name, severity }) => `${name} ${severity}`,
  )
}

describe('an advisory', () => {
  test('of moderate or more fails for what people get, Electron too; for tools one of high or more', () => {
    const all = (name: string) =>
      ['info', 'low', 'moderate', 'high', 'critical', 'unheard-of'].flatMap((severity) =>
        failedOf(reportOf({ name, severity, ghsa })),
      )
    expect(all('shown')).toEqual(['shown moderate', 'shown high', 'shown critical', 'shown unheard-of'])
    expect(all('electron')[0]).toBe('electron moderate')
    expect(all('tool')).toEqual(['tool high', 'tool critical', 'tool unheard-of'])
  })

  test('about a copy that only a tool has is one about a tool', () => {
    const nodes = ['node_modules/tool/node_modules/shown']
    expect(failedOf(reportOf({ name: 'shown', severity: 'moderate', ghsa, nodes }))).toEqual([])
  })

  test('that is accepted for a time fails nothing, and only that one in that package', () => {
    const report = reportOf({ name: 'shown', severity: 'high', ghsa })
    expect(failedOf(report, [exception])).toEqual([])
    expect(failedOf(report, [{ ...exception, package: 'other' }])).toEqual(['shown high'])
    expect(failedOf(report, [{ ...exception, id: 'GHSA-xxxx-xxxx-xxxx' }])).toEqual(['shown high'])
  })

  test('is read out of what npm prints, and an answer without a list is no answer', () => {
    expect(readAudit(reportOf({ name: 'shown', severity: 'high', ghsa }), packages)).toEqual([
      { id: ghsa, package: 'shown', title: 'Bad', severity: 'high', isShipped: true },
    ])
    for (const answer of [null, undefined, '', {}, { message: '405 Method Not Allowed', error: {} }])
      expect(readAudit(answer, packages)).toBeNull()
  })
})

describe('an exception', () => {
  test('that is in order is no problem, on its last day too', () => {
    expect(exceptionProblems([exception], '2026-07-01')).toEqual([])
  })

  test('that ran out, is too long, or does not say its owner or its reason fails by itself', () => {
    expect(exceptionProblems([exception], '2026-07-02')[0]).toContain('look at it again')
    expect(exceptionProblems([{ ...exception, until: '2027-05-01' }], today)[0]).toContain('180')
    expect(exceptionProblems([{ ...exception, owner: ' ' }], today)[0]).toContain('owner')
    expect(exceptionProblems([{ id: ghsa }], today)[0]).toContain('reason')
    expect(exceptionProblems([{ ...exception, until: 'soon' }], today)).toHaveLength(1)
    expect(exceptionProblems([null], today)).toHaveLength(1)
    expect(exceptionProblems({}, today)).toHaveLength(1)
  })

  test('of this project is in order', () => {
    const { advisories } = JSON.parse(readFileSync('docs/security-exceptions.json', 'utf8')) as {
      advisories: unknown
    }
    expect(exceptionProblems(advisories, new Date().toISOString().slice(0, 10))).toEqual([])
  })
})

test('a check that could not be made is seen in the summary, and fails nothing', () => {
  expect(SKIPPED).not.toBe(0)
  const text = summary([
    { name: 'types', ok: true, seconds: 1 },
    { name: 'vulnerabilities', ok: true, seconds: 1, isSkipped: true },
  ])
  expect(text).toContain('SKIP  vulnerabilities')
  expect(text).toMatch(/0 failed$/u)
})

describe('a licence', () => {
  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['GPL-3.0-or-later OR MIT', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0-only', false],
    ['Apache-2.0 AND (GPL-2.0 OR BSD-3-Clause)', true],
    ['GPL-3.0-or-later', false],
    ['AGPL-3.0', false],
    ['GPL-2.0 WITH Classpath-exception-2.0', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE', false],
    ['', false],
    ['MIT)', false],
    ['(MIT', false],
    ['MIT ISC', false],
  ])('%j may be passed on: %j', (expression, may) => expect(isAllowed(expression)).toBe(may))

  test('of each package in the product may be passed on, and one that may not is named', () => {
    const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, object>
    }
    expect(licenceProblems(locked)).toEqual([])
    expect(
      licenceProblems({
        'node_modules/a': { version: '1.0.0', license: 'AGPL-3.0' },
        'node_modules/b': { version: '1.0.0' },
        'node_modules/c': { version: '1.0.0', license: 'AGPL-3.0', dev: true },
        'node_modules/@img/sharp': { version: '1.0.0', license: 'LGPL-3.0-or-later' },
        'node_modules/d': { version: '1.0.0', license: 'LGPL-3.0-or-later' },
      }),
    ).toEqual(['a@1.0.0: AGPL-3.0', 'b@1.0.0: no licence', 'd@1.0.0: LGPL-3.0-or-later'])
  })
})

describe('the licences of others', () => {
  test('are found by the modules that the bundler took', () => {
    expect(packageFolder('/x/node_modules/@tiptap/core/dist/index.js')).toBe('/x/node_modules/@tiptap/core')
    expect(packageFolder('C:\\x\\node_modules\\a\\node_modules\\b\\i.js?v=1')).toBe(
      'C:/x/node_modules/a/node_modules/b',
    )
    expect(packageFolder('\0/x/node_modules/yjs/y.mjs')).toBe('/x/node_modules/yjs')
    expect(packageFolder('/x/src-main/shell/main.ts')).toBeNull()
  })

  test('come with their texts, once each, and with those of the data', () => {
    const notices = collectNotices([
      'node_modules/react',
      'node_modules/yjs',
      'node_modules/react',
      'nowhere',
    ])
    expect(notices.map(({ name }) => name)).toEqual([
      'emoji-names',
      'llama.cpp',
      'react',
      'static-de-en',
      'yjs',
    ])
    for (const { text } of notices) expect(text.length).toBeGreaterThan(500)
    expect(noticesText(notices)).toContain('Meta Platforms')
  })
})
