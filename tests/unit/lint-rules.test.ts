/** The lint rules that guard a boundary, seen to catch what they forbid. The rules on imports: import-rules.test.ts. */
import fs from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

/** The rules work on types, so the text is read as if it were in a file that exists. */
const anyFileIn = (folder: string): string => {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return path.join(
    folder,
    files.find((name) => /(?<!\.test|\.d)\.ts$/.test(name))!,
  )
}

async function rulesBroken(text: string, filePath: string): Promise<(string | null)[]> {
  const [result] = await new ESLint().lintText(text, { filePath })
  return result!.messages.map(({ ruleId }) => ruleId)
}

test('only src-renderer/bridge touches window.bridge', async () => {
  const text = 'export const value = window.bridge\n'
  expect(await rulesBroken(text, anyFileIn('src-renderer/ui'))).toContain('no-restricted-properties')
  expect(await rulesBroken(text, anyFileIn('src-renderer/bridge'))).not.toContain('no-restricted-properties')
})

test('the product writes to its log, never to the console', async () => {
  expect(await rulesBroken("console.log('hello')\n", anyFileIn('src-shared/base'))).toContain('no-console')
})

test('a promise may not be left alone', async () => {
  const text = 'async function work(): Promise<void> {}\nwork()\n'
  expect(await rulesBroken(text, anyFileIn('src-shared/base'))).toContain(
    '@typescript-eslint/no-floating-promises',
  )
})
