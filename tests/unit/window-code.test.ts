import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { toAscii } from '../../scripts/lib/window-code.mjs'

it.each([
  ['a string', "'Über „Maße“ …'"],
  ['a template', '`Größe: ${1 + 1} – ß`'],
  ['a character of two units', "'😀'.codePointAt(0)"],
  ['a class of characters', "'Äpfel 😀'.replace(/[Ä-ü😀]/gu, '*')"],
  ['a name', '(() => { const größe = 3; return { größe } })().größe'],
  ['what is escaped already', "'\\u00e4\\\\ä'"],
  ['what is escaped and need not be', "'\\ä' + /^\\–\\\\$/.test('–\\\\')"],
])('%s means the same in ASCII', (_what, code) => {
  const ascii = toAscii(code)
  expect(ascii).toMatch(/^[\0-\x7f]*$/)
  expect(runInNewContext(ascii)).toEqual(runInNewContext(code))
})
