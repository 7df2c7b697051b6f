/** docs/security.md names tests that are there, and Electron's checklist is whole in tests and page. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { electronChecklist } from '../support/electron-checklist.ts'

const page = readFileSync('docs/security.md', 'utf8')
const checks = readFileSync('tests/e2e/security-checklist.test.ts', 'utf8')

describe('each point of the checklist', () => {
  test('has exactly one test', () => {
    const numbers = [...checks.matchAll(/^point\((\d+), /gmu)].map(([, number]) => Number(number))
    expect(numbers.sort((a, b) => a - b)).toEqual(electronChecklist.map((_, index) => index + 1))
    expect(checks).not.toMatch(/\.(?:skip|todo|only|fails)\b/u)
  })

  test('has a row with its wording and a state in the page', () => {
    const rows = [...page.matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \|$/gmu)]
    expect(rows.map(([, number, wording]) => `${number} ${wording}`)).toEqual(
      electronChecklist.map((wording, index) => `${index + 1} ${wording}`),
    )
  })
})

test('every test and file that the page names is there', () => {
  const all = ['tests', 'src-main', 'src-renderer', 'src-shared', 'scripts', 'docs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name)),
  )
  const named = [...page.matchAll(/`([\w./*-]+\.(?:ts|mjs|json|yml))`/gu)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(15)
  const missing = named.filter((name) => {
    const pattern = new RegExp(`(?:^|/)${name.replaceAll('.', '\\.').replaceAll('*', '[\\w.-]*')}$`, 'u')
    return name !== 'electron-builder.yml' && !all.some((file) => pattern.test(file))
  })
  expect(missing).toEqual([])
})
