/** What the bundler made: names that it and the packages give can meet in one file, and only who loads that file notices. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const main = path.resolve(import.meta.dirname, '../../out/main')
const script = `
const { readFileSync } = require('node:fs')
const { SourceTextModule } = require('node:vm')
const wrong = process.argv.slice(1).flatMap((file) => {
  try {
    new SourceTextModule(readFileSync(file, 'utf8'))
    return []
  } catch (error) {
    return [file + ': ' + error.message]
  }
})
console.log(JSON.stringify(wrong))
`

test('every file of the main process is a module that can be read', () => {
  const files = fs
    .readdirSync(main, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(main, name))
  expect(files.length).toBeGreaterThan(20)
  const output = execFileSync(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', '-e', script, ...files],
    { encoding: 'utf8' },
  )
  expect(JSON.parse(output)).toEqual([])
})
