import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

function rulesOfTheSpecification(): readonly string[] {
  const text = fs.readFileSync(path.join(root, 'src-shared/protocol/SPEC.md'), 'utf8')
  return [...text.matchAll(/^- \*\*\[([A-Z]\d+)\]\*\*/gm)].map(([, id]) => id!)
}

/** Ids in the titles of tests: `test('… [F4] [L1]', …)`. */
function rulesNamedByTests(): ReadonlySet<string> {
  const files = fs
    .readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('protocol-rules.test.ts'))
  const titles = files.flatMap((name) => {
    const text = fs.readFileSync(path.join(root, 'tests', name), 'utf8')
    return text.match(/^\s*(?:test|it)\b[^\n]*(?:\n\s*['"`][^\n]*)?/gm) ?? []
  })
  return new Set(titles.flatMap((title) => [...title.matchAll(/\[([A-Z]\d+)\]/g)].map(([, id]) => id!)))
}

test('every rule of the protocol is named by a test that proves it', () => {
  const rules = rulesOfTheSpecification()
  const named = rulesNamedByTests()
  expect(rules.length).toBeGreaterThan(50)
  expect(rules.filter((id) => !named.has(id))).toEqual([])
})

test('no test names a rule that the protocol does not have', () => {
  const rules = new Set(rulesOfTheSpecification())
  expect([...rulesNamedByTests()].filter((id) => !rules.has(id))).toEqual([])
})
