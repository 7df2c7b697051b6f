/** What the bundler made: names that it and the packages give can meet in one file, and only who loads that file notices. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const main = path.resolve(import.meta.dirname, '../../out/main')
const script = `
const { readFileSync } = require('node:fs')
const { Script } = require('node:vm')
const wrong = process.argv.slice(1).flatMap((file) => {
  try {
    new Script('(function (exports, require, module) {' + readFileSync(file, 'utf8') + '\\n})')
    return []
  } catch (error) {
    return [file + ': ' + error.message]
  }
})
console.log(JSON.stringify(wrong))
`

test('every file of the main process can be read', () => {
  const files = fs
    .readdirSync(main, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.cjs'))
    .map((name) => path.join(main, name))
  expect(files.length).toBeGreaterThan(20)
  const output = execFileSync(process.execPath, ['-e', script, ...files], { encoding: 'utf8' })
  expect(JSON.parse(output)).toEqual([])
})
