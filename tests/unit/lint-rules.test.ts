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

const tsxIn = (folder: string): string =>
  path.join(
    folder,
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .find((name) => /(?<!\.test)\.tsx$/.test(name))!,
  )

test.each([
  ['between tags', 'export const a = <p>Hello there</p>\n'],
  ['in braces', "export const a = (on: boolean) => <p>{on ? 'Yes, it is' : null}</p>\n"],
  ['read out', 'export const a = <p aria-label="Close it" />\n'],
  ['in a hint', 'export const a = (n: number) => <input placeholder={`Find ${n} things`} />\n'],
  ['in a toast', "declare function showToast(of: object): void\nshowToast({ text: 'It is done' })\n"],
])('words that people read are in no code: %s', async (_where, text) => {
  expect(await rulesBroken(text, tsxIn('src-renderer/app'))).toContain('words/no-words')
})

test('words of dialogs and menus are in no code of the shell, and names, keys and addresses may be', async () => {
  const shell = anyFileIn('src-main/shell')
  const dialog =
    "declare const dialog: { showMessageBox(of: object): void }\ndialog.showMessageBox({ message: 'Really?' })\n"
  expect(await rulesBroken(dialog, shell)).toContain('words/no-words')
  expect(await rulesBroken("export const menu = [{ label: 'Open file' }]\n", shell)).toContain(
    'words/no-words',
  )
  const fine =
    'export const a = <input placeholder="https://example.org" title="Outpost" className="some words" />\n'
  expect(await rulesBroken(fine, tsxIn('src-renderer/app'))).not.toContain('words/no-words')
})

test('numbers, dates and orders are written in one place, and sentences whole', async () => {
  const window = tsxIn('src-renderer/app')
  for (const text of [
    '(1.5).toFixed(1)',
    'new Date(0).toLocaleDateString()',
    "'a'.localeCompare('b')",
    "new Intl.NumberFormat('de')",
  ])
    expect(await rulesBroken(`export const a = ${text}\n`, window)).toContain('words/no-own-format')
  const head = 'declare const t: (key: string) => string\n'
  for (const text of ["t('a') + name", "`${t('a')} of ${name}`", "`${t('a')} ${t('b')}`"])
    expect(await rulesBroken(`${head}export const a = (name: string) => ${text}\n`, window)).toContain(
      'words/no-pieces',
    )
})
